import { characterGrams } from '../features/character-grams.js';
import { FeatureSink } from '../features/feature-list.js';
import { step } from '../features/hash.js';
import { FORM_SEED } from '../features/text-features.js';
import { HEADS } from './heads.js';
import { addRows, ROW_HEADS, type WeightRows } from './weight-rows.js';

/**
 * What word forms alone bring to a text, remembered: twenty words have three hundred runs of characters, each with a
 * weight for every head somewhere else in memory, and most words have come before. One row of 64 bytes, a line of the
 * processor's cache, holds all of a form; it is found by two hashes of the form without a string being compared. Four
 * megabytes that are there from the start, so that memory stays flat; of three forms that meet in one place the one
 * that came first is forgotten.
 */
const ROWS = 1 << 16;
const WIDTH = 16;
const HASH = 0;
const CHECK = 1;
const GRAMS = 2;
/** Where the sums begin: per head, of the weights of the form's runs of characters. */
const SUMS = 3;
const COUNT = HEADS.length;
if (SUMS + COUNT > WIDTH) throw new RangeError(`form weights: expected at most ${WIDTH - SUMS} heads, got ${COUNT}`);

export class FormTable {
  private readonly rows = new Int32Array(ROWS * WIDTH);
  private readonly sums = new Int32Array(ROW_HEADS);
  private readonly sink = new FeatureSink();
  private row = 0;

  constructor(private readonly weights: WeightRows) {}

  /** Goes to a form: what follows speaks of it. */
  seek(form: string): void {
    let hash: number = FORM_SEED;
    let check = form.length;
    for (let i = 0; i < form.length; i++) {
      const unit = form.charCodeAt(i);
      hash = step(hash, unit);
      check = Math.imul(check, 31) + unit;
    }
    // FNV's low bits are weak; a neighbour is the second place of a form.
    const place = ((hash ^ (hash >>> 15)) & (ROWS - 1)) * WIDTH;
    const { rows } = this;
    if (rows[place + HASH] === hash && rows[place + CHECK] === (check | 0) && rows[place + GRAMS] !== 0) {
      this.row = place;
      return;
    }
    const second = place ^ WIDTH;
    if (rows[second + HASH] === hash && rows[second + CHECK] === (check | 0) && rows[second + GRAMS] !== 0) {
      this.row = second;
      return;
    }
    rows.copyWithin(second, place, place + WIDTH);
    characterGrams(form, this.sink);
    const { buckets } = this.sink.take();
    this.sums.fill(0);
    addRows(this.weights, buckets, 0, buckets.length, this.sums);
    rows[place + HASH] = hash;
    rows[place + CHECK] = check;
    rows[place + GRAMS] = buckets.length;
    for (let head = 0; head < COUNT; head++) rows[place + SUMS + head] = this.sums[head] ?? 0;
    this.row = place;
  }

  /** The hash of the form, by which word features are named. */
  get hash(): number {
    return this.rows[this.row + HASH] ?? 0;
  }

  /** The number of its runs of characters. */
  get grams(): number {
    return this.rows[this.row + GRAMS] ?? 0;
  }

  /** The sum of a head. */
  sum(head: number): number {
    return this.rows[this.row + SUMS + head] ?? 0;
  }

  /** Adds the form to the sums of all heads. */
  addTo(sums: Int32Array): void {
    const { rows, row } = this;
    for (let head = 0; head < COUNT; head++) sums[head] = (sums[head] ?? 0) + (rows[row + SUMS + head] ?? 0);
  }
}
