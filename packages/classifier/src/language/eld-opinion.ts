import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { FormCache } from '../words/form-cache.js';
import { type EldTable, eldTable } from './eld-table.js';
import type { EnabledLanguage } from './languages.js';

type Detector = typeof import('eld/small')['eld'];

let detector: Detector | undefined;

/**
 * Loads eld's small set when the first doubtful text comes: 60 MB and a quarter of a second that most short runs never
 * need. It is an ES module; `require` may load one since Node 20.19, which keeps `detectLanguage` synchronous.
 */
const loaded = (): Detector => {
  if (!detector) {
    const path = fileURLToPath(import.meta.resolve('eld/small'));
    detector = (createRequire(import.meta.url)(path) as typeof import('eld/small')).eld;
  }
  return detector;
};

/** What eld makes of a text of any kind among some languages: its score of each it knows. */
export const eldOpinion = (text: string, languages: readonly EnabledLanguage[]): Map<string, number> => {
  const codes = new Map(languages.flatMap(({ code, eld }) => (eld ? [[eld, code] as const] : [])));
  const scores = new Map<string, number>();
  for (const [eld, score] of Object.entries(loaded().detect(text).getScores())) {
    const code = codes.get(eld);
    if (code) scores.set(code, score);
  }
  return scores;
};

/** Words whose n-grams are remembered, some 200 bytes each. */
const MOST_REMEMBERED = 10_000;
/** eld cuts longer texts; their end is left to it. */
const LONGEST_TEXT = 1000;
const MOST_BYTES = 350;
/** eld's own: what puts its sums between 0 and 1. */
const SCALE = 25;

interface WordGrams {
  /** rows of the n-grams that eld's table has */
  known: readonly number[];
  /** n-grams that it has not: they count among the n-grams of a text */
  strange: readonly string[];
  bytes: number;
}

const cache = new FormCache<WordGrams>(MOST_REMEMBERED);

const gramsOfWord = (word: string, table: EldTable): WordGrams => {
  const before = cache.get(word);
  if (before) return before;
  const { grams, bytes } = table.gramsOf(word);
  const known = new Set<number>();
  const strange = new Set<string>();
  for (const gram of grams) {
    const row = table.rows.get(gram);
    if (row === undefined) strange.add(gram);
    else known.add(row);
  }
  const made = { known: [...known], strange: [...strange], bytes };
  cache.set(word, made);
  return made;
};

/**
 * The same for a text given as lower-case words: n-grams never reach beyond a word, so those of a word are looked up
 * once and remembered.
 */
export const eldOpinionOfWords = (
  words: readonly string[],
  languages: readonly EnabledLanguage[],
): Map<string, number> => {
  const table = eldTable();
  const rows = new Set<number>();
  let strange: Set<string> | undefined;
  let bytes = 0;
  let length = 0;
  for (const word of words) {
    const grams = gramsOfWord(word, table);
    bytes += grams.bytes + 1;
    length += word.length + 1;
    if (bytes > MOST_BYTES || length > LONGEST_TEXT) return eldOpinion(words.join(' '), languages);
    for (const row of grams.known) rows.add(row);
    if (grams.strange.length > 0) {
      strange ??= new Set();
      for (const gram of grams.strange) strange.add(gram);
    }
  }
  const count = rows.size + (strange?.size ?? 0);
  const sums = new Int32Array(table.width);
  for (const row of rows) {
    for (let language = 0; language < sums.length; language++) {
      sums[language] = (sums[language] ?? 0) + (table.scores[row + language] ?? 0);
    }
  }
  const own = new Map(languages.map(({ code, eld }) => [eld, code]));
  const scores = new Map<string, number>();
  // In eld's order: of two languages with the same score the first is the likelier.
  for (const [eld, column] of table.columns) {
    const code = own.get(eld);
    const sum = sums[column] ?? 0;
    if (code && sum > 0) scores.set(code, sum / count / (sum / count + SCALE));
  }
  return scores;
};
