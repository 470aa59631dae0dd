import { readingsOf } from './clitics.js';
import { foldedSet } from './known/folded-set.js';
import { QUARTER, ROADS } from './known/place-cues.js';
import { PLAIN_WORDS } from './known/plain-words.js';
import { SAINTS } from './name-class.js';
import { numberOf, QUARTER_WORD, STREET_WORD, withoutArticle } from './name-sequences.js';
import type { Vocabulary } from './name-tree.js';
import { type Sound, soundAlike, soundOf, strengthOf } from './sound.js';
import { FACT, factsOf } from './word-facts.js';
import type { Word } from './words.js';

/** One word of a name that a written word can stand for. */
export interface WordHit {
  /** number of the word in the vocabulary */
  number: number;
  /** where the word proper begins in the written one */
  offset: number;
  /** the article that is drawn to the word belongs to no name */
  withoutIt: boolean;
  /** what the difference in spelling takes from the log-odds */
  cost: number;
  /** what it takes besides from a name that is this word alone: a short word sounds like many */
  alone: number;
  /** `script`: by sound, in another script */
  how: 'exact' | 'sound' | 'script' | 'typo';
  /** an Arabic word without the article of the name's */
  indefinite: boolean;
  /** prefixes written onto the word, such as ب or وف; they belong to no name */
  prefix: string;
}

export interface FoundWord {
  facts: number;
  hits: WordHit[];
}

const COST = { article: 0.3, prefix: 0.2, sound: 0.6, typo: 1.8, longTypo: 0.5 };
/** So long a Latin word that is one letter from a name is hardly anything else. */
const LONG = 9;
/** More for a name of one word, by how much its sound says of it. */
const WEAK_SOUND = [9, 9, 4, 2.2, 1.2, 0.4];
/** More for an Arabic name of one word without the article that belongs to it: قبة is a dome, القبة may be the quarter. */
const INDEFINITE = 1;
/** Shorter words have too many neighbours one edit away; beside other words of the name they may be shorter. */
const SHORTEST_TYPO = { arabic: 6, latin: 7 };
const SHORTEST_TYPO_BESIDE = 4;
/** A prefix before something shorter is a chance hit. */
const SHORTEST_AFTER_PREFIX = 3;
/** Costs what a name of one word never gains: such a hit counts only beside other words of its name. */
export const ONLY_BESIDE = 60;
/** Words remembered, so that a stream of hostile words does not fill the memory. */
const REMEMBERED = 30_000;

/** How Arabic writes the saints of other tongues. */
const SAINTLY = foldedSet('سان سانت سانتا سنت سينت');

/** Longer ones are no words, and are not worth the time. */
const LONGEST_WORD = 60;
const NOTHING: FoundWord = { facts: 0, hits: [] };

const isArabic = (word: string): boolean => /[\u0600-\u06ff]/.test(word);

/** The word with each one letter left out, but never the first. */
const deletionsOf = (word: string): string[] => {
  const all: string[] = [];
  for (let at = 1; at < word.length; at += 1) all.push(word.slice(0, at) + word.slice(at + 1));
  return all;
};

/** Whether two words differ by one letter more, less or other, or by two neighbours changed over. */
const oneEdit = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
};

/** What a reading left out at the beginning of a word; لل stands for ل and the article. */
const prefixOf = (word: string, reading: string): string => {
  if (word === reading) return '';
  const left = word.slice(0, word.length - reading.length);
  return reading.startsWith('ال') && !word.endsWith(reading) ? `${left}لل` : left;
};

/** Whether two words differ only in how they end, as words of one stem do: Andalous, andalouse, Andalousie. */
const isInflection = (a: string, b: string): boolean => {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return longer.slice(0, -1) === (a.length === b.length ? shorter.slice(0, -1) : shorter);
};

const pushTo = <Key>(map: Map<Key, number[]>, key: Key, value: number): void => {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
};

/**
 * Opens the search for single words: as they are folded, without articles and prefixes, by sound across scripts, and with
 * one typing mistake in long ones.
 * @param maghrebi whether the names are Arabic ones, so that Latin spellings of one sound are one word
 */
export const openWordFinder = (vocabulary: Vocabulary, maghrebi: boolean): ((word: Word) => FoundWord) => {
  const bare = new Map<string, number[]>();
  const sounds: Sound[] = [];
  const bySound = new Map<string, number[]>();
  const byDeletion = new Map<string, number[]>();
  vocabulary.words.forEach((word, number) => {
    const without = maghrebi || isArabic(word.folded) ? withoutArticle(word) : undefined;
    if (without) pushTo(bare, without.folded, number);
    // امسيك and مسيك: the first alef only helps to say it.
    if (/^ا[^ل].../.test(word.folded)) pushTo(bare, word.folded.slice(1), number);
    const proper = without ?? word;
    const sound = soundOf(proper.written, proper.folded);
    sounds.push(sound);
    if (word.runTogether || word.clipped || word.folded === STREET_WORD) return;
    for (const key of sound.consonants)
      if (key.length >= 2 || (key !== '' && sound.gaps.some((gap) => (gap & 7) !== 0))) pushTo(bySound, key, number);
    for (const spelled of new Set([word.folded, proper.folded])) {
      if (proper.folded.length < SHORTEST_TYPO_BESIDE || /\d/.test(spelled)) continue;
      for (const key of [spelled, ...deletionsOf(spelled)]) pushTo(byDeletion, key, number);
    }
  });
  const quarter = vocabulary.numbers.get(QUARTER_WORD);
  const street = vocabulary.numbers.get(STREET_WORD);
  const saints = [...SAINTS].flatMap((saint) => vocabulary.numbers.get(saint) ?? []);
  const albanian = vocabulary.numbers.has('komuna');

  const search = (word: Word): FoundWord => {
    const facts = factsOf(word);
    const best = new Map<string, WordHit>();
    const hit = (
      number: number,
      offset: number,
      cost: number,
      how: WordHit['how'],
      prefix: string,
      alone = 0,
      withoutIt = false,
      indefinite = false,
    ): void => {
      const key = `${number} ${offset}`;
      const known = best.get(key);
      if (!known || known.cost > cost)
        best.set(key, { number, offset, cost, how, prefix, alone, withoutIt, indefinite });
    };
    const readings = readingsOf(word);
    for (const { word: folded, start } of readings) {
      const offset = start - word.start;
      const prefixed = folded !== word.folded;
      const short = prefixed && folded.length < SHORTEST_AFTER_PREFIX;
      const prefix = prefixOf(word.folded, folded);
      const paid = prefixed ? COST.prefix : 0;
      const exact = vocabulary.numbers.get(folded);
      if (exact !== undefined && !(short && vocabulary.alone[exact])) hit(exact, offset, paid, 'exact', prefix);
      const arabic = isArabic(folded);
      const written = prefixed ? folded : word.written;
      const without =
        arabic || maghrebi || word.article !== undefined ? withoutArticle({ written, folded }) : undefined;
      if (quarter !== undefined && (QUARTER.has(folded) || (without && QUARTER.has(without.folded))))
        hit(quarter, offset, paid, 'exact', prefix);
      if (street !== undefined && ROADS.has(folded)) hit(street, offset, paid, 'exact', prefix);
      if (without && (arabic || !PLAIN_WORDS.has(folded))) {
        const number = vocabulary.numbers.get(without.folded);
        if (number !== undefined) hit(number, offset, paid + COST.article, 'exact', prefix, 0, true);
        for (const named of bare.get(without.folded) ?? [])
          hit(named, offset, paid + COST.article / 2, 'exact', prefix);
      }
      for (const named of bare.get(folded) ?? [])
        hit(named, offset, paid + COST.article, 'exact', prefix, arabic ? INDEFINITE : 0, false, arabic);
    }
    // سان جوس is Saint-Josse.
    for (const saint of SAINTLY.has(word.folded) ? saints : []) hit(saint, 0, COST.sound, 'script', '', ONLY_BESIDE);
    // Albanian: Butelit, Kumanovës.
    const stem = albanian ? word.folded.replace(/(?:it|in|s|n|t)$/, '') : word.folded;
    for (const form of stem === word.folded ? [] : [stem, stem.replace(/e$/, 'a'), stem.replace(/e$/, 'o')]) {
      const named = form.length > 3 ? vocabulary.numbers.get(form) : undefined;
      if (named !== undefined) hit(named, 0, COST.article, 'exact', '');
    }
    const ending =
      albanian && /ë$/.test(word.written) ? vocabulary.numbers.get(word.folded.replace(/e$/, 'o')) : undefined;
    if (ending !== undefined) hit(ending, 0, COST.article, 'exact', '');
    const number = numberOf(word.written);
    const numbered = number === undefined ? undefined : vocabulary.numbers.get(number);
    if (numbered !== undefined) hit(numbered, 0, 0, 'exact', '');
    if ((facts & (FACT.small | FACT.plain)) === 0) {
      const spelled = best.size > 0;
      for (const { word: folded, start } of readings) {
        const offset = start - word.start;
        const prefixed = folded !== word.folded;
        if (prefixed && folded.length < SHORTEST_AFTER_PREFIX) continue;
        const prefix = prefixOf(word.folded, folded);
        const paid = prefixed ? COST.prefix : 0;
        const whole = { written: prefixed ? folded : word.written, folded };
        for (const way of [whole, withoutArticle(whole)]) {
          if (!way) continue;
          const sound = soundOf(way.written, way.folded);
          for (const key of sound.consonants)
            for (const named of bySound.get(key) ?? []) {
              const other = sounds[named];
              if (!other || !(maghrebi || sound.arabic || other.arabic) || !soundAlike(sound, other)) continue;
              const how = sound.arabic === other.arabic ? 'sound' : 'script';
              hit(named, offset, paid + COST.sound, how, prefix, WEAK_SOUND[strengthOf(sound, other)] ?? 0);
            }
        }
        if (spelled) continue;
        for (const key of [folded, ...deletionsOf(folded)])
          for (const named of byDeletion.get(key) ?? []) {
            const name = vocabulary.words[named]?.folded ?? '';
            const short = bareOf(name);
            if (
              [name, short].some(
                (right) => right[0] === folded[0] && oneEdit(right, folded) && !isInflection(right, folded),
              )
            )
              hit(
                named,
                offset,
                paid + (folded.length >= LONG && !isArabic(folded) ? COST.longTypo : COST.typo),
                'typo',
                prefix,
                isShort(short) ? ONLY_BESIDE : isArabic(folded) ? 1 : 0,
              );
          }
      }
    }
    return { facts, hits: [...best.values()] };
  };
  const isShort = (word: string): boolean =>
    word.length < (isArabic(word) ? SHORTEST_TYPO.arabic : SHORTEST_TYPO.latin);
  const bareOf = (folded: string): string => withoutArticle({ written: folded, folded })?.folded ?? folded;

  let remembered = new Map<string, FoundWord>();
  return (word) => {
    if (word.written.length > LONGEST_WORD) return NOTHING;
    // "l'Eilandje" and a word that happens to be written so are two.
    const key = word.article === undefined ? word.written : `${word.written} `;
    const known = remembered.get(key);
    if (known) return known;
    if (remembered.size >= REMEMBERED) remembered = new Map();
    const found = search(word);
    remembered.set(key, found);
    return found;
  };
};
