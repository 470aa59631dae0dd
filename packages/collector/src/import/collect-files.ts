import { InputError } from '@marsad/records';
import type { PlannedDocument, SourceResult } from '../report.js';
import { ItemCounts } from '../run/offer.js';
import type { FileSource } from '../sources/file.js';
import { type FilesToRead, type ReadFilesOptions, readFiles } from './read-files.js';

/** How reading one source of files went, with the counts of its texts. */
export interface FilesCollected {
  result: SourceResult;
  items: ItemCounts;
}

export interface CollectFilesOptions extends Omit<ReadFilesOptions, 'files' | 'memory'> {
  ledger: ReadFilesOptions['ledger'] & NonNullable<ReadFilesOptions['memory']>;
  files: ReadFilesOptions['files'] | undefined;
}

const noFiles = (): InputError => new InputError('no-files', 'files cannot be read here');

const emptyResult = ({ id, kind }: FileSource): SourceResult => ({
  id,
  kind,
  reached: false,
  documents: { fetched: 0, unchanged: 0, skipped: {}, failed: {} },
  items: new ItemCounts().outcome,
});

const failedWith = (source: FileSource, { message, remedy }: InputError): SourceResult => ({
  ...emptyResult(source),
  error: message,
  ...(remedy === undefined ? {} : { remedy }),
});

/** Reads the files of a source into the ledger, those alone that have changed since they were last read to their end. */
export const collectFiles = async (source: FileSource, options: CollectFilesOptions): Promise<FilesCollected> => {
  const { files, ledger } = options;
  const { id: sourceId, path, format, map, language } = source;
  if (!files) return { result: failedWith(source, noFiles()), items: new ItemCounts() };
  const wanted: FilesToRead = { path, sourceId, format, map, language };
  try {
    const read = await readFiles(wanted, { ...options, files, memory: ledger });
    const [error] = read.errors;
    const result: SourceResult = {
      ...(error ? failedWith(source, error) : emptyResult(source)),
      reached: true,
      documents: read.files,
      items: read.sink.counts.outcome,
    };
    return { result, items: read.sink.counts };
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    return { result: failedWith(source, thrown), items: new ItemCounts() };
  }
};

/** Lists the files a run would look at. Nothing is opened. */
export const planFiles = async (
  source: FileSource,
  files: ReadFilesOptions['files'] | undefined,
): Promise<SourceResult> => {
  if (!files) return failedWith(source, noFiles());
  const planned: PlannedDocument[] = [];
  try {
    for await (const { name, isSpecial } of files.list(source.path))
      planned.push({
        url: name,
        from: 'file',
        ...(isSpecial ? { decision: 'forbidden', reason: 'not-a-file' } : { decision: 'fetch' }),
      });
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    return failedWith(source, thrown);
  }
  return { ...emptyResult(source), reached: true, planned };
};
