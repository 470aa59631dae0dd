import { expect, it } from 'vitest';
import { makePost, makePosts } from './make-records.js';
import { NOW, tempStore } from './temp-store.js';

it('an empty store counts nothing', async () => {
  const { store } = await tempStore();
  expect(await store.counts()).toEqual({ posts: 0, outcomes: {}, itemsLeftOut: {}, documentsLeftOut: {} });
});

it('posts, outcomes, items and documents are counted by state and reason, in sorted order', async () => {
  const { store } = await tempStore();
  const posts = makePosts(4);
  const text = 'a text that is long enough to be copied';
  await store.offerPosts(
    [...posts, makePost('z', '1', text), makePost('z', '2', text), makePost('z', '1', 'an edit of it')],
    [
      { sourceId: 'z', locator: '7', reason: 'too-long' },
      { sourceId: 'z', locator: '8', reason: 'no-text' },
      { sourceId: 'z', locator: '9', reason: 'no-text' },
    ],
    NOW,
  );
  await store.replaceOutcomes([
    posts.map(({ id }, index) => ({
      postId: id,
      outcome: index < 2 ? 'suppressed' : 'outside',
      reason: index === 0 ? 'too-few-posts' : null,
    })),
  ]);
  const urls = ['a', 'b', 'c', 'd'].map((name) => `http://z.test/${name}`);
  await store.addDocuments(
    urls.map((url) => ({ sourceId: 'z', url, role: 'page' as const, depth: 1 })),
    NOW,
  );
  const ends = ['skipped', 'failed', 'fetched'] as const;
  for (const [index, state] of ends.entries()) {
    await store.settleDocument({ sourceId: 'z', url: urls[index] ?? '', state, reason: `reason-${index}` }, NOW);
  }
  const counts = await store.counts();
  expect(counts).toEqual({
    posts: 5,
    outcomes: { outside: 2, suppressed: 1, 'suppressed:too-few-posts': 1 },
    itemsLeftOut: { 'duplicate:exact-copy': 1, 'rejected:no-text': 2, 'rejected:too-long': 1, 'superseded:edited': 1 },
    documentsLeftOut: { 'failed:reason-1': 1, 'skipped:reason-0': 1 },
  });
  for (const part of [counts.outcomes, counts.itemsLeftOut, counts.documentsLeftOut]) {
    expect(Object.keys(part)).toEqual(Object.keys(part).sort());
  }
});
