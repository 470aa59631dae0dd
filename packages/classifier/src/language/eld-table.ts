import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from './languages.js';

/**
 * eld's n-grams as a table over the languages that Marsad tells apart. eld itself goes through all its sixty languages
 * for every n-gram of every text, in objects; that is the half of what naming a language costs. Its data file is read
 * as it lies in the package, since eld exports its detector only; the words are cut as its detector cuts them.
 */
export interface EldTable {
  /** where the scores of an n-gram begin */
  rows: ReadonlyMap<string, number>;
  scores: Int16Array;
  /** languages a row */
  width: number;
  /** the place of a language in a row, by eld's code, in eld's order */
  columns: ReadonlyMap<string, number>;
  /** the n-grams of a word, and how many bytes of eld's limit it takes */
  gramsOf(word: string): { grams: string[]; bytes: number };
}

interface Ngrams {
  ngramsData: { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };
}

/** eld's files leave this much out of every score. */
const LEAST_SCORE = 53;
const LONGEST_WORD = 70;

const encode = (word: string, dictionary: Readonly<Record<number, string>>): { encoded: string; bytes: number } => {
  const utf8 = Buffer.from(word, 'utf8');
  let encoded = '';
  for (const byte of utf8) encoded += byte < 0x80 ? String.fromCharCode(byte) : (dictionary[byte] ?? '');
  return { encoded, bytes: utf8.length };
};

/** Runs of four bytes at every third place, and the last four, with a blank at the edges of the word. */
const gramsOfEncoded = (word: string): string[] => {
  const length = Math.min(word.length, LONGEST_WORD);
  const grams: string[] = [];
  let at = 0;
  for (; at + 4 < length; at += 3) grams.push((at === 0 ? ' ' : '') + word.substring(at, at + 4));
  grams.push(`${at === 0 ? ' ' : ''}${word.substring(length !== 3 ? length - 4 : 0)} `);
  return grams;
};

const build = (): EldTable => {
  const small = fileURLToPath(import.meta.resolve('eld/small'));
  const load = createRequire(small);
  const { ngramsData } = load('../ngrams/small.js') as Ngrams;
  const { dictionary } = load('../dictionary.js') as { dictionary: Readonly<Record<number, string>> };
  const { separators } = load('../regexPatterns.js') as { separators: RegExp };
  const known = new Set(LANGUAGES.map(({ eld }) => eld));
  const columns = new Map<string, number>();
  for (const eld of Object.values(ngramsData.languages)) if (known.has(eld)) columns.set(eld, columns.size);
  const columnOf = new Map(
    Object.entries(ngramsData.languages).flatMap(([number, eld]) => {
      const column = columns.get(eld);
      return column === undefined ? [] : [[number, column] as const];
    }),
  );
  const width = columns.size;
  const grams = Object.entries(ngramsData.ngrams);
  const rows = new Map<string, number>();
  const scores: number[] = [];
  for (const [gram, byLanguage] of grams) {
    const row = scores.length;
    for (let i = 0; i < width; i++) scores.push(0);
    for (const number in byLanguage) {
      const column = columnOf.get(number);
      if (column !== undefined) scores[row + column] = (byLanguage[number] ?? 0) + LEAST_SCORE;
    }
    rows.set(gram, row);
  }
  return {
    rows,
    scores: Int16Array.from(scores),
    width,
    columns,
    gramsOf: (word) => {
      const parts = word.replace(separators, ' ').trim().toLowerCase().split(' ');
      let bytes = -1;
      const all: string[] = [];
      for (const part of parts) {
        if (part === '') continue;
        const { encoded, bytes: own } = encode(part, dictionary);
        bytes += own + 1;
        all.push(...gramsOfEncoded(encoded));
      }
      return { grams: all, bytes: Math.max(0, bytes) };
    },
  };
};

let table: EldTable | undefined;

/** The table, built when the first doubtful text comes: a quarter of a second. */
export const eldTable = (): EldTable => {
  table ??= build();
  return table;
};
