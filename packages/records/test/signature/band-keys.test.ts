import { describe, expect, it } from 'vitest';
import { bandKeysOf } from '../../src/signature/band-keys.js';

const keys = (numbers: number[]): number[] => [...bandKeysOf(Uint32Array.from(numbers))];
const FIRST = Array.from({ length: 64 }, (_, at) => at * 7919);

describe('the band keys of a signature', () => {
  it('are sixteen unsigned 32-bit integers', () => {
    expect(keys(FIRST)).toHaveLength(16);
    expect(keys(FIRST).every((key) => Number.isInteger(key) && key >= 0 && key <= 0xffffffff)).toBe(true);
  });

  it('depend each on four numbers and on no others', () => {
    FIRST.forEach((_, changed) => {
      const second = FIRST.map((number, at) => (at === changed ? number + 1 : number));
      const different = keys(second).flatMap((key, band) => (key === keys(FIRST)[band] ? [] : [band]));
      expect(different).toEqual([Math.floor(changed / 4)]);
    });
  });

  it('differ between bands that hold the same numbers', () => {
    expect(new Set(keys(Array.from({ length: 64 }, (_, at) => at % 4))).size).toBe(16);
  });

  it('tell the order of the numbers', () => {
    const swapped = FIRST.with(0, FIRST[1] ?? 0).with(1, FIRST[0] ?? 0);
    expect(keys(swapped)[0]).not.toBe(keys(FIRST)[0]);
  });
});
