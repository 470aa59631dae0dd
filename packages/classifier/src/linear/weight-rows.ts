import { BUCKETS } from '../features/hash.js';
import { HEADS } from './heads.js';

/**
 * Weights as they are read while texts are judged: four numbers a bucket, in each four heads, a byte a head, 128 more
 * than the weight. A row of 16 bytes never lies across two lines of the processor's cache, and four heads are added at
 * once: with room of 16 bits a head, the bytes of 256 rows can be summed up before one of them runs over into the next.
 * In memory that threads share, so that every thread reads the same copy.
 */
export type WeightRows = Int32Array;

const COUNT = HEADS.length;
const ACROSS = 4;
const BIAS = 128;
/** The heads that a row has room for; a list of sums needs as many places. */
export const ROW_HEADS = 4 * ACROSS;
if (COUNT > ROW_HEADS) throw new RangeError(`weight rows: expected at most ${ROW_HEADS} heads, got ${COUNT}`);
const LOW = 0x00ff00ff;
const MOST_AT_ONCE = 256;

const biased = (weight = 0): number => weight + BIAS;

/** Lays weights (a signed byte a bucket and head, as a model folder holds them) out in rows. */
export const rowsOf = (weights: Int8Array): WeightRows => {
  const rows = new Int32Array(new SharedArrayBuffer(BUCKETS * ROW_HEADS));
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    for (let four = 0; four < ACROSS; four++) {
      // Past the last head stand weights of the next bucket, which nobody reads.
      const from = bucket * COUNT + 4 * four;
      rows[bucket * ACROSS + four] =
        biased(weights[from]) |
        (biased(weights[from + 1]) << 8) |
        (biased(weights[from + 2]) << 16) |
        (biased(weights[from + 3]) << 24);
    }
  }
  return rows;
};

/** The weight of one bucket for one head. */
export const weightAt = (rows: WeightRows, bucket: number, head: number): number =>
  (((rows[bucket * ACROSS + (head >> 2)] ?? 0) >>> (8 * (head & 3))) & 0xff) - BIAS;

/** Adds the rows of the buckets from `from` to `to` to the sums of all heads (`ROW_HEADS` places). */
export const addRows = (rows: WeightRows, buckets: Int32Array, from: number, to: number, sums: Int32Array): void => {
  for (let begin = from; begin < to; begin += MOST_AT_ONCE) {
    const end = Math.min(begin + MOST_AT_ONCE, to);
    let [even0, odd0, even1, odd1, even2, odd2, even3, odd3] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = begin; at < end; at++) {
      const base = (buckets[at] ?? 0) * ACROSS;
      const first = rows[base] ?? 0;
      const second = rows[base + 1] ?? 0;
      const third = rows[base + 2] ?? 0;
      const fourth = rows[base + 3] ?? 0;
      even0 = (even0 + (first & LOW)) | 0;
      odd0 = (odd0 + ((first >>> 8) & LOW)) | 0;
      even1 = (even1 + (second & LOW)) | 0;
      odd1 = (odd1 + ((second >>> 8) & LOW)) | 0;
      even2 = (even2 + (third & LOW)) | 0;
      odd2 = (odd2 + ((third >>> 8) & LOW)) | 0;
      even3 = (even3 + (fourth & LOW)) | 0;
      odd3 = (odd3 + ((fourth >>> 8) & LOW)) | 0;
    }
    const bias = BIAS * (end - begin);
    spill(sums, 0, even0, odd0, bias);
    spill(sums, 4, even1, odd1, bias);
    spill(sums, 8, even2, odd2, bias);
    spill(sums, 12, even3, odd3, bias);
  }
};

/** Takes the four heads from `at` on out of their two sums: bytes 0 and 2 lie in one, 1 and 3 in the other. */
const spill = (sums: Int32Array, at: number, even: number, odd: number, bias: number): void => {
  sums[at] = (sums[at] ?? 0) + (even & 0xffff) - bias;
  sums[at + 1] = (sums[at + 1] ?? 0) + (odd & 0xffff) - bias;
  sums[at + 2] = (sums[at + 2] ?? 0) + (even >>> 16) - bias;
  sums[at + 3] = (sums[at + 3] ?? 0) + (odd >>> 16) - bias;
};
