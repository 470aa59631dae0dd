import type { Post } from '@marsad/records';
import { expect, it } from 'vitest';
import { collected, MODEL, makePlacement, makePost, makePosts, makeVerdict } from '../make-records.js';
import { LATER, NOW, rowsOf, tempStore } from '../temp-store.js';

const NOTHING = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };
const EARLY = { publishedAt: '2026-01-01T00:00:00Z', publishedPrecision: 'second' } as const;
const LONG = 'the market by the gate opens early on Fridays';

const items = (path: string) => rowsOf(path, 'select id, state, reason, duplicate_of from items order by id');
const storedIds = (path: string): unknown[] => rowsOf(path, 'select id from posts order by id').map(({ id }) => id);

it('a new post is stored with everything it carries', async () => {
  const { store, path } = await tempStore();
  const full = makePost('forum', 'http://forum.test/t/1#p2', 'نص قصير في الحي', {
    url: 'http://forum.test/t/1',
    title: 'عنوان',
    publishedAt: '2026-04-01T07:00:00Z',
    publishedPrecision: 'second',
    languageHint: 'ara',
    authorHash: 'ab'.repeat(16),
    coordinates: [18.2, 35.5],
    placeTag: 'el-qasba',
    permission: 'public-api',
  });
  const bare = makePost('forum', '2', 'another text');
  expect(await store.offerPosts([full, bare], [], NOW)).toEqual({ ...NOTHING, stored: 2 });
  const expected = [full, bare].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(await collected(store.unplacedPosts('1'))).toEqual(expected);
  expect(items(path).map(({ state, reason }) => [state, reason])).toEqual([
    ['stored', null],
    ['stored', null],
  ]);
});

it('coordinates on the equator and the meridian are coordinates', async () => {
  const { store } = await tempStore();
  await store.offerPosts([makePost('forum', '1', LONG, { coordinates: [0, 0] })], [], NOW);
  expect((await collected(store.unplacedPosts('1')))[0]?.coordinates).toEqual([0, 0]);
});

it('a post offered again is known and nothing is written', async () => {
  const { store, path } = await tempStore();
  const post = makePost('forum', '1', LONG);
  await store.offerPosts([post], [], NOW);
  const before = rowsOf(path, 'select * from items');
  expect(await store.offerPosts([post, post], [], LATER)).toEqual({ ...NOTHING, known: 2 });
  expect(rowsOf(path, 'select * from items')).toEqual(before);
});

it('a post offered twice in one call is stored once', async () => {
  const { store } = await tempStore();
  const post = makePost('forum', '1', LONG);
  expect(await store.offerPosts([post, post], [], NOW)).toEqual({ ...NOTHING, stored: 1, known: 1 });
});

it('an edited post takes the place of the old one, whose verdict, placements and outcome go', async () => {
  const { store, path } = await tempStore();
  const old = makePost('forum', '1', LONG);
  const edited = makePost('forum', '1', `${LONG}, not on Mondays`);
  await store.offerPosts([old], [], NOW);
  await store.saveVerdicts([makeVerdict(old.id)], [], NOW, MODEL);
  await store.savePlacements([old.id], [makePlacement(old.id, 'el-qasba')], '1');
  await store.replaceOutcomes([[{ postId: old.id, outcome: 'published', reason: null }]]);

  expect(await store.offerPosts([edited], [], LATER)).toEqual({ ...NOTHING, stored: 1, superseded: 1 });
  expect(storedIds(path)).toEqual([edited.id]);
  expect(items(path)).toContainEqual({ id: old.id, state: 'superseded', reason: 'edited', duplicate_of: null });
  for (const table of ['judgements', 'placings', 'placements', 'outcomes']) {
    expect(rowsOf(path, `select * from ${table}`), table).toEqual([]);
  }
  expect((await store.conservation()).violations).toEqual([]);
});

it('an edit inside one call is an edit too', async () => {
  const { store, path } = await tempStore();
  const [old, edited] = [makePost('forum', '1', LONG), makePost('forum', '1', `${LONG} again`)] as const;
  expect(await store.offerPosts([old, edited], [], NOW)).toEqual({ ...NOTHING, stored: 2, superseded: 1 });
  expect(storedIds(path)).toEqual([edited.id]);
});

it('a text that was edited away stays superseded when it is offered again', async () => {
  const { store, path } = await tempStore();
  const [old, edited] = [makePost('forum', '1', LONG), makePost('forum', '1', `${LONG} again`)] as const;
  await store.offerPosts([old, edited], [], NOW);
  expect(await store.offerPosts([old], [], LATER)).toEqual({ ...NOTHING, known: 1 });
  expect(storedIds(path)).toEqual([edited.id]);
});

it('the same locator in another source is another place', async () => {
  const { store } = await tempStore();
  const posts = [makePost('forum', '1', LONG), makePost('feed', '1', 'something else altogether')];
  expect(await store.offerPosts(posts, [], NOW)).toEqual({ ...NOTHING, stored: 2 });
});

it('a copy of a stored text becomes a duplicate of it, in whatever source it stands', async () => {
  const { store, path } = await tempStore();
  const original = makePost('forum', '1', LONG, EARLY);
  const copy = makePost('feed', '9', LONG.toUpperCase());
  await store.offerPosts([original], [], NOW);
  expect(await store.offerPosts([copy], [], LATER)).toEqual({ ...NOTHING, duplicate: 1 });
  expect(items(path)).toContainEqual({
    id: copy.id,
    state: 'duplicate',
    reason: 'exact-copy',
    duplicate_of: original.id,
  });
  expect(storedIds(path)).toEqual([original.id]);
  expect(await store.offerPosts([copy], [], LATER)).toEqual({ ...NOTHING, known: 1 });
});

it('of two equal texts the earlier published is stored, whichever is offered first', async () => {
  const { store, path } = await tempStore();
  const [first, late] = [makePost('forum', '1', LONG, EARLY), makePost('forum', '2', LONG)] as const;
  const later = makePost('feed', '3', LONG);
  expect((await store.offerPosts([late, later], [], NOW)).stored).toBeGreaterThan(0);
  expect(await store.offerPosts([first], [], LATER)).toEqual({ ...NOTHING, stored: 1 });
  expect(storedIds(path)).toEqual([first.id]);
  expect(items(path).filter(({ duplicate_of }) => duplicate_of === first.id)).toHaveLength(2);
  expect((await store.conservation()).violations).toEqual([]);

  const { store: other, path: otherPath } = await tempStore();
  await other.offerPosts([late, first, later], [], NOW);
  expect(items(otherPath)).toEqual(items(path));
  expect(storedIds(otherPath)).toEqual([first.id]);
});

it('the same short text from two people is two posts', async () => {
  const { store } = await tempStore();
  const greetings = [makePost('forum', '1', 'صباح الخير'), makePost('forum', '2', 'صباح الخير')];
  expect(await store.offerPosts(greetings, [], NOW)).toEqual({ ...NOTHING, stored: 2 });
});

it('an edit that changes nothing but the case is no copy of the text it replaces', async () => {
  const { store, path } = await tempStore();
  const [old, edited] = [makePost('forum', '1', LONG), makePost('forum', '1', LONG.toUpperCase())] as const;
  await store.offerPosts([old], [], NOW);
  expect(await store.offerPosts([edited], [], NOW)).toEqual({ ...NOTHING, stored: 1, superseded: 1 });
  expect(storedIds(path)).toEqual([edited.id]);
});

it('a post edited into a copy leaves as superseded and comes back as a duplicate', async () => {
  const { store, path } = await tempStore();
  const original = makePost('forum', '1', LONG, EARLY);
  const old = makePost('forum', '2', 'something else that has words enough');
  const edited = makePost('forum', '2', LONG);
  await store.offerPosts([original, old], [], NOW);
  expect(await store.offerPosts([edited], [], NOW)).toEqual({ ...NOTHING, duplicate: 1, superseded: 1 });
  expect(storedIds(path)).toEqual([original.id]);
});

it('a copy edited into a text of its own is superseded by it', async () => {
  const { store, path } = await tempStore();
  const [original, copy] = [makePost('forum', '1', LONG, EARLY), makePost('forum', '2', LONG)] as const;
  const edited = makePost('forum', '2', 'my own words about that market this time');
  await store.offerPosts([original, copy], [], NOW);
  expect(await store.offerPosts([edited], [], NOW)).toEqual({ ...NOTHING, stored: 1, superseded: 1 });
  expect(storedIds(path)).toEqual([original.id, edited.id].sort());
});

it('a duplicate still points at an item when what it copied is edited', async () => {
  const { store } = await tempStore();
  await store.offerPosts([makePost('forum', '1', LONG), makePost('forum', '2', LONG)], [], NOW);
  await store.offerPosts([makePost('forum', '1', 'other words have taken its place')], [], NOW);
  expect((await store.conservation()).violations).toEqual([]);
});

it('a rejection is kept once with its reason, and again with another one', async () => {
  const { store } = await tempStore();
  const rejection = { sourceId: 'forum', locator: '1', reason: 'no-text' };
  expect(await store.offerPosts([], [rejection, rejection], NOW)).toEqual({ ...NOTHING, rejected: 1, known: 1 });
  expect(await store.offerPosts([], [rejection, { ...rejection, reason: 'too-long' }], NOW)).toEqual({
    ...NOTHING,
    rejected: 1,
    known: 1,
  });
  expect((await store.counts()).itemsLeftOut).toEqual({ 'rejected:no-text': 1, 'rejected:too-long': 1 });
});

it('a post that is none stops the whole call and nothing is written', async () => {
  const { store, path } = await tempStore();
  const bad: Post = { ...makePost('forum', '2', LONG), contentHash: 'short' };
  await expect(store.offerPosts([makePost('forum', '1', LONG), bad], [], NOW)).rejects.toThrow('contentHash');
  expect(items(path)).toEqual([]);
});

it('a call with more posts than one statement holds stores them all', async () => {
  const { store } = await tempStore();
  const posts = makePosts(1203);
  expect((await store.offerPosts(posts, [], NOW)).stored).toBe(1203);
  expect(await collected(store.unplacedPosts('1', 100))).toEqual(posts);
});
