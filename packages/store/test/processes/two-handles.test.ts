import { expect, it } from 'vitest';
import { openStore } from '../../src/index.js';
import { collected, makePost, makePosts } from '../make-records.js';
import { NOW, tempStore } from '../temp-store.js';

it('two stores on one file, writing at once, lose nothing and count each post once', async () => {
  const { store: first, path } = await tempStore();
  const second = await openStore(path);
  const shared = makePosts(120, 'shared');
  const write = async (store: typeof first, own: string) => {
    let stored = 0;
    for (let start = 0; start < 120; start += 10) {
      const posts = [...shared.slice(start, start + 10), ...makePosts(120, own).slice(start, start + 10)];
      stored += (await store.offerPosts(posts, [], NOW)).stored;
    }
    return stored;
  };
  const stored = await Promise.all([write(first, 'one'), write(second, 'two')]);
  expect(stored[0] + stored[1]).toBe(360);
  expect(await collected(first.unplacedPosts('1'))).toHaveLength(360);
  expect((await second.conservation()).violations).toEqual([]);
  await second.close();
});

it('two stores on one file never lease the same document', async () => {
  const { store: first, path } = await tempStore();
  const second = await openStore(path);
  const urls = Array.from({ length: 60 }, (_, index) => `http://a.test/${index}`);
  await first.addDocuments(
    urls.map((url) => ({ sourceId: 'forum', url, role: 'page' as const, depth: 1 })),
    NOW,
  );
  const claimAll = async (store: typeof first) => {
    const claimed: string[] = [];
    for (;;) {
      const some = await store.claimDocuments('forum', 3, NOW, '2026-04-01T09:00:00Z');
      if (some.length === 0) return claimed;
      claimed.push(...some.map(({ url }) => url));
    }
  };
  const [a, b] = await Promise.all([claimAll(first), claimAll(second)]);
  expect([...a, ...b].sort()).toEqual([...urls].sort());
  await second.close();
});

it('one store does what it is asked at once one after the other', async () => {
  const { store } = await tempStore();
  const text = 'the same words from many hands at once';
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => store.offerPosts([makePost('forum', `#${index}`, text)], [], NOW)),
  );
  // An equal text of an earlier date takes the place of the one that is stored, so more may be stored than stay.
  expect(outcomes.reduce((sum, { stored, duplicate }) => sum + stored + duplicate, 0)).toBe(20);
  expect((await store.counts()).posts).toBe(1);
});
