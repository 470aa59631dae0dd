import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBytes } from '../../src/import/open-bytes.js';
import { gathered } from './support/here-and-now.js';
import { inPieces } from './support/memory-files.js';

const read = async (bytes: Uint8Array, size = 100) => {
  const { all } = await openBytes(inPieces(bytes, size), 'a.gz');
  const { items, error } = await gathered(all);
  return { bytes: Buffer.concat(items), error };
};

describe('openBytes', () => {
  it('unpacks any number of gzip members and leaves other bytes as they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 500 }),
        async (parts, size) => {
          const { bytes, error } = await read(Buffer.concat(parts.map((part) => gzipSync(part))), size);
          expect(error).toBeUndefined();
          expect(bytes.equals(Buffer.concat(parts))).toBe(true);
          const plain = Buffer.concat([Buffer.from('plain'), ...parts]);
          expect((await read(plain, size)).bytes.equals(plain)).toBe(true);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  it('passes over zeros at the end and says when anything else is there', async () => {
    const packed = gzipSync('all of it');
    for (const size of [1, 7, 10_000]) {
      expect(await read(Buffer.concat([packed, Buffer.alloc(600)]), size)).toMatchObject({ error: undefined });
      for (const rest of [Buffer.from('more'), Buffer.concat([Buffer.alloc(600), gzipSync('more')])]) {
        const { bytes, error } = await read(Buffer.concat([packed, rest]), size);
        // What was unpacked in one go with the break is lost.
        expect(size === 10_000 ? 'all of it'.startsWith(bytes.toString()) : bytes.toString() === 'all of it').toBe(
          true,
        );
        expect(error).toMatchObject({ name: 'InputError', code: 'cut-off' });
      }
    }
  });

  it('gives out what comes before a cut, wherever it is', async () => {
    const packed = Buffer.concat([gzipSync('one '), gzipSync('two '), gzipSync('three')]);
    for (let at = 4; at < packed.length; at += 1) {
      const { bytes, error } = await read(packed.subarray(0, at));
      expect('one two three'.startsWith(bytes.toString())).toBe(true);
      if (error !== undefined) expect(error).toMatchObject({ name: 'InputError', code: 'cut-off' });
      else expect(['one ', 'one two ']).toContain(bytes.toString());
    }
  });

  it('holds no more than a part of a bomb at once', async () => {
    const megabyte = gzipSync(Buffer.alloc(1_000_000));
    const bomb = Buffer.concat(Array.from({ length: 300 }, () => megabyte));
    const before = process.memoryUsage().arrayBuffers;
    const { all } = await openBytes(inPieces(bomb, bomb.length), 'a.gz');
    let length = 0;
    let most = 0;
    for await (const chunk of all) {
      length += chunk.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(length).toBe(300_000_000);
    expect(most).toBeLessThan(150_000_000);
  });
});
