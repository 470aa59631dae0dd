import { expect, it } from 'vitest';
import { HEADS } from '../../src/linear/heads.js';
import { addRows, ROW_HEADS, rowsOf, weightAt } from '../../src/linear/weight-rows.js';
import { noWeights } from './some-model.js';

it('sums of far more rows than fit in one addition are those of the weights, at their extremes too', () => {
  const weights = noWeights();
  for (let at = 0; at < weights.length; at++) weights[at] = ((at * 37) % 255) - 127;
  weights.fill(127, 0, HEADS.length);
  weights.fill(-127, HEADS.length, 2 * HEADS.length);
  const rows = rowsOf(weights);
  const last = weights.length / HEADS.length - 1;
  const buckets = Int32Array.from({ length: 2000 }, (_, at) => (at < 700 ? 0 : at < 1400 ? 1 : last - (at % 50)));
  const sums = new Int32Array(ROW_HEADS);
  addRows(rows, buckets, 0, 1000, sums);
  addRows(rows, buckets, 1000, buckets.length, sums);
  HEADS.forEach((_, head) => {
    const naive = buckets.reduce((sum, bucket) => sum + (weights[bucket * HEADS.length + head] ?? 0), 0);
    expect(sums[head]).toBe(naive);
    expect(weightAt(rows, last, head)).toBe(weights[last * HEADS.length + head]);
  });
});
