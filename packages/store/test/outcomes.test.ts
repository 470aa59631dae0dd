import type { PostOutcomeRow } from '@marsad/records';
import { expect, it } from 'vitest';
import { makePost, makePosts } from './make-records.js';
import { NOW, tempStore } from './temp-store.js';

const ended = (postId: string, outcome: PostOutcomeRow['outcome'], reason: string | null = null): PostOutcomeRow => ({
  postId,
  outcome,
  reason,
});

it('new outcomes replace all earlier ones', async () => {
  const { store } = await tempStore();
  const [a, b] = makePosts(2).map(({ id }) => id) as [string, string];
  await store.offerPosts(makePosts(2), [], NOW);
  expect(await store.replaceOutcomes([[ended(a, 'published')], [ended(b, 'published')]])).toBe(2);
  expect(await store.replaceOutcomes([[ended(a, 'suppressed', 'too-few-posts')]])).toBe(1);
  expect((await store.counts()).outcomes).toEqual({ 'suppressed:too-few-posts': 1 });
});

it('whoever computes the outcomes may read the store meanwhile, and others read the old ones', async () => {
  const { store } = await tempStore();
  const posts = makePosts(5);
  await store.offerPosts(posts, [], NOW);
  await store.replaceOutcomes([posts.map(({ id }) => ended(id, 'outside'))]);
  const meanwhile: object[] = [];
  const outcomes = async function* () {
    for await (const page of store.placedPosts(2)) {
      yield page.map(({ postId }) => ended(postId, 'published'));
      meanwhile.push((await store.counts()).outcomes);
    }
  };
  expect(await store.replaceOutcomes(outcomes())).toBe(5);
  expect(meanwhile).toEqual([{ outside: 5 }, { outside: 5 }, { outside: 5 }]);
  expect((await store.counts()).outcomes).toEqual({ published: 5 });
});

it('when a batch fails the old outcomes stay', async () => {
  const { store } = await tempStore();
  const posts = makePosts(2);
  const [a = ''] = posts.map(({ id }) => id);
  await store.offerPosts(posts, [], NOW);
  await store.replaceOutcomes([posts.map(({ id }) => ended(id, 'outside'))]);
  const broken = async function* () {
    yield [ended(a, 'published')];
    throw new Error('the disk is gone');
  };
  await expect(store.replaceOutcomes(broken())).rejects.toThrow('the disk is gone');
  await expect(store.replaceOutcomes([[ended(a, 'published')], [ended(a, 'suppressed')]])).rejects.toThrow('UNIQUE');
  expect((await store.counts()).outcomes).toEqual({ outside: 2 });
  expect(await store.replaceOutcomes([[ended(a, 'published')]])).toBe(1);
});

it('of two tallies at once the later one counts, and they do not mix', async () => {
  const { store } = await tempStore();
  const posts = makePosts(4);
  await store.offerPosts(posts, [], NOW);
  const batches = (outcome: PostOutcomeRow['outcome']) => posts.map(({ id }) => [ended(id, outcome)]);
  await Promise.all([store.replaceOutcomes(batches('outside')), store.replaceOutcomes(batches('published'))]);
  expect((await store.counts()).outcomes).toEqual({ published: 4 });
});

it('a post that was edited away meanwhile is passed over', async () => {
  const { store } = await tempStore();
  const old = makePost('forum', '1', 'the words as they were at first');
  const edited = makePost('forum', '1', 'the words as they are by now');
  await store.offerPosts([old, edited], [], NOW);
  expect(await store.replaceOutcomes([[ended(old.id, 'outside'), ended(edited.id, 'outside')]])).toBe(1);
});
