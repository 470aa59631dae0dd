import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { eldLanguages, readEldNgrams, SCORE_BITS } from './eld-data.js';
import { LANGUAGES } from './languages.js';

/** The n-grams that one of our languages has are some 41,000. */
const PLACES = 1 << 16;
/** Numbers a place: the two of the n-gram, where its scores begin and how many there are, the text that had it last. */
const WIDTH = 4;
const LOW = 0;
const HIGH = 1;
const SCORES = 2;
const SEEN = 3;
const MOST_SCORE = (1 << SCORE_BITS) - 1;
/** How many scores an n-gram has is written above where they begin. */
const COUNT_SHIFT = 24;

/**
 * eld's n-grams as a table over the languages that Marsad tells apart. eld itself goes through all its sixty languages
 * for every n-gram of every text, in objects; that is the half of what naming a language costs. What is known of an
 * n-gram lies together, since to fetch it is most of the work.
 *
 * An n-gram is at most six characters of eld's own alphabet, each of a byte: the first four are `low`, the rest and the
 * number of all are `high`.
 */
export class EldTable {
  private readonly places = new Int32Array(PLACES * WIDTH);
  private text = 0;

  private constructor(
    /** eld's codes of the languages, in eld's order */
    readonly codes: readonly string[],
    /** eld's alphabet: the character that stands for a byte */
    readonly alphabet: Uint8Array,
    /** what eld takes for the end of a word */
    readonly separators: RegExp,
    /** scores of n-grams, one after the other: the place of the language in `codes` above SCORE_BITS of score */
    private readonly scores: Uint16Array,
  ) {}

  /** Reads eld's data file as it lies in the package, since eld exports its detector only. */
  static read(): EldTable {
    const small = fileURLToPath(import.meta.resolve('eld/small'));
    const load = createRequire(small);
    const source = readFileSync(load.resolve('../ngrams/small.js'), 'utf8');
    const { dictionary } = load('../dictionary.js') as { dictionary: Readonly<Record<number, string>> };
    const { separators } = load('../regexPatterns.js') as { separators: RegExp };
    const known = new Set(LANGUAGES.map(({ eld }) => eld));
    const codes: string[] = [];
    const places = eldLanguages(source).map((code) => (known.has(code) ? codes.push(code) - 1 : -1));
    const alphabet = Uint8Array.from({ length: 256 }, (_, byte) =>
      byte < 0x80 ? byte : (dictionary[byte] ?? ' ').charCodeAt(0),
    );
    const { grams, scores } = readEldNgrams(source, places);
    const table = new EldTable(codes, alphabet, separators, scores);
    for (let at = 0; at < grams.length; at += 3) {
      const begin = grams[at + 2] ?? 0;
      const end = grams[at + 5] ?? scores.length;
      table.put(grams[at] ?? 0, grams[at + 1] ?? 0, begin | ((end - begin) << COUNT_SHIFT));
    }
    return table;
  }

  private put(low: number, high: number, scores: number): void {
    const place = this.find(low, high);
    this.places[place + LOW] = low;
    this.places[place + HIGH] = high;
    this.places[place + SCORES] = scores;
  }

  /** The place of an n-gram, or the free one where it would lie; no n-gram has a `high` of 0. */
  private find(low: number, high: number): number {
    const { places } = this;
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    let place = ((mixed ^ (mixed >>> 15)) & (PLACES - 1)) * WIDTH;
    while (places[place + HIGH] !== 0 && (places[place + HIGH] !== high || places[place + LOW] !== low)) {
      place = (place + WIDTH) & (PLACES * WIDTH - 1);
    }
    return place;
  }

  /** Begins another text: every n-gram counts once a text. */
  beginText(): void {
    this.text = (this.text + 1) | 0;
  }

  /**
   * Adds the scores of an n-gram to the sums of the languages.
   * @returns 1 for an n-gram that the text has not had yet, 0 for one that it has had, -1 for one that is in no language
   */
  add(low: number, high: number, sums: Int32Array): number {
    const { places, scores } = this;
    const place = this.find(low, high);
    if (places[place + HIGH] === 0) return -1;
    if (places[place + SEEN] === this.text) return 0;
    places[place + SEEN] = this.text;
    const packed = places[place + SCORES] ?? 0;
    const begin = packed & ((1 << COUNT_SHIFT) - 1);
    const end = begin + (packed >>> COUNT_SHIFT);
    for (let at = begin; at < end; at++) {
      const score = scores[at] ?? 0;
      const language = score >>> SCORE_BITS;
      sums[language] = (sums[language] ?? 0) + (score & MOST_SCORE);
    }
    return 1;
  }
}

let table: EldTable | undefined;

/** The table, read when the first doubtful text comes: some 50 ms. */
export const eldTable = (): EldTable => {
  table ??= EldTable.read();
  return table;
};
