import { expect, it } from 'vitest';
import { makePost } from './make-records.js';
import { LATER, NOW, rowsOf, tempStore } from './temp-store.js';

const source = (id: string) => ({ id, kind: 'website', name: id, home: null });
const added = { day: '2026-04-01', kind: 'added', detail: null };

it('a source is logged as added on the day when it is first kept, and never again', async () => {
  const { store } = await tempStore();
  await store.keepSources([source('forum')], NOW);
  await store.keepSources([source('forum'), source('akhbar')], LATER);
  await store.keepSources([source('forum'), source('akhbar')], LATER);
  expect(await store.sourceLogs()).toEqual([
    { sourceId: 'akhbar', reachedOn: null, events: [{ ...added, day: '2026-04-02' }] },
    { sourceId: 'forum', reachedOn: null, events: [added] },
  ]);
});

it('what runs write down comes back in its order, several a day too, with the last day on which a source was read', async () => {
  const { store } = await tempStore();
  await store.keepSources([source('forum')], NOW);
  const down = { day: '2026-04-02', kind: 'unreachable', detail: 'time-out' } as const;
  const back = { day: '2026-04-02', kind: 'back', detail: null } as const;
  await store.logSourceRun('2026-04-01', [{ sourceId: 'forum', reached: true, events: [] }]);
  await store.logSourceRun('2026-04-02', [{ sourceId: 'forum', reached: false, events: [down] }]);
  expect((await store.sourceLogs())[0]).toMatchObject({ reachedOn: '2026-04-01', events: [added, down] });
  await store.logSourceRun('2026-04-02', [{ sourceId: 'forum', reached: true, events: [back, down, back] }]);
  expect((await store.sourceLogs())[0]).toEqual({
    sourceId: 'forum',
    reachedOn: '2026-04-02',
    events: [added, down, back, down, back],
  });
});

it('an entry for a source that was never kept is refused with all that came along', async () => {
  const { store, path } = await tempStore();
  await store.keepSources([source('forum')], NOW);
  const event = { day: '2026-04-02', kind: 'refused', detail: 'robots' } as const;
  const runs = ['forum', 'stranger'].map((sourceId) => ({ sourceId, reached: false, events: [event] }));
  await expect(store.logSourceRun('2026-04-02', runs)).rejects.toThrow();
  expect(rowsOf(path, 'select kind from source_events')).toEqual([{ kind: 'added' }]);
});

it('the earliest dated post of each source is known, and whether one falls into a span', async () => {
  const { store } = await tempStore();
  const dated = (sourceId: string, publishedAt: string | null) =>
    makePost(sourceId, `${publishedAt}`, `written at ${publishedAt}`, { publishedAt });
  await store.offerPosts(
    [dated('forum', '2026-04-09T00:00:00Z'), dated('forum', '2026-04-01T10:00:00Z'), dated('akhbar', null)],
    [],
    NOW,
  );
  expect([...(await store.firstPublished())]).toEqual([['forum', '2026-04-01T10:00:00Z']]);
  const between = (from: string, until: string) => store.hasPostBetween('forum', from, until);
  expect(await between('2026-04-02T00:00:00Z', '2026-04-09T00:00:00Z')).toBe(false);
  expect(await between('2026-04-02T00:00:00Z', '2026-04-09T00:00:01Z')).toBe(true);
  expect(await between('2026-04-09T00:00:00Z', '2026-04-10T00:00:00Z')).toBe(true);
  expect(await store.hasPostBetween('akhbar', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toBe(false);
});
