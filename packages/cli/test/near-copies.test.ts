import { openStore } from '@marsad/store';
import { expect, it } from 'vitest';
import { openNearDuplicates } from '../../collector/src/near-duplicates/open-near-duplicates.js';
import { runSteps } from '../../collector/src/steps.js';

const BENCH = new URL('../../../bench/', import.meta.url);
// Modules of bench/, which is plain JavaScript: their types are said here.
type Fixtures = { fixturePosts: () => string[] };
type Edited = { EDITS: Record<string, (random: () => number, text: string) => string> };
type Seeded = { seeded: (seed: number) => () => number };

/** Every post of the demo city, then each once more, edited, the kinds of edit by turns. */
const texts = async (): Promise<string[]> => {
  const { fixturePosts }: Fixtures = await import(new URL('corpora/fixture-posts.mjs', BENCH).href);
  const { EDITS }: Edited = await import(new URL('corpora/edited-posts.mjs', BENCH).href);
  const { seeded }: Seeded = await import(new URL('corpora/seeded.mjs', BENCH).href);
  const random = seeded(3);
  const kinds = Object.values(EDITS);
  const posts = fixturePosts();
  return [...posts, ...posts.map((post, at) => kinds[at % kinds.length]?.(random, post) ?? post)];
};

it('the store makes the links whose quality the bench measures, in whatever batches the posts come', async () => {
  const { posts } = runSteps(
    (await texts()).map((text, at) => ({
      sourceId: 's',
      locator: String(at),
      text,
      permission: 'file-import' as const,
    })),
    { authorKey: new Uint8Array(32) },
  );
  const store = await openStore(':memory:');
  for (let at = 0, size = 1; at < posts.length; at += size, size = (size * 7) % 300) {
    await store.offerPosts(posts.slice(at, at + size), [], '2026-04-01T08:00:00Z');
  }
  const copies = new Map<string, string | null>();
  for await (const page of store.placedPosts()) for (const { postId, copyOf } of page) copies.set(postId, copyOf);
  await store.close();

  const links = openNearDuplicates();
  // The store keeps no post for an exact copy.
  const expected = posts
    .filter(({ id }) => copies.has(id))
    .map(({ id, text }): [string, string | null] => [id, links.findOrAdd(id, text)?.original ?? null]);
  expect(posts.map(({ id }) => [id, copies.get(id)]).filter(([, copyOf]) => copyOf !== undefined)).toEqual(expected);
  expect(expected.filter(([, original]) => original !== null).length).toBeGreaterThan(500);
});
