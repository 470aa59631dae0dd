import { PROTECTION_FLOOR } from '@marsad/records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseCodes } from '../../../src/protect/codes/choose-codes.js';
import { gate } from '../../../src/protect/gate.js';
import { AuthorCounts } from '../../../src/tally/author-counts.js';
import { byCode, codesTogether } from '../../../src/tally/by-code.js';
import { flagsOf, PostKinds } from '../../../src/tally/post-kinds.js';

const post = fc.record({
  language: fc.constantFrom('ara', 'ara', 'ara', 'fra', 'fra', 'eng', 'amz'),
  author: fc.nat(12),
  source: fc.nat(4),
  flagged: fc.boolean(),
});

it('every sum of told languages, and what is left beside it, passes the gate or is nothing', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(post, { minLength: 10, maxLength: 90 }), (posts) => {
      const kinds = new PostKinds();
      const authors = new AuthorCounts([], kinds);
      for (const { language, author, source, flagged } of posts)
        authors.add(author, kinds.numberOf(language, 'mention', source, flagsOf(flagged ? ['hate'] : [])));
      const codes = byCode({ authors }, 'languages');
      const chosen = chooseCodes(codes, PROTECTION_FLOOR);
      const names = Object.keys(chosen.posts);
      told += names.length;
      const all = [...codes.keys()];
      for (const name of names) {
        const own = posts.filter(({ language }) => language === name);
        expect(chosen.posts[name]).toBe(own.length);
        expect(chosen.flagged[name]?.hate).toBe(own.filter(({ flagged }) => flagged).length);
      }
      const parts = [names, ...names.map((name) => [name])];
      for (const part of [...parts, ...parts.map((out) => all.filter((name) => !out.includes(name)))]) {
        const cell = codesTogether(part.flatMap((name) => codes.get(name) ?? []));
        if (cell.posts === 0) continue;
        const topAuthorShare = cell.authors.top / cell.posts;
        const measures = { posts: cell.posts, authors: cell.authors.size, sources: cell.sources.size, topAuthorShare };
        if (names.length > 0) expect(gate(measures, PROTECTION_FLOOR)).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(50);
});
