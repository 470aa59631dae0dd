import { type SourceEvent, sourceEvent } from '@marsad/records';
import { inChunks } from './in-chunks.js';
import type { Reading, Writing } from './tables.js';

/** What is known of how a source could be read. */
export interface SourceLog {
  sourceId: string;
  /** the last day on which it was read; null before the first */
  reachedOn: string | null;
  /** oldest first */
  events: SourceEvent[];
}

/** How one run found a source. */
export interface SourceRunLog {
  sourceId: string;
  reached: boolean;
  events: readonly SourceEvent[];
}

/** Writes down what happened to sources, in the order given. */
export const insertSourceEvents = async (
  trx: Writing,
  events: readonly (SourceEvent & { sourceId: string })[],
): Promise<void> => {
  const rows = events.map(({ sourceId, ...event }) => ({ source_id: sourceId, ...sourceEvent.parse(event) }));
  for (const chunk of inChunks(rows)) await trx.insertInto('source_events').values(chunk).execute();
};

/** Writes down how a run found its sources, on the day of the run. */
export const logSourceRun = async (trx: Writing, day: string, runs: readonly SourceRunLog[]): Promise<void> => {
  await insertSourceEvents(
    trx,
    runs.flatMap(({ sourceId, events }) => events.map((event) => ({ sourceId, ...event }))),
  );
  const reached = runs.filter((run) => run.reached).map(({ sourceId }) => sourceId);
  for (const chunk of inChunks(reached)) {
    await trx.updateTable('sources').set({ reached_on: day }).where('id', 'in', chunk).execute();
  }
};

/** The log of every source ever kept, sorted by id. */
export const readSourceLogs = async (db: Reading): Promise<SourceLog[]> => {
  const sources = await db.selectFrom('sources').select(['id', 'reached_on']).orderBy('id').execute();
  const logs = new Map(
    sources.map(({ id, reached_on }): [string, SourceLog] => [id, { sourceId: id, reachedOn: reached_on, events: [] }]),
  );
  const rows = await db
    .selectFrom('source_events')
    .select(['source_id', 'day', 'kind', 'detail'])
    .orderBy('position')
    .execute();
  for (const { source_id, ...event } of rows) logs.get(source_id)?.events.push(sourceEvent.parse(event));
  return [...logs.values()];
};

/** When the earliest dated post of each source was published, by source id; sources without one are left out. */
export const readFirstPublished = async (db: Reading): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('posts')
    .select((eb) => ['source_id', eb.fn.min('published_at').as('first')])
    .where('published_at', 'is not', null)
    .groupBy('source_id')
    .orderBy('source_id')
    .execute();
  return new Map(rows.flatMap(({ source_id, first }): [string, string][] => (first ? [[source_id, first]] : [])));
};

/** Whether a post of the source was published from the first instant on and before the second. */
export const hasPostBetween = async (db: Reading, sourceId: string, from: string, until: string): Promise<boolean> => {
  const row = await db
    .selectFrom('posts')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('published_at', '>=', from)
    .where('published_at', '<', until)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};
