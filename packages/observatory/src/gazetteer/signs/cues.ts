import { foldedSet } from '../known/folded-set.js';
import { FACT } from '../word-facts.js';
import { begins, isCapital, type Scene } from './scene.js';
import { WORTH } from './worth.js';

/** Small words that may stand between a cue and the name. */
const MOST_BETWEEN = 2;
/** Words on either side of a name that are read for what happens in a neighbourhood: fires, repairs, markets. */
const AROUND = 6;

const localAround = (facts: readonly number[], from: number, to: number): boolean => {
  for (let at = Math.max(0, from - AROUND); at < Math.min(facts.length, to + AROUND); at += 1)
    if ((at < from || at >= to) && (facts[at] ?? 0) & FACT.local) return true;
  return false;
};

/** They stand between a name and what lies there. */
const QUALIFIERS = foldedSet(
  'town high police fire bus train tube metro tram health primary secondary community shopping youth retail leisure sports job main council city swimming post old new',
);

/** What a name gains that stands between two commas or dashes. */
const APART = 0.9;
const isApart = (text: string, start: number, end: number): boolean =>
  /[,–—(]\s*$/.test(text.slice(Math.max(0, start - 3), start)) && /^\s*[,–—)]/.test(text.slice(end, end + 3));

/** على and عند in Latin letters, whose figure folding leaves out. */
const WRITTEN_ON = /(?:^|\s)3(?:al?|la|nd|and|end)[\s-]/i;

/** What stands before a name. */
export interface CuesBefore {
  /** a kind of place: "quartier" */
  announced: boolean;
  /** a preposition of place: "in" */
  placed: boolean;
  /** a weaker one: "from" */
  weakly: boolean;
  /** a university, or another that is known far beyond its quarter and is called by it */
  renowned: boolean;
  /** what a ministry is for */
  concern: boolean;
}

/** Whether something is said to be at a word: "in front of the university", بالجامعة. */
const isAtWord = ({ reading: { words }, factAt }: Scene, at: number): boolean =>
  /^[وف]?ب/.test(words[at]?.folded ?? '') ||
  (words[at]?.joined === true && (factAt(at - 1) & (FACT.in | FACT.preposition | FACT.before | FACT.after)) !== 0);

/** Reads the words before a name, past small ones, and what is written onto it. */
export const cuesBefore = (scene: Scene): CuesBefore => {
  const { reading, met, first, opener, after, afterFact, factAt, latin, written, cased, sayable } = scene;
  const { words } = reading;
  const { from, kind, prefix } = met;
  const cues = { announced: false, placed: false, weakly: false, renowned: false, concern: false };
  let next = first;
  for (let before = from - 1; from - before - 1 <= MOST_BETWEEN && next.joined && before >= 0; before -= 1) {
    const word = words[before];
    const fact = factAt(before);
    if (!word) break;
    if (fact & FACT.university && !isAtWord(scene, before)) {
      cues.renowned = true;
      break;
    }
    if (fact & FACT.before && (!latin || written || !(fact & FACT.preposition))) cues.announced = true;
    else if (fact & FACT.in) cues.placed = true;
    else if (fact & FACT.preposition && (written || (!cased && sayable))) cues.placed = true;
    if (fact & FACT.weak && (!latin || written || (!cased && sayable))) cues.weakly = true;
    if (fact & FACT.going) cues[/[لع]/.test(prefix) && kind !== 'words' ? 'placed' : 'weakly'] = true;
    if (fact & FACT.concern) cues.concern = true;
    if (cues.announced || !(fact & FACT.small)) break;
    next = word;
  }
  // A small word without a capital before a name with one: "la Gare".
  const article = first.joined && opener !== undefined && /^(?:la|le|les|l)$/.test(opener.folded);
  const contracted = met.withArticle && first.joined && opener !== undefined && /^(?:du|des)$/.test(opener.folded);
  if ((article || contracted) && written && !isCapital(opener) && kind === 'words') cues.placed = true;
  if ((factAt(from) & FACT.small) !== 0 && !isCapital(first) && written) cues.placed = true;
  // Maghrebi "in" is written onto the article (فالمحطة); at the head of a clause the same letter means "so".
  if ((/^ف/.test(prefix) && first.joined) || /ع/.test(prefix)) cues.placed = true;
  // Arabic in Latin letters: "3al Hamra" is on it.
  if (WRITTEN_ON.test(reading.text.slice(first.start - 5, first.start + 4))) cues.placed = true;
  // "to", written onto a name that is no word
  if (/ل/.test(prefix) && kind === 'distinct') cues.weakly = true;
  if (after && afterFact & FACT.university && !cues.placed) cues.renowned = true;
  return cues;
};

/** Log-odds from what stands before a name and happens around it. */
export const fromCuesBefore = (scene: Scene, { announced, placed, weakly, renowned, concern }: CuesBefore): number => {
  const { reading, met, first, factAt, latin, capitals, cased } = scene;
  const { from, to, kind, prefix, listed } = met;
  let odds = 0;
  if (/ب/.test(prefix) && !(/^ف/.test(prefix) && first.joined) && !/ع/.test(prefix)) odds += WORTH.at[kind] * 0.7;
  const local = localAround(reading.facts, from, to);
  if (local) odds += WORTH.local[kind];
  else if (renowned) odds += WORTH.renowned[kind];
  if (announced) odds += WORTH.announced[kind];
  else if (placed) odds += WORTH.at[kind];
  else if (weakly && (latin || kind === 'distinct')) odds += listed ? WORTH.at[kind] : WORTH.weaklyAt[kind];
  else if (weakly) odds += WORTH.weaklyAt[kind] / 4;
  if (!announced && !placed && latin && capitals === 0 && !cased && kind === 'words') odds += WORTH.small.words / 2;
  if (concern) odds -= 5;
  if (first.joined && !announced && factAt(from - 1) & FACT.oneOfAKind && kind !== 'distinct') odds -= 3;
  return odds;
};

/** Log-odds from what stands after a name, and from where in the text it stands. */
export const fromCuesAfter = (scene: Scene): number => {
  const { reading, met, first, last, after, afterFact, factAt, latin, written, cased } = scene;
  const { words, text } = reading;
  const { from, to, kind, withArticle } = met;
  const standsOut = !latin || written || (!cased && kind === 'distinct');
  let odds = 0;
  // "Bellmor town hall", "Bellmor police station"
  const further = after && QUALIFIERS.has(after.folded) && words[to + 1]?.joined && factAt(to + 1) & FACT.after;
  if ((afterFact & FACT.after || further) && standsOut) odds += WORTH.confirmed[kind];
  // Quarters are numbered: Mourouj 5, Githurai 45.
  if (after && /^\d{1,2}$/.test(after.written)) odds += WORTH.numbered[kind];
  if (withArticle && (written || !latin || !reading.cased))
    odds += latin && !written && first.article === undefined ? WORTH.withArticle[kind] / 3 : WORTH.withArticle[kind];
  const opens = from === 0 || (from === 1 && (factAt(0) & FACT.small) !== 0);
  if (opens && written && begins(words, 0)) odds += WORTH.opening[kind];
  // "staffy lost, Bellmor, answers to Bruno"
  if (written && kind === 'distinct' && isApart(text, first.start, last.end)) odds += APART;
  if (from === 0 && to === words.length) odds += WORTH.whole[kind];
  const heads = from === 0 || (from === 1 && first.joined && (factAt(0) & FACT.small) !== 0);
  if (heads && begins(words, 0) && /^\s?:/.test(text.slice(last.end, last.end + 3))) odds += WORTH.heading[kind];
  return odds;
};
