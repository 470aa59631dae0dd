import { expect, it } from 'vitest';
import { collected, makePlacement, makePost, makePosts } from '../make-records.js';
import { NOW, rowsOf, tempStore } from '../temp-store.js';

const PLACES = 'select post_id, position, area_id, rung, weight, candidates from placements order by post_id, position';

it('placements are kept in the order given, for each post', async () => {
  const { store, path } = await tempStore();
  const [a, b] = makePosts(2).map(({ id }) => id) as [string, string];
  await store.offerPosts(makePosts(2), [], NOW);
  const placements = [makePlacement(a, 'ennasr', 0.5), makePlacement(b, null), makePlacement(a, 'el-qasba', 0.5)];
  expect(await store.savePlacements([a, b], placements, '1')).toBe(2);
  expect(rowsOf(path, PLACES)).toEqual([
    { post_id: a, position: 0, area_id: 'ennasr', rung: 'mention', weight: 0.5, candidates: '["ennasr"]' },
    { post_id: a, position: 1, area_id: 'el-qasba', rung: 'mention', weight: 0.5, candidates: '["el-qasba"]' },
    { post_id: b, position: 0, area_id: null, rung: 'city', weight: 1, candidates: '[]' },
  ]);
});

it('placing again replaces all earlier placements of these posts and of no others', async () => {
  const { store } = await tempStore();
  const [a, b] = makePosts(2).map(({ id }) => id) as [string, string];
  await store.offerPosts(makePosts(2), [], NOW);
  await store.savePlacements([a, b], [makePlacement(a, 'ennasr'), makePlacement(b, 'ennasr')], '1');
  await store.savePlacements([a], [makePlacement(a, 'el-qasba')], '2');
  const placed = await collected(store.placedPosts());
  expect(placed.map(({ placements }) => placements.map(({ areaId }) => areaId))).toEqual([['el-qasba'], ['ennasr']]);
});

it('a post that got no placement is placed by that version all the same', async () => {
  const { store } = await tempStore();
  const posts = makePosts(2);
  const ids = posts.map(({ id }) => id);
  await store.offerPosts(posts, [], NOW);
  await store.savePlacements(ids, [makePlacement(ids[0] ?? '', 'ennasr')], '1');
  await store.savePlacements(ids, [], '1');
  expect(await collected(store.unplacedPosts('1'))).toEqual([]);
  expect((await collected(store.placedPosts())).map(({ placements }) => placements)).toEqual([[], []]);
});

it('a placement of a post that was not named is refused and nothing is written', async () => {
  const { store, path } = await tempStore();
  const [a, b] = makePosts(2).map(({ id }) => id) as [string, string];
  await store.offerPosts(makePosts(2), [], NOW);
  await expect(store.savePlacements([a], [makePlacement(a, 'x'), makePlacement(b, 'x')], '1')).rejects.toThrow(b);
  expect(rowsOf(path, PLACES)).toEqual([]);
});

it('a weight outside 0 to 1 is refused together with its whole batch', async () => {
  const { store, path } = await tempStore();
  const [a, b] = makePosts(2).map(({ id }) => id) as [string, string];
  await store.offerPosts(makePosts(2), [], NOW);
  await expect(store.savePlacements([a, b], [makePlacement(a, 'x'), makePlacement(b, 'x', 2)], '1')).rejects.toThrow();
  expect(rowsOf(path, 'select * from placings')).toEqual([]);
});

it('a post that was edited away meanwhile is passed over', async () => {
  const { store } = await tempStore();
  const old = makePost('forum', '1', 'the words as they were at first');
  const edited = makePost('forum', '1', 'the words as they are by now');
  await store.offerPosts([old, edited], [], NOW);
  expect(await store.savePlacements([old.id, edited.id], [makePlacement(old.id, 'ennasr')], '1')).toBe(1);
});
