import fc from 'fast-check';
import { expect, it } from 'vitest';
import { estimatedJaccard } from '../../src/signature/similarity.js';

it('similarity is the share of numbers that are equal at their place, in either order', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }), (equal) => {
      const a = Uint32Array.from(equal, (_, at) => at);
      const b = Uint32Array.from(equal, (same, at) => (same ? at : at + 1000));
      const expected = equal.filter((same) => same).length / 64;
      expect([estimatedJaccard(a, b), estimatedJaccard(b, a)]).toEqual([expected, expected]);
    }),
  );
});
