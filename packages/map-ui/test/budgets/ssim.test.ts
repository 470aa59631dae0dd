import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structuralSimilarity } from './ssim.js';

const WIDTH = 24;
const HEIGHT = 16;
const picture = fc
  .uint8Array({ minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT })
  .map((greys) => ({ width: WIDTH, height: HEIGHT, greys }));

describe('structuralSimilarity', () => {
  it('is 1 for a picture and itself, the same either way round, and never above 1', () => {
    fc.assert(
      fc.property(picture, picture, (a, b) => {
        expect(structuralSimilarity(a, a)).toBeCloseTo(1, 12);
        expect(structuralSimilarity(a, b)).toBeCloseTo(structuralSimilarity(b, a), 12);
        expect(structuralSimilarity(a, b)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is that of the formula: two even squares differ by their light alone', () => {
    const even = (grey: number) => ({ width: 8, height: 8, greys: new Uint8Array(64).fill(grey) });
    const c1 = (0.01 * 255) ** 2;
    expect(structuralSimilarity(even(100), even(200))).toBeCloseTo(
      (2 * 100 * 200 + c1) / (100 ** 2 + 200 ** 2 + c1),
      12,
    );
  });

  it('falls when a line of letters moves, and does not rise with the empty paper around it', () => {
    const letters = (shift: number, width: number) => ({
      width,
      height: 8,
      greys: Uint8Array.from({ length: width * 8 }, (_, at) => {
        const [x, y] = [at % width, Math.floor(at / width)];
        return x < 64 && (x + shift) % 5 < 2 && y > 1 ? 20 : 255;
      }),
    });
    const close = structuralSimilarity(letters(0, 64), letters(1, 64));
    expect(close).toBeLessThan(0.8);
    expect(structuralSimilarity(letters(0, 640), letters(1, 640))).toBeCloseTo(close, 6);
  });

  it('refuses pictures of two sizes', () => {
    const a = { width: 8, height: 8, greys: new Uint8Array(64) };
    expect(() => structuralSimilarity(a, { ...a, width: 9 })).toThrow(
      'expected two pictures of one size, got 8×8 and 9×8',
    );
  });
});
