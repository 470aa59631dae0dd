import type { NameClass } from '../name-class.js';
import type { OtherPlace } from '../other-places.js';
import { FACT } from '../word-facts.js';
import type { Word } from '../words.js';

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

/** A name in its text, with what several signs ask of it. */
export interface Scene {
  reading: Reading;
  met: Met;
  first: Word;
  last: Word;
  /** the word before the name, tied to it or not */
  opener: Word | undefined;
  /** the word after it, where nothing parts the two */
  after: Word | undefined;
  afterFact: number;
  factAt(at: number): number;
  /** in a script with capitals */
  latin: boolean;
  /** words of the name with a capital, among those that are no small words and no kinds of place */
  capitals: number;
  content: number;
  /** with a capital somewhere */
  written: boolean;
  /** whether the writer would have given such a name a capital */
  cased: boolean;
  /** stands out even without capitals */
  sayable: boolean;
  /** one word carries the name */
  single: boolean;
}

export const isLatin = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{Script=Latin}|^\p{Script=Cyrillic}/u.test(word.written);
export const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.written);

/** Whether a word begins a sentence, where a capital says nothing. */
export const begins = (words: readonly Word[], at: number): boolean => !words[at]?.joined;

/** Sets the scene for a name; undefined for one without words. */
export const sceneOf = (reading: Reading, met: Met): Scene | undefined => {
  const { words, facts } = reading;
  const { from, to, kind } = met;
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last) return undefined;
  const latin = isLatin(first);
  const factAt = (at: number): number => facts[at] ?? 0;
  const inside = words.slice(from, to).filter((_, at) => (factAt(from + at) & FACT.small) === 0);
  const named = inside.filter((word) => (factAt(words.indexOf(word, from)) & FACT.before) === 0);
  const content = named.length > 0 ? named : inside;
  const capitals = content.filter(isCapital).length;
  const after = words[to]?.joined ? words[to] : undefined;
  return {
    reading,
    met,
    first,
    last,
    opener: words[from - 1],
    after,
    afterFact: after ? factAt(to) : 0,
    factAt,
    latin,
    capitals,
    content: content.length,
    written: latin && capitals > 0,
    // A name spelled in full needs no capital where the writer has them at the beginning of sentences only.
    cased: met.exact && kind === 'distinct' ? reading.namesCased : reading.cased,
    sayable: kind === 'distinct' || (kind === 'person' && content.length > 1),
    single: content.length === 1,
  };
};
