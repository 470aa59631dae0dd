import { expect, it } from 'vitest';
import { collected, MODEL, makePosts, makeVerdict } from '../make-records.js';
import { NOW, tempStore } from '../temp-store.js';

it('posts come in pages ordered by id', async () => {
  const { store } = await tempStore();
  const posts = makePosts(5);
  await store.offerPosts(posts, [], NOW);
  const pages = [];
  for await (const page of store.unjudgedPosts(MODEL, 2)) pages.push(page);
  expect(pages).toEqual([posts.slice(0, 2), posts.slice(2, 4), posts.slice(4)]);
});

it('every post comes once while the verdicts of each page are saved before the next', async () => {
  const { store } = await tempStore();
  const posts = makePosts(23);
  await store.offerPosts(posts, [], NOW);
  const seen: string[] = [];
  for await (const page of store.unjudgedPosts(MODEL, 4)) {
    const ids = page.map(({ id }) => id);
    seen.push(...ids);
    await store.saveVerdicts(
      ids.slice(1).map((id) => makeVerdict(id)),
      ids.slice(0, 1).map((id) => ({ id, error: { code: 'no-words', message: '' } })),
      NOW,
      MODEL,
    );
  }
  expect(seen).toEqual(posts.map(({ id }) => id));
  expect(await collected(store.unjudgedPosts(MODEL))).toEqual([]);
});

it('a post judged by another model or version is unjudged', async () => {
  const { store } = await tempStore();
  const posts = makePosts(1);
  await store.offerPosts(posts, [], NOW);
  await store.saveVerdicts(
    posts.map(({ id }) => makeVerdict(id)),
    [],
    NOW,
    MODEL,
  );
  expect(await collected(store.unjudgedPosts({ ...MODEL, version: '1.0.1' }))).toEqual(posts);
  expect(await collected(store.unjudgedPosts({ ...MODEL, name: 'marsad-other' }))).toEqual(posts);
});
