import { PageTable } from '../page-table.js';
import { perLanguages } from './choice.js';
import { type EldTable, eldTable } from './eld-table.js';
import type { EnabledLanguage } from './languages.js';
import type { Opinion } from './opinion.js';

/** eld's own bounds: a text is cut to so many code units; no word begins after so many bytes, and none goes on after more. */
const LONGEST_TEXT = 1000;
const MOST_BYTES = 350;
const MOST_BYTES_WITH_WORD = 380;
const LONGEST_WORD = 70;
/** eld's own: what puts its sums between 0 and 1. */
const SCALE = 25;
const BLANK = 0x20;

/** Whether eld takes a code unit for a part of a word, or for a blank: 1 where it does. */
let parts: PageTable | undefined;

/** The text as eld cuts it into words: lower case, blanks for all that is no letter. */
const wordsOf = (text: string, { separators }: EldTable): string => {
  parts ??= new PageTable((unit) => (unit === BLANK || String.fromCharCode(unit).search(separators) === -1 ? 1 : 0));
  const cut = text.slice(0, LONGEST_TEXT);
  for (let i = 0; i < cut.length; i++) {
    if (parts.of(cut.charCodeAt(i)) === 0) return cut.replace(separators, ' ').trim().toLowerCase();
  }
  return cut.trim().toLowerCase();
};

const word = new Uint8Array(MOST_BYTES_WITH_WORD + 8);

/** Adds up the n-grams of one text, each counted once. */
class Sums {
  private readonly strange: number[] = [];
  private known = 0;

  constructor(
    private readonly table: EldTable,
    readonly sums: Int32Array,
  ) {
    sums.fill(0);
    table.beginText();
  }

  /** How many different n-grams the text has. */
  get count(): number {
    return this.known + this.strange.length;
  }

  private addStrange(gram: number): void {
    if (!this.strange.includes(gram)) this.strange.push(gram);
  }

  /** Adds the bytes of the word from one place to another, with a blank before and after as asked. */
  private addGram(from: number, to: number, before: boolean, after: boolean): void {
    let low = 0;
    let high = 0;
    let count = 0;
    if (before) {
      low = BLANK;
      count = 1;
    }
    for (let i = from; i < to; i++) {
      if (count < 4) low |= (word[i] ?? 0) << (8 * count);
      else high |= (word[i] ?? 0) << (8 * (count - 4));
      count += 1;
    }
    if (after) {
      if (count < 4) low |= BLANK << (8 * count);
      else high |= BLANK << (8 * (count - 4));
      count += 1;
    }
    high |= count << 16;
    const added = this.table.add(low, high, this.sums);
    if (added > 0) this.known += 1;
    else if (added < 0) this.addStrange(high * 2 ** 32 + (low >>> 0));
  }

  /** Runs of four bytes at every third place, and the last four, with a blank at the edges of the word. */
  addWord(wordLength: number): void {
    const length = Math.min(wordLength, LONGEST_WORD);
    let at = 0;
    for (; at + 4 < length; at += 3) this.addGram(at, at + 4, at === 0, false);
    const last = length !== 3 ? Math.max(0, length - 4) : 0;
    if (wordLength === length) {
      this.addGram(last, length, at === 0, true);
      return;
    }
    // Of a longer word than eld reads, the last run goes on to the end of the word, and is in no language.
    let hash = 0;
    for (let i = last; i < wordLength; i++) hash = Math.imul(hash, 31) + (word[i] ?? 0);
    this.addStrange(-1 - (hash >>> 0));
  }
}

const addWords = (text: string, { alphabet }: EldTable, sums: Sums): void => {
  let bytes = 0;
  let length = 0;
  const put = (byte: number): void => {
    word[length] = alphabet[byte] ?? BLANK;
    length += 1;
    bytes += 1;
  };
  for (let i = 0; i < text.length && bytes <= MOST_BYTES_WITH_WORD; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BLANK) {
      if (length > 0) sums.addWord(length);
      length = 0;
      if (bytes > MOST_BYTES) break;
      bytes += 1;
    } else if (unit < 0x80) put(unit);
    else {
      if (unit < 0x800) put(0xc0 | (unit >> 6));
      else {
        put(0xe0 | (unit >> 12));
        put(0x80 | ((unit >> 6) & 0x3f));
      }
      put(0x80 | (unit & 0x3f));
    }
  }
  if (length > 0) sums.addWord(length);
};

/** For each of eld's languages its place among those asked for, -1 where it is not among them. */
const placesIn = perLanguages((asked) => eldTable().codes.map((code) => asked.findIndex(({ eld }) => eld === code)));

let sums: Int32Array | undefined;

/** What eld makes of a text among some languages, computed over a table. The numbers are eld's. */
export const eldOpinion = (text: string, asked: readonly EnabledLanguage[]): Opinion => {
  const table = eldTable();
  sums ??= new Int32Array(table.codes.length);
  const added = new Sums(table, sums);
  addWords(wordsOf(text, table), table, added);
  const { count } = added;
  const places = placesIn(asked);
  const scores = asked.map(() => 0);
  let best = -1;
  // In eld's order: of two languages with the same score the first is the likelier.
  for (let at = 0; at < sums.length; at++) {
    const sum = sums[at] ?? 0;
    if (sum <= 0) continue;
    const place = places[at] ?? -1;
    if (place < 0) continue;
    const score = sum / count / (sum / count + SCALE);
    scores[place] = score;
    if (best === -1 || score > (scores[best] ?? 0)) best = place;
  }
  return { scores, best };
};
