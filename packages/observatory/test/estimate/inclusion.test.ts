import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawSample, inclusionProbabilities } from '../../src/estimate/inclusion.js';
import { seededRandom } from '../../src/estimate/seeded-random.js';

it('chances add up to the size, lie over 0 and at most at 1, in both designs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 1, max: 220 }),
      fc.constantFrom('random' as const, 'efficient' as const),
      (scores, size, design) => {
        const chances = inclusionProbabilities(scores, size, design);
        const sum = chances.reduce((total, chance) => total + chance, 0);
        expect(sum).toBeCloseTo(Math.min(size, scores.length), 6);
        for (const chance of chances) {
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

it('posts that the score leaves open are drawn in proportion to √(s(1 − s))', () => {
  const scores = [...Array<number>(500).fill(0.5), ...Array<number>(500).fill(0.1)];
  const chances = inclusionProbabilities(scores, 100, 'efficient');
  expect((chances[0] ?? 0) / (chances[999] ?? 1)).toBeCloseTo(0.5 / 0.3, 10);
});

it('each post is drawn as often as its chance says, and the sample has its size', () => {
  const chances = inclusionProbabilities([0.5, 0.01, 0.3, 0.001, 0.9, 0.2], 3, 'efficient');
  const drawn = new Float64Array(chances.length);
  for (let seed = 0; seed < 4000; seed += 1) {
    const sample = drawSample(chances, seededRandom(seed));
    expect(sample.length).toBe(3);
    for (const at of sample) drawn[at] = (drawn[at] ?? 0) + 1 / 4000;
  }
  chances.forEach((chance, at) => {
    expect(Math.abs((drawn[at] ?? 0) - chance)).toBeLessThan(0.035);
  });
});
