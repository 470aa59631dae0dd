import { expect, it } from 'vitest';
import { collected, makePosts } from './make-records.js';
import { NOW, tempStore } from './temp-store.js';

it('what every stored post says comes once, in pages of the size asked for', async () => {
  const { store } = await tempStore();
  const posts = makePosts(5);
  await store.offerPosts(posts, [], NOW);
  const pages: string[][] = [];
  for await (const page of store.postTextPages(2)) pages.push(page.map(({ text }) => text));
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(pages.flat().sort()).toEqual(posts.map(({ text }) => text).sort());
  const [first] = await collected(store.postTextPages());
  expect(Object.keys(first ?? {}).sort()).toEqual(['id', 'text', 'title', 'url']);
});
