import { describe, expect, it } from 'vitest';
import { seededChance } from '../../src/chance.js';
import { balancedThreshold, preciseThreshold } from '../../src/train/choose-threshold.js';
import { fitCurve, type Scored } from '../../src/train/fit-curve.js';

/** Texts whose chance of being positive follows a curve. */
const drawn = (count: number, slope: number, offset: number): Scored[] => {
  const chance = seededChance(5);
  return Array.from({ length: count }, () => {
    const score = 8 * chance.next() - 4;
    return { score, label: chance.next() < 1 / (1 + Math.exp(-(slope * score + offset))) ? 1 : 0, weight: 1 };
  });
};

describe('fitCurve', () => {
  it('finds the curve by which the texts were drawn', () => {
    const { slope, offset } = fitCurve(drawn(20_000, 1.7, -0.6));
    expect(slope).toBeCloseTo(1.7, 1);
    expect(offset).toBeCloseTo(-0.6, 1);
  });

  it('is flat at the share of positives where scores say nothing or mislead', () => {
    const { slope, offset } = fitCurve(drawn(5000, -1, 0));
    expect(slope).toBe(0);
    expect(Math.abs(offset)).toBeLessThan(0.2);
  });
});

describe('thresholds', () => {
  const scored = drawn(4000, 2, 0);

  it('leave three in four harmless texts alone when balanced', () => {
    const threshold = balancedThreshold(scored, 0);
    const harmless = scored.filter(({ label }) => label === 0);
    expect(harmless.filter(({ score }) => score < threshold).length / harmless.length).toBeGreaterThan(0.75);
    expect(
      balancedThreshold(
        scored.filter(({ label }) => label === 1),
        0.42,
      ),
    ).toBe(0.42);
  });

  it('let at most the stated share of harmless texts pass when precise', () => {
    const spread = scored.map((each) => ({ ...each, score: 1 / (1 + Math.exp(-each.score)) }));
    const threshold = preciseThreshold(spread, 0.01, 0.5);
    const harmless = spread.filter(({ label }) => label === 0);
    expect(harmless.filter(({ score }) => score >= threshold).length / harmless.length).toBeLessThanOrEqual(0.01);
    expect(threshold).toBeGreaterThan(0.5);
  });
});
