import { expect, it } from 'vitest';
import { collected, MODEL, makePlacement, makePost, makePosts, makeVerdict } from '../make-records.js';
import { damage, NOW, tempStore } from '../temp-store.js';

it('every stored post comes once, ordered by id, judged and placed or not', async () => {
  const { store } = await tempStore();
  const posts = makePosts(7);
  const ids = posts.map(({ id }) => id);
  const [a = '', b = ''] = ids;
  await store.offerPosts(posts, [], NOW);
  await store.saveVerdicts([makeVerdict(a)], [], NOW, MODEL);
  await store.savePlacements([a, b], [makePlacement(a, 'ennasr', 0.5), makePlacement(a, 'el-qasba', 0.5)], '1');
  const placed = await collected(store.placedPosts(2));
  expect(placed.map(({ postId }) => postId)).toEqual(ids);
  expect(placed.map(({ verdict }) => verdict !== null)).toEqual(ids.map((id) => id === a));
  expect(placed[0]?.placements).toEqual([
    { areaId: 'ennasr', rung: 'mention', weight: 0.5 },
    { areaId: 'el-qasba', rung: 'mention', weight: 0.5 },
  ]);
  expect(placed[1]?.placements).toEqual([]);
});

it('a post brings where it comes from and when, but not its text', async () => {
  const { store } = await tempStore();
  const post = makePost('forum', 'http://forum.test/1', 'some words', {
    authorHash: 'cd'.repeat(16),
    publishedAt: '2026-04-01T07:00:00Z',
    publishedPrecision: 'second',
  });
  await store.offerPosts([post], [], NOW);
  expect(await collected(store.placedPosts())).toEqual([
    {
      postId: post.id,
      sourceId: 'forum',
      locator: 'http://forum.test/1',
      permission: 'public-web',
      authorHash: 'cd'.repeat(16),
      publishedAt: '2026-04-01T07:00:00Z',
      copyOf: null,
      verdict: null,
      undetermined: null,
      placements: [],
    },
  ]);
});

it('a verdict that was damaged in the file is refused, not tallied', async () => {
  const { store, path } = await tempStore();
  const [post] = makePosts(1);
  await store.offerPosts(makePosts(1), [], NOW);
  await store.saveVerdicts([makeVerdict(post?.id ?? '')], [], NOW, MODEL);
  damage(path, `update judgements set probabilities = '{"hate":7}'`);
  await expect(collected(store.placedPosts())).rejects.toThrow();
});
