import type { SourceResult } from '@marsad/collector';
import { nextWeek, type SourceEvent, type SourceEventKind, weekOf, weekStart } from '@marsad/records';
import type { SourceLog, SourceRunLog, Store } from '@marsad/store';

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Answers with which a host says "not you". */
const REFUSALS = ['robots', 'http-401', 'http-403', 'http-451'];

type Standing = { kind: 'read' } | { kind: 'unreachable' | 'refused' | 'gap'; detail: string | null };

/** The most frequent of these reasons, the first by name of equals. */
const usual = (reasons: Readonly<Record<string, number>>): string | null =>
  Object.entries(reasons).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;

/** How a run found a source; undefined when the run cannot tell, having been interrupted or out of budget. */
const standingOf = ({ reached, error, documents }: SourceResult): Standing | undefined => {
  const { fetched, skipped, failed } = documents;
  if (fetched > 0) return { kind: 'read' };
  if (failed.interrupted !== undefined) return undefined;
  const reasons = { ...skipped, ...failed };
  const refusals = Object.fromEntries(Object.entries(reasons).filter(([reason]) => REFUSALS.includes(reason)));
  const refused = usual(refusals);
  if (refused !== null) return { kind: 'refused', detail: refused };
  if (reached || error === undefined) return undefined;
  const detail = usual(failed);
  // Nothing was asked at all: a key or a program that the source needs is missing.
  return detail === null ? { kind: 'gap', detail: 'not-able' } : { kind: 'unreachable', detail };
};

/** What the log says of a source now: the last thing that happened to it. */
const lastStanding = (log: SourceLog | undefined): SourceEventKind | undefined =>
  log?.events.filter(({ kind }) => kind !== 'added').at(-1)?.kind;

/**
 * The whole ISO weeks between the last run that read a source and this one. A week in which it was read at all is no gap:
 * nobody knows how far back a feed reaches.
 */
const missedWeeks = (reachedOn: string | null, today: string): { from: number; until: number } | undefined => {
  if (reachedOn === null) return undefined;
  const from = weekStart(nextWeek(weekOf(reachedOn)));
  const until = weekStart(weekOf(today));
  return from < until ? { from, until } : undefined;
};

/**
 * What a run has to write into the logs of its sources: changes only, so that a site which is down for a month is one
 * entry. A source that nobody asked for whole weeks has a gap, unless it brought posts of those weeks all the same.
 * @param now ISO 8601
 */
export const sourceEventsOf = async (
  results: readonly SourceResult[],
  store: Pick<Store, 'sourceLogs' | 'hasPostBetween'>,
  now: string,
): Promise<SourceRunLog[]> => {
  const today = dayOf(Date.parse(now));
  const logs = new Map((await store.sourceLogs()).map((log) => [log.sourceId, log]));
  const runs: SourceRunLog[] = [];
  for (const result of results) {
    const standing = standingOf(result);
    if (!standing) continue;
    const log = logs.get(result.id);
    const last = lastStanding(log);
    const events: SourceEvent[] = [];
    const isDown = last !== undefined && last !== 'back';
    if (standing.kind !== 'read') {
      if (last !== standing.kind) events.push({ day: today, kind: standing.kind, detail: standing.detail });
    } else if (isDown) {
      events.push({ day: today, kind: 'back', detail: null });
    } else {
      const missed = missedWeeks(log?.reachedOn ?? null, today);
      const iso = (time: number): string => new Date(time).toISOString();
      if (missed && !(await store.hasPostBetween(result.id, iso(missed.from), iso(missed.until)))) {
        events.push(
          { day: dayOf(missed.from), kind: 'gap', detail: 'no-run' },
          { day: today, kind: 'back', detail: null },
        );
      }
    }
    runs.push({ sourceId: result.id, reached: standing.kind === 'read', events });
  }
  return runs;
};
