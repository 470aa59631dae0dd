import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormCache } from '../../src/words/form-cache.js';

describe('the memory of word forms', () => {
  it('gives back what was put in last, or nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.nat())), (entries) => {
        const cache = new FormCache<number>(8);
        const last = new Map<string, number>();
        for (const [form, value] of entries) {
          cache.set(form, value);
          last.set(form, value);
          expect(cache.get(form)).toBe(value);
        }
        for (const [form, value] of last) expect([value, undefined]).toContain(cache.get(form));
      }),
    );
  });

  it('forgets forms that were not asked for, and no others, once it is full', () => {
    const cache = new FormCache<number>(8);
    cache.set('often', 1);
    for (let at = 0; at < 100; at++) {
      cache.set(`form ${at}`, at);
      expect(cache.get('often')).toBe(1);
    }
    expect(cache.get('form 0')).toBeUndefined();
  });

  it('does not keep what is too long to be a word', () => {
    const cache = new FormCache<number>(8);
    cache.set('x'.repeat(1000), 1);
    expect(cache.get('x'.repeat(1000))).toBeUndefined();
  });
});
