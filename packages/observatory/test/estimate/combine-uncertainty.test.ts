import { describe, expect, it } from 'vitest';
import { areaInterval, cityInterval, cityUncertainty } from '../../src/estimate/combine-uncertainty.js';
import { logOdds } from '../../src/estimate/log-odds.js';
import { normalBelow } from '../../src/estimate/normal.js';

const CITY = 0.04;
const EFFECTIVE = { positives: 40, size: 1000 };

/** An area that lies so far from its city, as sure as that. */
const curveAt = (share: number, error: number) => [
  {
    weight: 1,
    curve: {
      baseline: logOdds(CITY),
      confidence: (shift: number): number => normalBelow((shift + logOdds(CITY) - logOdds(share)) / error),
    },
  },
];

/** Width of an area's interval in log-odds. */
const widthOf = (share: number, error: number, information: number): number => {
  const { low, high } = areaInterval(cityUncertainty(CITY, EFFECTIVE), curveAt(share, error), information);
  return logOdds(high) - logOdds(low);
};

describe('areaInterval', () => {
  it('an area without doubt of its own has the city’s interval, moved', () => {
    const city = cityInterval(CITY, EFFECTIVE);
    const own = areaInterval(cityUncertainty(CITY, EFFECTIVE), curveAt(CITY, 0.001), 100);
    expect(own.low).toBeCloseTo(city.low, 3);
    expect(own.high).toBeCloseTo(city.high, 3);
  });

  it('the city’s error weighs more in a small share and less in a large one, where the area’s posts tell much', () => {
    expect(widthOf(0.01, 0.05, 10)).toBeGreaterThan(1.3 * widthOf(0.04, 0.05, 10));
    expect(widthOf(0.12, 0.05, 10)).toBeLessThan(0.8 * widthOf(0.04, 0.05, 10));
  });

  it('where they tell little it weighs alike, as a factor', () => {
    expect(widthOf(0.01, 0.05, 2)).toBeCloseTo(widthOf(0.12, 0.05, 2), 2);
  });

  it('holds the share that it is of, at either edge', () => {
    for (const share of [1e-6, 0.001, 0.5, 0.999]) {
      const { low, high } = areaInterval(cityUncertainty(CITY, EFFECTIVE), curveAt(share, 1), 8);
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
    }
  });
});
