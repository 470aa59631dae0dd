import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AuthorCounts } from '../../src/tally/author-counts.js';
import { AuthorNumbers } from '../../src/tally/author-numbers.js';

/** Keys as `author-identity.ts` makes them: up to 52 bits, many alike in their lowest ones. */
const key = fc.oneof(
  fc.nat(40),
  fc.nat(40).map((high) => high * 2 ** 32),
  fc.maxSafeInteger().map((n) => Math.abs(n) % 2 ** 52),
);

it('an author has one number, from 0 on in the order in which they come, and the number leads back to the key', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 3000, size: 'max' }), (keys) => {
      const numbers = new AuthorNumbers();
      const given = keys.map((one) => numbers.numberOf(one));
      const distinct = [...new Set(keys)];
      expect(given).toEqual(keys.map((one) => distinct.indexOf(one)));
      expect(distinct.map((one) => numbers.keyOf(numbers.numberOf(one)))).toEqual(distinct);
    }),
    { numRuns: 30 },
  );
});

it('authors, the most prolific of them and their posts are what a map counts, however posts come together', () => {
  const lots = fc.array(fc.array(fc.nat(30), { maxLength: 60 }), { maxLength: 6 });
  fc.assert(
    fc.property(lots, fc.nat(12), (all, few) => {
      const whole = new AuthorCounts();
      for (const lot of all) {
        const part = new AuthorCounts();
        for (const author of lot) part.add(author);
        // Asked before and after, since what was counted must not outlive new posts.
        expect(whole.size).toBeLessThanOrEqual(30 + 1);
        whole.merge(part);
      }
      const posts = new Map<number, number>();
      for (const author of all.flat()) posts.set(author, (posts.get(author) ?? 0) + 1);
      const most = [...posts.values()].sort((a, b) => b - a);
      expect(whole.size).toBe(posts.size);
      expect(whole.top).toBe(most[0] ?? 0);
      expect(whole.ofMostProlific(few)).toBe(most.slice(0, few).reduce((sum, count) => sum + count, 0));
      expect([...whole]).toEqual([...posts].sort(([a], [b]) => a - b));
      expect([...whole.sortedNumbers()]).toEqual(all.flat().sort((a, b) => a - b));
    }),
  );
});
