import type { SourceResult } from '@marsad/collector';
import type { SourceEvent } from '@marsad/records';
import type { SourceLog } from '@marsad/store';
import { expect, it } from 'vitest';
import { sourceEventsOf } from '../../src/stages/source-events.js';

const NOW = '2026-04-22T08:00:00.000Z';

const result = (
  more: Omit<Partial<SourceResult>, 'documents'> & { documents?: Partial<SourceResult['documents']> },
): SourceResult => ({
  id: 'forum',
  kind: 'website',
  reached: true,
  items: { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 },
  ...more,
  documents: { fetched: 0, unchanged: 0, skipped: {}, failed: {}, ...more.documents },
});
const read = result({ documents: { fetched: 3 } });
const down = result({ reached: false, error: 'no answer', documents: { failed: { 'time-out': 2, 'no-address': 1 } } });
const banned = result({ documents: { failed: { 'http-403': 4, 'http-404': 5 } } });
const denied = result({ error: 'robots', documents: { skipped: { robots: 1 } } });
const unable = result({ reached: false, error: 'a key is missing' });

const event = (kind: SourceEvent['kind'], day: string, detail: string | null = null): SourceEvent => ({
  kind,
  day,
  detail,
});
const ADDED = event('added', '2026-03-30');

/** What the run of one source writes down, given its log. */
const eventsOf = async (
  found: SourceResult,
  log: Partial<SourceLog> = {},
  posts: readonly string[] = [],
): Promise<readonly SourceEvent[] | undefined> => {
  const store = {
    sourceLogs: async () => [{ sourceId: 'forum', reachedOn: '2026-04-21', events: [ADDED], ...log }],
    hasPostBetween: async (_: string, from: string, until: string) => posts.some((at) => at >= from && at < until),
  };
  const [run] = await sourceEventsOf([found], store, NOW);
  return run?.events;
};

it.each([
  ['is read', read, []],
  ['does not answer', down, [event('unreachable', '2026-04-22', 'time-out')]],
  ['answers that it is forbidden', banned, [event('refused', '2026-04-22', 'http-403')]],
  ['forbids it in robots.txt', denied, [event('refused', '2026-04-22', 'robots')]],
  ['lacks something it needs', unable, [event('gap', '2026-04-22', 'not-able')]],
])('a source that %s', async (_, found, expected) => {
  expect(await eventsOf(found)).toEqual(expected);
});

it.each([
  ['unreachable', down],
  ['refused', banned],
  ['gap', unable],
] as const)('a source that stays %s gets no second entry, and one when it is read again', async (kind, found) => {
  const log = { events: [ADDED, event(kind, '2026-04-10')], reachedOn: '2026-04-01' };
  expect(await eventsOf(found, log)).toEqual([]);
  expect(await eventsOf(read, log)).toEqual([event('back', '2026-04-22')]);
  expect(
    await eventsOf(read, { reachedOn: '2026-04-20', events: [...log.events, event('back', '2026-04-20')] }),
  ).toEqual([]);
});

it('a source that goes from silent to refusing is logged as refusing', async () => {
  const log = { events: [event('unreachable', '2026-04-10')] };
  expect(await eventsOf(denied, log)).toEqual([event('refused', '2026-04-22', 'robots')]);
});

it.each([
  ['interrupted', result({ reached: false, error: 'x', documents: { failed: { interrupted: 1 } } })],
  ['out of budget', result({ reached: false })],
  ['reached without a page of use', result({ documents: { failed: { 'http-404': 1 } } })],
])('a run that was %s says nothing of the source', async (_, found) => {
  expect(await eventsOf(found, { events: [event('unreachable', '2026-04-10')] })).toBeUndefined();
});

it.each([
  ['2026-04-13', undefined],
  ['2026-04-19', undefined],
  ['2026-04-12', '2026-04-13'],
  ['2026-03-31', '2026-04-06'],
])('a source last read on %s, in a run of Wednesday 22 April, has a gap from %s', async (reachedOn, from) => {
  const gap = from === undefined ? [] : [event('gap', from, 'no-run'), event('back', '2026-04-22')];
  expect(await eventsOf(read, { reachedOn })).toEqual(gap);
});

it('weeks without a run are no gap when the source brought posts of them all the same', async () => {
  const log = { reachedOn: '2026-04-01' };
  expect(await eventsOf(read, log, ['2026-04-19T23:59:59Z'])).toEqual([]);
  expect(await eventsOf(read, log, ['2026-04-05T23:59:59Z', '2026-04-20T00:00:00.000Z'])).toHaveLength(2);
});

it('a source that was never read before has no gap', async () => {
  expect(await eventsOf(read, { reachedOn: null })).toEqual([]);
});
