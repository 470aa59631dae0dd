import { bandKeysOf, estimatedJaccard, LEAST_SIMILARITY, type Post, signatureFromBytes } from '@marsad/records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore, type Store } from '../../src/index.js';
import { collected, makePost, makeSignature } from '../make-records.js';
import { damage, LATER, NOW, rowsOf, tempStore } from '../temp-store.js';

const DATES = [
  null,
  '2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00.000Z',
  '2026-01-02T00:00:00Z',
  '2026-01-03T00:00:00.5Z',
];

/** Posts of few families and few dates, so that rows of copies run into each other: A like B, B like C, A unlike C. */
const posts = fc
  .array(
    fc.record({
      family: fc.integer({ min: 1, max: 2 }),
      from: fc.integer({ min: 0, max: 48 }),
      length: fc.integer({ min: 0, max: 36 }),
      text: fc.integer({ min: 0, max: 20 }),
      date: fc.constantFrom(...DATES),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) =>
    list.map(({ family, from, length, date, text }, at): Post => {
      const changed = Array.from({ length: Math.min(length, 64 - from) }, (_, bin) => from + bin);
      return makePost('forum', `#${at}`, `post number ${text} says a thing of its own`, {
        publishedAt: date,
        publishedPrecision: date === null ? 'unknown' : 'second',
        signature: makeSignature(family, changed),
      });
    }),
  );

/** Post → original, as the rule says it: by date, then by id, each compared with the originals before it. */
const expectedLinks = (list: readonly Post[]): Map<string, string | null> => {
  const timeOf = ({ publishedAt }: Post): number => (publishedAt === null ? Infinity : Date.parse(publishedAt));
  const ranked = [...list].sort((a, b) =>
    timeOf(a) === timeOf(b) ? (a.id < b.id ? -1 : 1) : timeOf(a) < timeOf(b) ? -1 : 1,
  );
  const links = new Map<string, string | null>();
  const texts = new Set<string>();
  const originals: { id: string; signature: Uint32Array }[] = [];
  for (const { id, contentHash, signature: bytes } of ranked) {
    // Of equal texts the first is a post, and the others are items without one.
    if (texts.has(contentHash)) continue;
    texts.add(contentHash);
    const signature = signatureFromBytes(Buffer.from(bytes ?? '', 'base64'));
    const keys = bandKeysOf(signature);
    const [best] = originals
      .filter((original) => bandKeysOf(original.signature).some((key, band) => key === keys[band]))
      .map((original) => ({ ...original, similarity: estimatedJaccard(original.signature, signature) }))
      .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
      .sort((a, b) => b.similarity - a.similarity);
    links.set(id, best?.id ?? null);
    if (!best) originals.push({ id, signature });
  }
  return links;
};

const linksOf = async (store: Store): Promise<Map<string, string | null>> =>
  new Map((await collected(store.placedPosts())).map(({ postId, copyOf }) => [postId, copyOf]));

it('whatever the order in which posts are offered, an election gives the same links', async () => {
  await fc.assert(
    fc.asyncProperty(
      posts.chain((list) =>
        fc.record({
          list: fc.constant(list),
          order: fc.shuffledSubarray(list, { minLength: list.length }),
          size: fc.integer({ min: 1, max: 5 }),
          electedBetween: fc.boolean(),
        }),
      ),
      async ({ list, order, size, electedBetween }) => {
        const store = await openStore(':memory:');
        try {
          for (let at = 0; at < order.length; at += size) {
            await store.offerPosts(order.slice(at, at + size), [], NOW);
            if (electedBetween) await store.electOriginals();
          }
          await store.electOriginals();
          const links = await linksOf(store);
          expect(links).toEqual(expectedLinks(list));
          expect((await store.conservation()).violations).toEqual([]);
          // A second election finds nothing to do.
          await store.electOriginals();
          expect(await linksOf(store)).toEqual(links);
        } finally {
          await store.close();
        }
      },
    ),
    { numRuns: 300, seed: 6 },
  );
});

it('an election that looks only at what has changed, edits included, leaves the same links and keys as one that looks at all posts', async () => {
  const { store, path } = await tempStore();
  const left = () => ({
    links: rowsOf(path, 'select id, copy_of from posts order by id'),
    keys: rowsOf(path, 'select key, locator from bands join posts using (arrival) order by 1, 2'),
    unelected: rowsOf(path, 'select * from unelected'),
  });
  let made = 0;
  let copies = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(posts, { minLength: 1, maxLength: 6 }), async (batches) => {
      made += 1;
      for (const [batch, list] of batches.entries()) {
        // Another text at a place that has one is an edit.
        const offered = list.map(({ text, ...rest }, at) => ({
          ...makePost(`forum-${made}`, `#${at}`, `${text} ${batch % 2 === 0 ? '' : batch}`, {}),
          publishedAt: rest.publishedAt,
          publishedPrecision: rest.publishedPrecision,
          signature: rest.signature,
        }));
        await store.offerPosts(offered, [], NOW);
        await store.electOriginals();
        const changed = left();
        damage(path, "delete from marks where name in ('elected', 'tally')");
        await store.electOriginals();
        expect(changed).toEqual(left());
        copies += changed.links.filter(({ copy_of }) => copy_of !== null).length;
      }
    }),
    { numRuns: 40, seed: 7 },
  );
  expect(copies).toBeGreaterThan(0);
}, 120_000);

it('originals are filed under their keys and copies are not, so that the next offer finds what was elected', async () => {
  const { store, path } = await tempStore();
  const version = (place: string, changed: readonly number[], publishedAt: string): Post =>
    makePost('forum', place, `text ${place}`, { publishedAt, signature: makeSignature(7, changed) });
  await store.offerPosts(
    [version('late', [], '2026-03-02T00:00:00Z'), version('early', [1], '2026-03-01T00:00:00Z')],
    [],
    NOW,
  );
  await store.electOriginals();
  expect(rowsOf(path, 'select distinct locator from bands join posts using (arrival)')).toEqual([{ locator: 'early' }]);
  await store.offerPosts([version('next', [1, 2], '2026-03-03T00:00:00Z')], [], LATER);
  expect(
    rowsOf(path, 'select p.locator, o.locator as original from posts p join posts o on o.id = p.copy_of order by 1'),
  ).toEqual([
    { locator: 'late', original: 'early' },
    { locator: 'next', original: 'early' },
  ]);
});
