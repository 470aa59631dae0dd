import type { Post } from '@marsad/records';
import { expect, it } from 'vitest';
import { bins, collected, MODEL, makePlacement, makePost, makeSignature, makeVerdict } from '../make-records.js';
import { damage, LATER, NOW, rowsOf, tempStore } from '../temp-store.js';

const NOTHING = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };

/** A text of the family `family`, with these bins of its signature changed. */
const version = (place: string, family: number, changed: readonly number[] = []): Post =>
  makePost('forum', place, `text ${place} of ${family} ${changed.join(' ')}`, {
    signature: makeSignature(family, changed),
  });

/** place → place of its original */
const links = (path: string): Record<string, unknown> =>
  Object.fromEntries(
    rowsOf(
      path,
      `select posts.locator, originals.locator as original from posts left join posts as originals
       on originals.id = posts.copy_of order by posts.arrival`,
    ).map(({ locator, original }) => [locator, original]),
  );

it('a lightly changed copy is stored as a post and linked to the first', async () => {
  const { store, path } = await tempStore();
  expect(await store.offerPosts([version('1', 7)], [], NOW)).toEqual({ ...NOTHING, stored: 1 });
  expect(await store.offerPosts([version('2', 7, bins(0, 20))], [], LATER)).toEqual({ ...NOTHING, stored: 1 });
  expect(links(path)).toEqual({ 1: null, 2: '1' });
  expect(rowsOf(path, 'select distinct state from items')).toEqual([{ state: 'stored' }]);
  const placed = await collected(store.placedPosts());
  const original = version('1', 7).id;
  expect(placed.map(({ postId, copyOf }) => copyOf === (postId === original ? null : original))).toEqual([true, true]);
});

it('in one call the order decides which is the first', async () => {
  const { store, path } = await tempStore();
  await store.offerPosts([version('2', 7, bins(0, 20)), version('1', 7), version('3', 8)], [], NOW);
  expect(links(path)).toEqual({ 1: '2', 2: null, 3: null });
});

it.each([
  [32, '1'],
  [33, null],
])('a text with %i of 64 numbers changed is linked to %s', async (changed, original) => {
  const { store, path } = await tempStore();
  await store.offerPosts([version('1', 7), version('2', 7, bins(0, changed))], [], NOW);
  expect(links(path)).toEqual({ 1: null, 2: original });
});

it('texts of no signature are never linked', async () => {
  const { store, path } = await tempStore();
  const short = (place: string) => makePost('forum', place, `good morning ${place}`);
  await store.offerPosts([short('1'), short('2')], [], NOW);
  expect(links(path)).toEqual({ 1: null, 2: null });
});

it('a copy of a copy is linked to the first, or to nothing when it is too far from it', async () => {
  const { store, path } = await tempStore();
  const posts = [
    version('first', 7),
    version('copy', 7, bins(0, 24)),
    version('copy of both', 7, bins(0, 28)),
    version('copy of the copy', 7, bins(0, 40)),
  ];
  await store.offerPosts(posts, [], NOW);
  expect(links(path)).toEqual({ first: null, copy: 'first', 'copy of both': 'first', 'copy of the copy': null });
});

it.each([
  ['the one more like it', bins(1, 64), 'right'],
  ['of equals the earliest', bins(0, 64), 'left'],
])('of two originals a text is linked to %s', async (_, changed, original) => {
  const { store, path } = await tempStore();
  const apart = [version('left', 7, bins(0, 34)), version('right', 7, bins(30, 64))];
  await store.offerPosts([...apart, version('between', 7, changed)], [], NOW);
  expect(links(path)).toEqual({ left: null, right: null, between: original });
});

it('when an edit replaces the first, the earliest of its copies takes its place for the others', async () => {
  const { store, path } = await tempStore();
  const first = [
    version('1', 7),
    version('2', 7, bins(0, 10)),
    version('3', 7, bins(0, 20)),
    version('4', 7, bins(5, 25)),
  ];
  await store.offerPosts(first, [], NOW);
  expect(links(path)).toEqual({ 1: null, 2: '1', 3: '1', 4: '1' });
  expect(await store.offerPosts([version('1', 9)], [], LATER)).toEqual({ ...NOTHING, stored: 1, superseded: 1 });
  expect(links(path)).toEqual({ 2: null, 3: '2', 4: '2', 1: null });
  await store.offerPosts([version('5', 7, bins(0, 11))], [], LATER);
  expect(links(path)).toMatchObject({ 5: '2' });
});

it('the first and its copies may be replaced in one call, in any order', async () => {
  const { store, path } = await tempStore();
  await store.offerPosts([version('1', 7), version('2', 7, bins(0, 10)), version('3', 7, bins(0, 20))], [], NOW);
  const later = version('4', 7, bins(0, 15));
  await store.offerPosts([later, version('1', 20), version('2', 21), version('3', 22)], [], LATER);
  expect(links(path)).toEqual({ 4: null, 1: null, 2: null, 3: null });
  await store.offerPosts([version('5', 7, bins(0, 16))], [], LATER);
  expect(links(path)).toMatchObject({ 5: '4' });
});

it('a copy that is edited leaves the first as it is', async () => {
  const { store, path } = await tempStore();
  await store.offerPosts([version('1', 7), version('2', 7, bins(0, 10)), version('3', 7, bins(0, 20))], [], NOW);
  await store.offerPosts([version('2', 9)], [], LATER);
  expect(links(path)).toEqual({ 1: null, 3: '1', 2: null });
});

it('an edit is no copy of the text it replaces, but may be one of its copies', async () => {
  const { store, path } = await tempStore();
  await store.offerPosts([version('1', 7)], [], NOW);
  await store.offerPosts([version('1', 7, bins(0, 4))], [], LATER);
  expect(links(path)).toEqual({ 1: null });
  await store.offerPosts([version('2', 7, bins(0, 10))], [], LATER);
  await store.offerPosts([version('1', 7, bins(0, 8))], [], LATER);
  expect(links(path)).toEqual({ 2: null, 1: '2' });
});

it('a copy that becomes the first keeps its verdict and its places', async () => {
  const { store } = await tempStore();
  const copy = version('2', 7, bins(0, 10));
  await store.offerPosts([version('1', 7), copy], [], NOW);
  await store.saveVerdicts([makeVerdict(copy.id)], [], NOW, MODEL);
  await store.savePlacements([copy.id], [makePlacement(copy.id, 'el-qasba')], '1');
  await store.offerPosts([version('1', 9)], [], LATER);
  const heir = (await collected(store.placedPosts())).find(({ postId }) => postId === copy.id);
  expect(heir).toMatchObject({ copyOf: null, verdict: { stance: 'endorsing' }, placements: [{ areaId: 'el-qasba' }] });
});

it('a key under which 256 originals stand takes no more of them, and the other keys still find the text', async () => {
  const { store, path } = await tempStore();
  // All share the first band and nothing else.
  const crowd = Array.from({ length: 300 }, (_, at) => version(`crowd ${at}`, 1000 + at));
  for (const post of crowd) {
    const bytes = Buffer.from(post.signature ?? '', 'base64');
    bytes.fill(1, 0, 16);
    post.signature = bytes.toString('base64');
  }
  await store.offerPosts(crowd.slice(0, 200), [], NOW);
  await store.offerPosts(crowd.slice(200), [], NOW);
  expect(rowsOf(path, 'select count(*) as held from bands group by key order by held desc limit 1')).toEqual([
    { held: 256 },
  ]);
  const last = crowd.at(-1);
  await store.offerPosts(
    [makePost('feed', 'copy', 'a copy of the last', { signature: last?.signature ?? null })],
    [],
    NOW,
  );
  expect(links(path)).toMatchObject({ copy: last?.locator });
});

it('the signature of a post comes back as it was offered', async () => {
  const { store } = await tempStore();
  const post = version('1', 7);
  await store.offerPosts([post], [], NOW);
  expect(await collected(store.unplacedPosts('1'))).toEqual([post]);
});

it('a copy whose original is gone, or is a copy itself, is a violation', async () => {
  const { store, path } = await tempStore();
  await store.offerPosts([version('1', 7), version('2', 7, bins(0, 10)), version('3', 7, bins(0, 20))], [], NOW);
  expect((await store.conservation()).violations).toEqual([]);
  damage(path, `update posts set copy_of = (select id from posts where locator = '2') where locator = '3'`);
  expect((await store.conservation()).violations).toEqual(['1 copies point at no original among the posts']);
  damage(path, `update posts set copy_of = 'gone' where locator in ('2', '3')`);
  expect((await store.conservation()).violations).toEqual(['2 copies point at no original among the posts']);
});
