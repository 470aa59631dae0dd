import { expect, it } from 'vitest';
import { collected, makePlacement, makePosts } from '../make-records.js';
import { NOW, tempStore } from '../temp-store.js';

it('every post comes once, ordered by id, while the placements of each page are saved', async () => {
  const { store } = await tempStore();
  const posts = makePosts(11);
  await store.offerPosts(posts, [], NOW);
  const seen: string[] = [];
  for await (const page of store.unplacedPosts('1', 3)) {
    const ids = page.map(({ id }) => id);
    seen.push(...ids);
    await store.savePlacements(
      ids,
      ids.slice(1).map((id) => makePlacement(id, 'ennasr')),
      '1',
    );
  }
  expect(seen).toEqual(posts.map(({ id }) => id));
  expect(await collected(store.unplacedPosts('1'))).toEqual([]);
});

it('a new version of the placer finds every post unplaced', async () => {
  const { store } = await tempStore();
  const posts = makePosts(3);
  await store.offerPosts(posts, [], NOW);
  await store.savePlacements(
    posts.map(({ id }) => id),
    [],
    '1',
  );
  expect(await collected(store.unplacedPosts('2'))).toEqual(posts);
});
