import type { FrontierEntry } from '@marsad/records';
import type { Fetcher } from '../fetch/fetcher.js';
import type { CollectEffects, CollectLedger } from '../ports.js';
import type { PlannedDocument, SourceResult } from '../report.js';
import type { Source } from '../sources/all.js';
import type { Lead, SourceReader } from '../sources/source-reader.js';
import { openRunNote } from './open-run.js';
import { UNKNOWN_PROCESS } from './source-run.js';

/** Documents listed that one run would not reach any more; a frontier may hold millions of them. */
const MAXIMUM_BEYOND = 1000;

export interface DryRunOptions {
  ledger: Pick<CollectLedger, 'queuedDocuments' | 'recallNote' | 'keepNote'>;
  effects: Pick<CollectEffects, 'process'>;
  fetcher: Pick<Fetcher, 'leaveFor'>;
  /** documents that the user allows the run */
  limit?: number | undefined;
}

/**
 * The documents a run would begin with, in the order in which it would claim them: entry points, then what earlier runs
 * found and did not ask; the other way round where the last run was killed.
 */
const documentsOf = async (
  { id }: Source,
  { entries }: SourceReader,
  most: number,
  { ledger, effects }: DryRunOptions,
): Promise<(Lead & { from: 'entry' | 'queued' })[]> => {
  const note = openRunNote(id, ledger, effects.process ?? UNKNOWN_PROCESS);
  const entryUrls = new Set(entries.map(({ url }) => url));
  const queued = (await ledger.queuedDocuments(id, entries.length + most + MAXIMUM_BEYOND))
    .filter(({ url }) => !entryUrls.has(url))
    .map((document) => ({ ...document, from: 'queued' as const }));
  const first = [...entries]
    .sort((a, b) => a.depth - b.depth || (a.url < b.url ? -1 : 1))
    .map((entry) => ({ ...entry, from: 'entry' as const }));
  const all = (await note.left()) ? [...queued, ...first] : [...first, ...queued];
  return all.slice(0, most + MAXIMUM_BEYOND);
};

/**
 * Lists the documents a run would ask for, with what robots.txt and the budget of pages say of each: of those past the
 * budget the first 1,000. Nothing but robots.txt is asked, and nothing is kept. What these documents would lead to is not
 * known before they are read.
 */
export const dryRun = async (source: Source, reader: SourceReader, options: DryRunOptions): Promise<SourceResult> => {
  const { limit = Number.POSITIVE_INFINITY, fetcher } = options;
  const most = Math.min(reader.maximumDocuments, limit);
  const overBudget = limit < reader.maximumDocuments ? 'limit' : 'maximum-pages';
  const planned: PlannedDocument[] = [];
  let error = reader.unable?.message;
  for (const { from, ...lead } of reader.unable ? [] : await documentsOf(source, reader, most, options)) {
    const document: FrontierEntry = { ...lead, sourceId: source.id, attempts: 0, etag: null, lastModified: null };
    const url = await reader.addressOf(document);
    const leave = await fetcher.leaveFor(url, reader.gapSeconds);
    if (!leave.allowed) {
      planned.push({ url, from, decision: 'forbidden', reason: leave.reason });
      // What robots.txt says of one page among many is in the list; an entry point is what the source stands on.
      if (from === 'entry') error ??= leave.message;
    } else if (planned.length >= most) planned.push({ url, from, decision: 'over-budget', reason: overBudget });
    else planned.push({ url, from, decision: 'fetch' });
  }
  return {
    id: source.id,
    kind: source.kind,
    reached: planned.some(({ reason }) => reason !== 'robots-unreachable'),
    ...(error === undefined ? {} : { error }),
    ...(reader.unable ? { remedy: reader.unable.remedy } : {}),
    documents: { fetched: 0, unchanged: 0, skipped: {}, failed: {} },
    items: { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 },
    planned,
  };
};
