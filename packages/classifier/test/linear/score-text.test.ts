import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText } from '../../src/compose/analyse-text.js';
import { FAMILIES, FeatureSink } from '../../src/features/feature-list.js';
import { textFeatures } from '../../src/features/text-features.js';
import { openLexicons } from '../../src/lexicon/choose-lexicons.js';
import { HEADS } from '../../src/linear/heads.js';
import { openScoring } from '../../src/linear/score-text.js';
import { rowsOf } from '../../src/linear/weight-rows.js';
import { noWeights, someHeader } from './some-model.js';

describe('the scores of a text', () => {
  it('are the sum of the features that training reads, each with the value of its family', () => {
    const weights = noWeights();
    for (let at = 0; at < weights.length; at++) weights[at] = ((at * 31) % 255) - 127;
    const header = { ...someHeader, weights: '0'.repeat(64), biases: HEADS.map((_, head) => head / 10) };
    const score = openScoring(header, rowsOf(weights));
    const index = openLexicons()({ code: 'eng', script: 'Latn', confidence: 1 });
    const word = fc.oneof(
      fc.constantFrom('the', 'migrants', 'are', 'not', 'vermin', 'you', 'idiot', 'deport', 'all', '.', '"', 'العرب'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 450 }), (words) => {
        const analysis = analyseText(words.join(' '), index);
        const { buckets, ends, values } = textFeatures(analysis, 'eng', new FeatureSink());
        const { scores } = score(analysis, 'eng');
        HEADS.forEach((_, head) => {
          const sum = FAMILIES.reduce((total, _family, family) => {
            const own = buckets.subarray(ends[family - 1] ?? 0, ends[family]);
            const part = own.reduce((so, bucket) => so + (weights[bucket * HEADS.length + head] ?? 0), 0);
            return total + (values[family] ?? 0) * part;
          }, 0);
          expect(scores[head]).toBeCloseTo(0.01 * sum + head / 10, 9);
        });
      }),
      { numRuns: 40 },
    );
  });
});
