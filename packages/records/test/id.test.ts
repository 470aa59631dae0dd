import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorHash, contentId, sha256 } from '../src/id.js';

const key = new Uint8Array(32).fill(7);

describe('contentId', () => {
  it('is the same for the same parts and 32 hexadecimal characters long', () => {
    expect(contentId('post', 'a', 'b')).toBe(contentId('post', 'a', 'b'));
    expect(contentId('post', 'a', 'b')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('differs when the same characters are divided otherwise', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        expect(contentId('post', a, b)).not.toBe(contentId('post', a + b));
        expect(contentId('post', a, b)).not.toBe(contentId('post', a + b, ''));
      }),
    );
  });

  it('differs between kinds', () => {
    expect(contentId('post', 'a')).not.toBe(contentId('item', 'a'));
  });
});

describe('authorHash', () => {
  it('is the same for one handle however it is written, and another under another key or source', () => {
    const hash = authorHash(key, 'forum', 'Harbour_Cat');
    expect(authorHash(key, 'forum', ' harbour_cat ')).toBe(hash);
    expect(authorHash(key, 'other', 'Harbour_Cat')).not.toBe(hash);
    expect(authorHash(new Uint8Array(32).fill(8), 'forum', 'Harbour_Cat')).not.toBe(hash);
  });

  it('refuses a key too short to protect anyone', () => {
    expect(() => authorHash(new Uint8Array(8), 'forum', 'x')).toThrow(/at least 16 bytes, got 8/);
  });
});

describe('sha256', () => {
  it('gives the published digest of "abc" (FIPS 180-4)', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
