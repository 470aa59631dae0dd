import { contentId, DropCounter, InputError } from '@marsad/records';
import type { ExtractionWorkers } from '../extract/extraction-workers.js';
import type { CollectEffects, CollectLedger, FileEntry, SourceFiles } from '../ports.js';
import type { DocumentCounts } from '../report.js';
import { type FileFormat, formatToRead, HEAD_BYTES } from './file-format.js';
import { ImportSink } from './import-sink.js';
import { readItems } from './read-items.js';
import type { RowMap } from './row.js';

const ERRORS_KEPT = 20;
const PROGRESS_ITEMS = 500;

/** Which files are read, and as what. */
export interface FilesToRead {
  /** a file or a folder */
  path: string;
  sourceId: string;
  /** told by names and first bytes when absent */
  format?: FileFormat | undefined;
  map: RowMap;
  /** ISO 639-3, for texts that do not say theirs */
  language?: string | undefined;
}

export interface ReadFilesOptions {
  ledger: Pick<CollectLedger, 'offerPosts'>;
  effects: Pick<CollectEffects, 'clock' | 'authorKey'>;
  files: SourceFiles;
  workers: ExtractionWorkers;
  /** remembers which files were read to their end, so that they are read again only when they have changed */
  memory?: Pick<CollectLedger, 'recallNote' | 'keepNote'>;
  /** most files to read */
  limit?: number | undefined;
  signal?: AbortSignal | undefined;
  /** called after every 500 items and after each file, with what was read so far */
  onProgress: (progress: { name: string; files: number; items: number }) => void;
}

export interface FilesOutcome {
  sink: ImportSink;
  files: DocumentCounts;
  /** what kept files from being read to their end, the first 20 */
  errors: InputError[];
}

const asInputError = (error: unknown, name: string): InputError | undefined => {
  if (error instanceof InputError) return error;
  if (!(error instanceof Error) || !('syscall' in error)) return undefined;
  return new InputError('file-unreadable', `${name}: cannot be read: ${error.message}`, { cause: error });
};

const headOf = async (files: SourceFiles, { path, size }: FileEntry): Promise<Buffer> => {
  const parts: Buffer[] = [];
  const end = Math.min(size, HEAD_BYTES);
  if (end > 0) for await (const chunk of files.open(path, { start: 0, end })) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
};

/**
 * Reads the files at a path one after the other into the ledger. One that cannot be read, or breaks off, does not stop the
 * others; what came before a break is kept.
 * @throws {InputError} `file-missing` when nothing is at the path
 */
export const readFiles = async (wanted: FilesToRead, options: ReadFilesOptions): Promise<FilesOutcome> => {
  const { ledger, effects, files, workers, memory, limit = Number.POSITIVE_INFINITY, signal, onProgress } = options;
  const { path, sourceId, map, language } = wanted;
  const sink = new ImportSink(sourceId, ledger, effects);
  const skipped = new DropCounter();
  const failed = new DropCounter();
  const errors: InputError[] = [];
  let fetched = 0;
  let unchanged = 0;
  let items = 0;
  let taken = 0;
  let seen = 0;

  const read = async (entry: FileEntry, format: FileFormat): Promise<void> => {
    const context = { name: entry.name, sourceId, authorKey: effects.authorKey, map, language, workers };
    for await (const item of readItems({ path: entry.path, size: entry.size, format }, files, context)) {
      await sink.take(entry.name, item);
      items += 1;
      if (items % PROGRESS_ITEMS === 0) onProgress({ name: entry.name, files: seen, items });
      if (signal?.aborted) throw new InputError('interrupted', `${entry.name}: interrupted; what came before was read`);
    }
  };
  const readOne = async (entry: FileEntry): Promise<void> => {
    if (entry.isSpecial) return skipped.add('not-a-file');
    const key = `file ${entry.name}`;
    // Another column map makes other posts of the same file.
    const stamp = contentId('file', entry.stamp, wanted.format ?? '', JSON.stringify(map));
    if (memory && (await memory.recallNote(sourceId, key)) === stamp) {
      fetched += 1;
      unchanged += 1;
      return;
    }
    const chosen = formatToRead(entry, await headOf(files, entry), wanted.format);
    if ('reason' in chosen) return skipped.add(chosen.reason);
    taken += 1;
    await read(entry, chosen.format);
    fetched += 1;
    if (memory) sink.afterwards(() => memory.keepNote(sourceId, key, stamp));
  };

  for await (const entry of files.list(path)) {
    if (taken >= limit || signal?.aborted) break;
    try {
      await readOne(entry);
    } catch (thrown) {
      const error = asInputError(thrown, entry.name);
      if (!error) throw thrown;
      failed.add(error.code);
      if (errors.length < ERRORS_KEPT) errors.push(error);
    }
    seen += 1;
    onProgress({ name: entry.name, files: seen, items });
  }
  await sink.flush();
  return { sink, files: { fetched, unchanged, skipped: skipped.toJSON(), failed: failed.toJSON() }, errors };
};
