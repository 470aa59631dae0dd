import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandKeysOf, estimatedJaccard, mix } from '../../src/index.js';
import { openBandIndex } from '../../src/signature/band-index.js';

/** Few values, so that signatures often share bands. */
const signatures = fc.array(
  fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 64, maxLength: 64 }).map((bins) => Uint32Array.from(bins)),
  { maxLength: 40 },
);

describe('the index of signatures', () => {
  it('finds the same as looking at all of them', () => {
    fc.assert(
      fc.property(signatures, (list) => {
        const index = openBandIndex();
        list.forEach((signature, at) => {
          const keys = bandKeysOf(signature);
          const sharing = list
            .slice(0, at)
            .map((other, place) => ({ place, other, similarity: estimatedJaccard(signature, other) }))
            .filter(({ other }) => bandKeysOf(other).some((key, band) => key === keys[band]))
            .sort((a, b) => b.similarity - a.similarity || a.place - b.place);
          const [best] = sharing;
          expect(index.mostLike(signature, keys)).toEqual(best && { place: best.place, similarity: best.similarity });
          index.add(signature, keys);
        });
        expect(index.size).toBe(list.length);
      }),
    );
  });

  it('finds every one of 65,536 again, in less than 512 bytes each', () => {
    const before = process.memoryUsage().arrayBuffers;
    const index = openBandIndex();
    const signature = new Uint32Array(64);
    const fill = (number: number) =>
      signature.forEach((_, bin) => {
        signature[bin] = mix(number * 64 + bin);
      });
    for (let number = 0; number < 65_536; number += 1) {
      fill(number);
      index.add(signature, bandKeysOf(signature));
    }
    // Keys handed in above are garbage that may not be collected yet: 64 bytes each.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan((512 + 64) * 65_536);
    for (let number = 0; number < 65_536; number += 997) {
      fill(number);
      expect(index.mostLike(signature, bandKeysOf(signature))).toEqual({ place: number, similarity: 1 });
    }
  });

  it('looks at a bounded number of texts, however many are made to share a key', () => {
    const index = openBandIndex();
    const crowded = (number: number) =>
      Uint32Array.from({ length: 64 }, (_, bin) => (bin < 4 ? bin : mix(number * 64 + bin)));
    for (let number = 0; number < 3_000; number += 1) index.add(crowded(number), bandKeysOf(crowded(number)));
    // By the crowded key alone the first is still found, the last is not.
    const onlyCrowdedKey = (number: number) => {
      const signature = crowded(number).map((value, bin) => (bin >= 4 && bin % 4 === 0 ? value + 1 : value));
      return index.mostLike(signature, bandKeysOf(signature))?.place;
    };
    expect(onlyCrowdedKey(0)).toBe(0);
    expect(onlyCrowdedKey(2_999)).not.toBe(2_999);
    // By its other keys the last is found all the same.
    expect(index.mostLike(crowded(2_999), bandKeysOf(crowded(2_999)))).toEqual({ place: 2_999, similarity: 1 });
  });
});
