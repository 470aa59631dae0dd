import { describe, expect, it } from 'vitest';
import { dotPattern, hatchPattern, scaledPattern } from '../../src/map/patterns.js';

const red = ({ data }: { data: Uint8ClampedArray }): number[] => [...data].filter((_, at) => at % 4 === 0);

describe('scaledPattern', () => {
  const picture = {
    width: 2,
    height: 2,
    data: Uint8ClampedArray.from([0, 40, 80, 200].flatMap((value) => [value, value, value, 255])),
  };

  it('is the picture itself at its own size, and the mean of all at one pixel', () => {
    expect(scaledPattern(picture, 2)).toEqual(picture);
    expect(red(scaledPattern(picture, 1))).toEqual([80]);
  });

  it('takes pixels that two share by their parts', () => {
    expect(red(scaledPattern(picture, 3))).toEqual([0, 20, 40, 40, 80, 120, 80, 140, 200]);
  });

  it('keeps how light a pattern is, whatever its size', () => {
    for (const pattern of [hatchPattern('#ffffff', '#404040'), dotPattern('#f0f0f0', '#808080')]) {
      const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
      for (const side of [8, 12, 16, 24])
        expect(mean(red(scaledPattern(pattern, side)))).toBeCloseTo(mean(red(pattern)), 0);
    }
  });
});
