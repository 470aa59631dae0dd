import { expect, it } from 'vitest';
import type { PackedPosts, Store } from '../src/index.js';
import { MODEL, makePlacement, makePost, makeVerdict } from './make-records.js';
import { NOW, rowsOf, tempStore } from './temp-store.js';

const posts = ['2026-04-01', '2026-04-02', '2026-05-01', null].map((day, at) =>
  makePost('forum', `#${at}`, `post number ${at} says something of its own`, {
    publishedAt: day === null ? null : `${day}T07:00:00Z`,
    publishedPrecision: day === null ? 'unknown' : 'second',
  }),
);
const idAt = (at: number): string => posts[at]?.id ?? '';
const week = { cells: '[]', endings: '' };
const counted = new Map([
  ['2026-W14', week],
  ['2026-W18', week],
  ['undated', week],
]);

/** A store whose four posts have been counted. */
const countedStore = async () => {
  const { store, path } = await tempStore();
  await store.offerPosts(posts, [], NOW);
  const { changed } = await store.beginTally('1');
  await store.replaceOutcomes([], { countedAs: '1', changed, weeks: counted });
  return { store, path };
};

const changedIn = async (store: Store): Promise<string[] | null> => (await store.beginTally('1')).changed;
const idsOf = async (found: PackedPosts): Promise<string[]> => {
  const ids: string[] = [];
  for await (const batch of found) ids.push(...batch.map(({ postId }) => postId));
  return ids.sort();
};

it('the first tally counts everything, and so does one that counts another way', async () => {
  const { store } = await tempStore();
  await store.offerPosts(posts, [], NOW);
  expect(await store.beginTally('1')).toEqual({ kept: new Map(), changed: null });
  const after = await countedStore();
  expect(await after.store.beginTally('1')).toEqual({ kept: counted, changed: [] });
  expect(await after.store.beginTally('2')).toEqual({ kept: new Map(), changed: null });
});

it('a verdict, a placement, a new post and an edit each change the week of their post alone', async () => {
  const { store } = await countedStore();
  await store.saveVerdicts([makeVerdict(idAt(0))], [], NOW, MODEL);
  expect(await changedIn(store)).toEqual(['2026-W14']);
  await store.savePlacements([idAt(3)], [makePlacement(idAt(3), 'ennasr')], '1');
  expect(await changedIn(store)).toBeNull();

  const other = await countedStore();
  await other.store.offerPosts([makePost('forum', '#2', 'post number 2 was edited in the meantime')], [], NOW);
  const { kept } = await other.store.beginTally('1');
  expect([...kept.keys()]).not.toContain('2026-W18');
});

it('an erased post changes its week, whoever erased it', async () => {
  const { store, path } = await countedStore();
  await store.offerPosts([makePost('forum', '#2', 'post number 2 was edited', { publishedAt: null })], [], NOW);
  const days = rowsOf(path, 'select day, counting from changed_days order by day');
  expect(days).toEqual([
    { day: '2026-05-01', counting: 0 },
    { day: 'undated', counting: 0 },
  ]);
});

it('what changes during a tally is counted by the next one too', async () => {
  const { store } = await countedStore();
  await store.saveVerdicts([makeVerdict(idAt(0))], [], NOW, MODEL);
  const { changed } = await store.beginTally('1');
  await store.saveVerdicts([makeVerdict(idAt(1))], [], NOW, MODEL);
  await store.replaceOutcomes([], { countedAs: '1', changed, weeks: new Map([['2026-W14', week]]) });
  expect(await changedIn(store)).toEqual(['2026-W14']);
});

it('posts of some weeks, or all, come with their verdicts and placements, their time known to the day', async () => {
  const { store } = await countedStore();
  await store.saveVerdicts([makeVerdict(idAt(0))], [], NOW, MODEL);
  const places = [makePlacement(idAt(0), 'ennasr', 0.5), makePlacement(idAt(0), 'el-qasba', 0.5)];
  await store.savePlacements([idAt(0)], places, '1');
  const all = await store.countablePosts();
  const some = await store.countablePosts(['2026-W14']);
  expect(all.size).toBe(4);
  expect(all.weeks()).toEqual(['2026-W14', '2026-W18', 'undated']);
  expect(await idsOf(some)).toEqual([idAt(0), idAt(1)].sort());
  expect(await idsOf(await store.countablePosts(['undated']))).toEqual([idAt(3)]);
  expect((await store.countablePosts([])).size).toBe(0);
  for (const found of [all, some]) {
    for await (const batch of found) {
      expect(batch.find(({ postId }) => postId === idAt(0))).toMatchObject({
        sourceId: 'forum',
        publishedAt: '2026-04-01T00:00:00Z',
        verdict: { language: 'ara', stance: 'endorsing', probabilities: { hate: 0.9, offensive: 0.4 } },
        placements: [
          { areaId: 'ennasr', rung: 'mention', weight: 0.5 },
          { areaId: 'el-qasba', rung: 'mention', weight: 0.5 },
        ],
      });
      expect(batch.find(({ postId }) => postId === idAt(1))).toMatchObject({ verdict: null, placements: [] });
    }
  }
});
