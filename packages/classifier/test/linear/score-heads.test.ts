import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/features/feature-list.js';
import { HEADS } from '../../src/linear/heads.js';
import { scoreHeads } from '../../src/linear/score-heads.js';
import { noWeights, someHeader } from './some-model.js';

describe('the scores of a text', () => {
  it('are the sum of its features, each with the value of its family', () => {
    const weights = noWeights();
    for (let at = 0; at < weights.length; at++) weights[at] = ((at * 31) % 255) - 127;
    const header = { ...someHeader, weights: '0'.repeat(64), biases: HEADS.map((_, head) => head / 10) };
    const families = fc.array(fc.array(fc.nat(5000), { maxLength: 20 }), {
      minLength: FAMILIES.length,
      maxLength: FAMILIES.length,
    });
    fc.assert(
      fc.property(families, (lists) => {
        const values = lists.map((list) => (list.length === 0 ? 0 : 1 / Math.sqrt(list.length)));
        let end = 0;
        const ends = lists.map((list) => {
          end += list.length;
          return end;
        });
        const scores = scoreHeads({ header, weights }, { buckets: Int32Array.from(lists.flat()), ends, values });
        HEADS.forEach((_, head) => {
          const sum = lists.reduce(
            (total, list, family) =>
              total +
              (values[family] ?? 0) *
                list.reduce((part, bucket) => part + (weights[bucket * HEADS.length + head] ?? 0), 0),
            0,
          );
          expect(scores[head]).toBeCloseTo(0.01 * sum + head / 10, 9);
        });
      }),
    );
  });
});
