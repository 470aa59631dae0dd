import { cityBeside } from './city-beside.js';
import { foldedSet } from './known/folded-set.js';
import { reportsMatch } from './match-report.js';
import type { NameClass } from './name-class.js';
import type { OtherPlace, OtherPlaces } from './other-places.js';
import { FACT } from './word-facts.js';
import type { Word } from './words.js';

/** A text as the judge of a name sees it. */
export interface Reading {
  words: readonly Word[];
  /** facts of each word */
  facts: readonly number[];
  places: readonly OtherPlace[];
  /** whether the writer uses capitals, so that a word without one is no name */
  cased: boolean;
  /** whether the writer uses capitals elsewhere than where a sentence begins */
  namesCased: boolean;
  /** whether most words have one, as in a headline */
  titled: boolean;
  /** indexes of words that spell names of the gazetteer */
  own: ReadonlySet<number>;
  /** indexes of words that spell names of cities and countries */
  inPlaces: ReadonlySet<number>;
  text: string;
}

/** A name met in a text. */
export interface Met {
  /** index of its first word */
  from: number;
  /** index after its last word */
  to: number;
  /** prefixes written onto it */
  prefix: string;
  kind: NameClass;
  exact: boolean;
  /** an article that belongs to the name is written */
  withArticle: boolean;
  /** whether the gazetteer calls the name ambiguous: then it is a place's name all the same, and needs less of a cue */
  listed: boolean;
}

/**
 * What a sign adds to the log-odds that a name means the place here, by class of name. Set by hand on the development
 * posts; `marsad evaluate places` shows what they are worth.
 */
const WORTH = {
  announced: { distinct: 2.5, common: 2.5, words: 4, person: 4, elsewhere: 3 },
  confirmed: { distinct: 1.5, common: 2, words: 3, person: 3, elsewhere: 2.5 },
  at: { distinct: 1.6, common: 0.8, words: 2.8, person: 2.2, elsewhere: 0.4 },
  numbered: { distinct: 2, common: 1.5, words: 1, person: 1, elsewhere: 1 },
  withArticle: { distinct: 1.2, common: 0, words: 0, person: 0.5, elsewhere: 0 },
  whole: { distinct: 2.5, common: 1, words: 0, person: 0, elsewhere: 0 },
  opening: { distinct: 0.7, common: 0, words: 0, person: 0, elsewhere: 0 },
  local: { distinct: 0.7, common: 0.5, words: 0.8, person: 0.6, elsewhere: 0.5 },
  heading: { distinct: 1, common: 1, words: 2.2, person: 1.4, elsewhere: 1.2 },
  capital: { distinct: 0, common: 0.3, words: 0.6, person: 0, elsewhere: 0 },
  weaklyAt: { distinct: 0.8, common: 0.4, words: 0.8, person: 0.6, elsewhere: 0.2 },
  small: { distinct: -1, common: -1.5, words: -3, person: -1.5, elsewhere: -1 },
  inexactSmall: { distinct: -1.5, common: -1.5, words: -1.5, person: -1.5, elsewhere: -1.5 },
  own: { distinct: 1, common: 3, words: 6, person: 3.5, elsewhere: 3.5 },
  owned: { distinct: 0, common: -4, words: -4, person: 0, elsewhere: -4 },
  home: { distinct: 1, common: 2, words: 1.2, person: 1.2, elsewhere: 1.5 },
  beside: { distinct: -4.6, common: -6, words: -6, person: -6, elsewhere: -6 },
  within: { distinct: -3.4, common: -6, words: -6, person: -6, elsewhere: -6 },
  elsewhere: { distinct: -1.2, common: -3.2, words: -2.5, person: -2.5, elsewhere: -3 },
  title: { distinct: -2.5, common: -2.5, words: -3, person: -5, elsewhere: -3 },
  doing: { distinct: -0.7, common: -0.5, words: -1, person: -2.5, elsewhere: -1 },
  person: { distinct: -1.2, common: -1.2, words: -2.5, person: -4, elsewhere: -3 },
  patronymic: { distinct: -2, common: -2, words: -2, person: -4, elsewhere: -2 },
  longer: { distinct: -1, common: -1.5, words: -2, person: -1.5, elsewhere: -1.5 },
  club: { distinct: -4.5, common: -4.5, words: -5, person: -5, elsewhere: -5 },
  match: { distinct: -3, common: -3.5, words: -3.5, person: -3.5, elsewhere: -3 },
} as const satisfies Record<string, Record<NameClass, number>>;

/** What a plural article before a name that has none takes from the log-odds. */
const FAMILY = -1.2;
/** What beside another city nothing makes up for, once it is known that the city is not ours. */
const HOPELESS = -7;

/** "In" between a place and what it lies in. */
const INSIDE = new Set(['in', 'en', 'a']);
/** Capitals that are no part of any name. */
const SHOUTS = foldedSet('omg lol wtf rip fyi ps tbh imo btw smh lmao psa dm eu un us uk');

const isLatin = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{Script=Latin}|^\p{Script=Cyrillic}/u.test(word.written);
const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.written);

/** Whether a word begins a sentence, where a capital says nothing. */
const begins = (words: readonly Word[], at: number): boolean => !words[at]?.joined;

/** Words on either side of a name that are read for what happens in a neighbourhood: fires, repairs, markets. */
const AROUND = 6;

const localAround = (facts: readonly number[], from: number, to: number): boolean => {
  for (let at = Math.max(0, from - AROUND); at < Math.min(facts.length, to + AROUND); at += 1)
    if ((at < from || at >= to) && (facts[at] ?? 0) & FACT.local) return true;
  return false;
};

/** How far the signs around a name go, as a sum of log-odds. */
export const evidenceFor = (reading: Reading, met: Met, others: OtherPlaces): number => {
  const { words, facts, text } = reading;
  const { from, to, kind } = met;
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last) return 0;
  const latin = isLatin(first);
  const factAt = (at: number): number => facts[at] ?? 0;
  let odds = 0;
  let uncased = 0;
  // A name spelled in full needs no capital where the writer has them at the beginning of sentences only.
  const cased = met.exact && kind === 'distinct' ? reading.namesCased : reading.cased;

  // Capitals: a name has one wherever the writer uses them.
  const inside = words.slice(from, to).filter((_, at) => (factAt(from + at) & FACT.small) === 0);
  const named = inside.filter((word) => (factAt(words.indexOf(word, from)) & FACT.before) === 0);
  const content = named.length > 0 ? named : inside;
  const capitals = content.filter(isCapital).length;
  // Without capitals a name of two words still stands out, a word does not.
  const sayable = kind === 'distinct' || (kind === 'person' && content.length > 1);
  const written = latin && capitals > 0;
  if (latin && capitals === 0 && cased) odds += WORTH.small[kind];
  else if (latin && capitals === 0 && kind === 'words') uncased = WORTH.small[kind] / 2;
  else if (latin && capitals < content.length && kind !== 'distinct' && (capitals > 0 || !sayable)) odds -= 0.5;
  if (latin && capitals === 0 && reading.cased && !met.exact) odds += WORTH.inexactSmall[kind];
  if (latin && content.length > 1 && capitals === content.length && kind !== 'distinct') odds += 1.6;
  else if (latin && capitals === content.length && !begins(words, from)) odds += WORTH.capital[kind];

  // Cues before: up to three small words between.
  let announced = false;
  let placed = false;
  let weakly = false;
  let concern = false;
  let before = from - 1;
  let next = first;
  for (let skipped = 0; skipped < 3 && next.joined && before >= 0; skipped += 1) {
    const word = words[before];
    const fact = factAt(before);
    if (!word) break;
    if (fact & FACT.before && (!latin || written || !(fact & FACT.preposition))) announced = true;
    else if (fact & FACT.in) placed = true;
    else if (fact & FACT.preposition && (written || (!cased && sayable))) placed = true;
    if (fact & FACT.weak && (!latin || written || (!cased && sayable))) weakly = true;
    if (fact & FACT.concern) concern = true;
    if (announced || !(fact & FACT.small)) break;
    next = word;
    before -= 1;
  }
  // A small word without a capital before a name with one: "la Gare".
  const opener = words[from - 1];
  const article = first.joined && opener !== undefined && /^(?:la|le|les|l)$/.test(opener.folded);
  if (article && written && !isCapital(opener) && kind === 'words') placed = true;
  const startsWithSmall = (factAt(from) & FACT.small) !== 0 && !isCapital(first) && written;
  if (startsWithSmall) placed = true;
  // Maghrebi "in" is written onto the article (فالمحطة); at the head of a clause the same letter means "so".
  if (/^ف/.test(met.prefix) && first.joined && !/^و/.test(met.prefix)) placed = true;
  else if (/ع/.test(met.prefix)) placed = true;
  else if (/ب/.test(met.prefix)) odds += WORTH.at[kind] * 0.7;
  if (localAround(facts, from, to)) odds += WORTH.local[kind];
  if (announced) odds += WORTH.announced[kind];
  else if (placed) odds += WORTH.at[kind];
  else if (weakly && (latin || kind === 'distinct')) odds += met.listed ? WORTH.at[kind] : WORTH.weaklyAt[kind];
  else if (weakly) odds += WORTH.weaklyAt[kind] / 4;
  if (!announced && !placed) odds += uncased;
  if (concern) odds -= 5;
  if (first.joined && !announced && factAt(from - 1) & FACT.oneOfAKind && kind !== 'distinct') odds -= 3;

  // Cues after.
  const after = words[to];
  const afterFact = after?.joined ? factAt(to) : 0;
  if (after?.joined && afterFact & FACT.after && (!latin || written || (!cased && kind === 'distinct')))
    odds += WORTH.confirmed[kind];
  // Quarters are numbered: Mourouj 5, Githurai 45.
  if (after?.joined && /^\d{1,2}$/.test(after.written)) odds += WORTH.numbered[kind];
  if (met.withArticle && (!latin || written || (!cased && kind === 'distinct'))) odds += WORTH.withArticle[kind];
  if (from <= 1 && written && begins(words, 0)) odds += WORTH.opening[kind];
  if (from === 0 && to === words.length) odds += WORTH.whole[kind];
  const ahead = text.slice(last.end, last.end + 3);
  if (begins(words, from) && from === 0 && /^\s?:/.test(ahead)) odds += WORTH.heading[kind];

  // Persons.
  const single = content.length === 1;
  // "Dr. X", "M. X", "J. X"
  const dotted =
    opener !== undefined && latin && /^\.\s?$/.test(text.slice(opener.end, first.start)) && isCapital(opener);
  const initial =
    dotted && opener.written.length === 1 && !/^\p{Lu}\.\p{Lu}\./u.test(text.slice(opener.start - 2, opener.end + 1));
  const titled = factAt(from - 1) & FACT.title && (first.joined || dotted);
  if ((titled || (initial && !announced)) && !/^و/.test(met.prefix)) odds += WORTH.title[kind] - (single ? 1.5 : 0);
  else if (single && first.joined && opener?.joined && factAt(from - 2) & FACT.title && !announced && !placed)
    odds += WORTH.title[kind];
  const listed = /^و/.test(met.prefix);
  if (!announced && !listed && first.joined && factAt(from - 1) & FACT.person && (!latin || isCapital(opener)))
    odds += WORTH.person[kind] - (single ? 2 : 0);
  if (
    after?.joined &&
    kind === 'person' &&
    latin &&
    isCapital(after) &&
    !(afterFact & (FACT.after | FACT.before)) &&
    text[last.end] === ' '
  )
    odds += WORTH.person[kind];
  else if (after?.joined && kind === 'person' && !latin && afterFact & FACT.person) odds += WORTH.person[kind];
  else if (after?.joined && kind === 'person' && !latin && !announced && !placed) odds -= 0.5;
  if (
    after?.joined &&
    !announced &&
    (afterFact & FACT.doing || /^[mt]['’][aeio]/i.test(text.slice(after.start, after.start + 3)))
  )
    odds += WORTH.doing[kind];
  // "les Tudor", "des Tudor": a family.
  if (
    single &&
    first.joined &&
    met.exact &&
    !met.withArticle &&
    kind === 'distinct' &&
    /^[ld]es$/.test(opener?.folded ?? '')
  )
    odds += FAMILY;

  if (
    single &&
    after?.joined &&
    afterFact & FACT.patronymic &&
    (!latin || isCapital(after) || isCapital(words[to + 1]))
  )
    odds += WORTH.patronymic[kind];
  // Spandau Ballet, UC Berkeley: part of a name that is not ours.
  const isOther = (word: Word | undefined, at: number, also = 0): boolean =>
    word !== undefined &&
    isLatin(word) &&
    isCapital(word) &&
    (factAt(at) & ~(FACT.plain | also)) === 0 &&
    !reading.own.has(at) &&
    !reading.inPlaces.has(at);
  if (single && written && !reading.titled && !announced) {
    if (after?.joined && (afterFact & ~FACT.person) === 0 && text[last.end] === ' ' && isOther(after, to, FACT.person))
      odds += WORTH.longer[kind];
    if (
      first.joined &&
      /^\p{Lu}{2,4}$/u.test(opener?.written ?? '') &&
      isOther(opener, from - 1) &&
      !SHOUTS.has(opener?.folded ?? '')
    )
      odds += WORTH.longer[kind];
    // "said Chaker Bouzayane"
    if (first.joined && opener?.joined && isOther(opener, from - 1) && /^\p{Lu}\p{Ll}/u.test(opener.written))
      odds += WORTH.longer[kind];
    // "Gesundbrunnen in Halle": it lies there, known or not.
    if (
      after?.joined &&
      INSIDE.has(after.folded) &&
      words[to + 1]?.joined &&
      isOther(words[to + 1], to + 1, FACT.person)
    )
      odds += WORTH.longer[kind];
  }

  // Clubs.
  let club = false;
  for (const at of [from - 1, from - 2, to, to + 1]) {
    const near =
      at >= from
        ? words[at]?.joined && (at === to || after?.joined)
        : first.joined && (at === from - 1 || opener?.joined);
    if (near && factAt(at) & FACT.club && (!isLatin(words[at]) || isCapital(words[at]))) club = true;
  }
  const match = reportsMatch(reading, from, to);
  if (club && !(announced && !match)) odds += WORTH.club[kind];
  else if (match) odds += placed || announced ? WORTH.match[kind] / 3 : WORTH.match[kind];

  const city = cityBeside(reading, from, to);
  if (city === 'covered') odds += HOPELESS;
  else if (city === 'own') odds += WORTH.own[kind];
  else if (city === 'home' || city === 'kin') odds += WORTH.home[kind];
  else if (city === 'beside') odds += others.homeKnown && kind === 'distinct' ? HOPELESS : WORTH.beside[kind];
  else if (city === 'near' && kind !== 'distinct') odds += WORTH.beside[kind];
  else if ((city === 'within' || city === 'near') && others.homeKnown) odds += WORTH.within[kind];
  else if (city !== 'none') odds += WORTH.elsewhere[kind];
  // "the Old Town of Prague": what every city has belongs to the one that is named, known or not.
  const owner = words[to + 1];
  if (
    city !== 'own' &&
    city !== 'home' &&
    after?.joined &&
    /^(?:of|de|d)$/.test(after.folded) &&
    owner?.joined &&
    isCapital(owner)
  )
    odds += WORTH.owned[kind];
  return odds;
};
