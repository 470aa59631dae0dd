import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inChunks } from '../src/in-chunks.js';

it('chunks hold the list in order, none empty and none too long', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (list, size) => {
      const chunks = [...inChunks(list, size)];
      expect(chunks.flat()).toEqual(list);
      for (const chunk of chunks) expect(chunk.length >= 1 && chunk.length <= size).toBe(true);
    }),
  );
});
