import { describe, expect, it } from 'vitest';
import { compareWithCity } from '../../src/view/compare.js';

describe('compareWithCity', () => {
  const city = { low: 0.1, high: 0.2 };
  it.each([
    [{ low: 0.21, high: 0.3 }, 'above'],
    [{ low: 0.2, high: 0.3 }, 'cannot-tell'],
    [{ low: 0.05, high: 0.1 }, 'cannot-tell'],
    [{ low: 0, high: 0.09 }, 'below'],
  ] as const)('says of %j: %s', (area, expected) => {
    expect(compareWithCity(area, city)).toBe(expected);
  });
});
