import type { Fetcher } from '../fetch/fetcher.js';
import type { PlannedDocument, SourceResult } from '../report.js';
import type { Source } from '../sources/all.js';
import type { SourceReader } from '../sources/source-reader.js';

/** Asks robots.txt alone and lists the entry points a run would ask for. Nothing is kept. */
export const dryRun = async (source: Source, reader: SourceReader, fetcher: Fetcher): Promise<SourceResult> => {
  const planned: PlannedDocument[] = [];
  let error = reader.unable?.message;
  for (const { url } of reader.unable ? [] : reader.entries) {
    const leave = await fetcher.leaveFor(url, reader.gapSeconds);
    planned.push(leave.allowed ? { url, allowed: true } : { url, allowed: false, reason: leave.reason });
    if (!leave.allowed) error ??= leave.message;
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
