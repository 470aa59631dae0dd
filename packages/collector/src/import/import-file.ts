import type { Readable } from 'node:stream';
import { authorHash, InputError, type PostCandidate, type Rejection } from '@marsad/records';
import { languageHint } from '../extract/language-hint.js';
import { readTime } from '../extract/read-time.js';
import type { CollectEffects, CollectLedger } from '../ports.js';
import type { ImportReport, RejectedRow } from '../report.js';
import { ItemCounts, offer } from '../run/offer.js';
import { readRows } from './read-rows.js';
import type { BadRow, Row, RowFormat, RowMap } from './row.js';

const BATCH = 500;
const REJECTED_SHOWN = 20;

export interface ImportInput {
  stream: Readable;
  /** file name, for messages and to tell the format by its ending */
  name: string;
  format?: RowFormat | undefined;
  map: RowMap;
  sourceId: string;
}

const WORDS: Readonly<Record<string, string>> = {
  'too-short': 'has fewer than two letters',
  'too-long': 'has more than 100,000 characters',
  'no-text': 'has no text that can be read',
};

const coordinatesOf = (row: Row): [number, number] | undefined => {
  if (row.lat === undefined || row.lon === undefined) return undefined;
  const [lon, lat] = [Number(row.lon), Number(row.lat)];
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  // 0, 0 is what programs write for "not known".
  return isOnEarth && !(lon === 0 && lat === 0) ? [lon, lat] : undefined;
};

const toCandidate = (row: Row, sourceId: string, key: Uint8Array): PostCandidate => {
  const time = row.time === undefined ? undefined : readTime(row.time);
  const hint = languageHint(row.language);
  const coordinates = coordinatesOf(row);
  return {
    sourceId,
    // The whole row goes into the name of a row without an id, its author too: hence with the key.
    locator: row.id?.slice(0, 1000) ?? authorHash(key, sourceId, row.contentHash),
    text: row.text,
    ...(row.url === undefined ? {} : { url: row.url }),
    ...(row.title === undefined ? {} : { title: row.title }),
    ...(time ? { publishedAt: time.at, publishedPrecision: time.precision } : {}),
    ...(hint === undefined ? {} : { languageHint: hint }),
    ...(row.author === undefined ? {} : { authorHandle: row.author }),
    ...(coordinates ? { coordinates } : {}),
    permission: 'file-import',
  };
};

/** One batch on its way to the ledger. */
class Batch {
  readonly candidates: PostCandidate[] = [];
  readonly rejections: Rejection[] = [];
  /** which row stands behind a locator */
  readonly rows = new Map<string, { row: number; line: number }>();

  add(row: Row | BadRow, sourceId: string, key: Uint8Array): void {
    if ('problem' in row) {
      this.rejections.push({ sourceId, locator: row.id ?? `row-${row.row}`, reason: row.reason });
      return;
    }
    const candidate = toCandidate(row, sourceId, key);
    this.candidates.push(candidate);
    this.rows.set(candidate.locator, row);
  }

  get size(): number {
    return this.candidates.length + this.rejections.length;
  }
}

/**
 * Streams a file of rows into the ledger, 500 at a time. A row without text is counted and named, the rest goes on; data
 * that break off leave what was read before the break, and `error` says so.
 * @throws {InputError} when a column is not there or the file is in no known format
 */
export const importFile = async (
  input: ImportInput,
  ledger: Pick<CollectLedger, 'offerPosts'>,
  effects: CollectEffects,
): Promise<ImportReport> => {
  const { name, sourceId } = input;
  const start = effects.clock().getTime();
  const counts = new ItemCounts();
  const rejected: RejectedRow[] = [];
  let rows = 0;
  let error: string | undefined;

  const reject = (row: RejectedRow): void => {
    if (rejected.length < REJECTED_SHOWN) rejected.push(row);
  };
  const store = async (batch: Batch): Promise<void> => {
    const now = effects.clock().toISOString();
    const bad = new Set(batch.rejections);
    const { rejections } = await offer(batch.candidates, batch.rejections, {
      ledger,
      context: { authorKey: effects.authorKey },
      now,
      counts,
    });
    for (const rejection of rejections) {
      const row = bad.has(rejection) ? undefined : batch.rows.get(rejection.locator);
      if (row)
        reject({
          line: row.line,
          reason: rejection.reason,
          message: `row ${row.row} ${WORDS[rejection.reason] ?? rejection.reason}`,
        });
    }
    effects.onProgress({ stage: 'import', done: rows, note: name });
  };

  let batch = new Batch();
  try {
    for await (const row of readRows(input.stream, { name, format: input.format, map: input.map })) {
      rows += 1;
      if ('problem' in row) reject({ line: row.line, reason: row.reason, message: row.problem });
      batch.add(row, sourceId, effects.authorKey);
      if (batch.size < BATCH) continue;
      await store(batch);
      batch = new Batch();
    }
  } catch (thrown) {
    const isBreak = thrown instanceof InputError && ['cut-off', 'bad-csv', 'line-too-long'].includes(thrown.code);
    if (!isBreak) throw thrown;
    error = `${thrown.message}${thrown.remedy === undefined ? '' : `. ${thrown.remedy}`}`;
  }
  if (batch.size > 0) await store(batch);
  rejected.sort((a, b) => a.line - b.line);
  return {
    items: {
      name: 'import',
      in: counts.found,
      out: counts.outcome.stored,
      dropped: counts.dropped.toJSON(),
      seconds: Math.max(0, (effects.clock().getTime() - start) / 1000),
    },
    outcome: counts.outcome,
    rejected,
    ...(error === undefined ? {} : { error }),
  };
};
