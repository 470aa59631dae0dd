import { availableParallelism } from 'node:os';
import type { InputError } from '@marsad/records';
import { openExtractionWorkers } from '../extract/extraction-workers.js';
import type { CollectEffects, CollectLedger } from '../ports.js';
import type { ImportReport } from '../report.js';
import { type FilesToRead, readFiles } from './read-files.js';

const MAXIMUM_WORKERS = 4;
/** After these what came before is kept and the report says so; any other kept the file from being read at all. */
const BREAKS = ['cut-off', 'bad-csv', 'line-too-long', 'interrupted'];

const sentence = ({ message, remedy }: InputError): string =>
  remedy === undefined ? message : `${message}. ${remedy}`;

/**
 * Streams a file, or every file of a folder, into the ledger. What cannot become a post is counted and named, the rest
 * goes on; files that break off leave what was read before the break, and `errors` says so.
 * @throws {InputError} when nothing is at the path, or the one file there cannot be read at all: a column is missing, it
 *   is in no known format
 */
export const importFiles = async (
  wanted: FilesToRead,
  ledger: Pick<CollectLedger, 'offerPosts'>,
  effects: CollectEffects & Required<Pick<CollectEffects, 'files'>>,
): Promise<ImportReport> => {
  const start = effects.clock().getTime();
  const workers = openExtractionWorkers(Math.max(1, Math.min(MAXIMUM_WORKERS, availableParallelism() - 1)));
  try {
    const { sink, files, errors } = await readFiles(wanted, {
      ledger,
      effects,
      files: effects.files,
      workers,
      onProgress: ({ name, items }) => effects.onProgress({ stage: 'import', done: items, note: name }),
    });
    const [first] = errors;
    const isAlone = files.fetched === 0 && errors.length === 1 && Object.keys(files.skipped).length === 0;
    if (first && isAlone && !BREAKS.includes(first.code)) throw first;
    const { counts, rejected } = sink;
    return {
      items: {
        name: 'import',
        in: counts.found,
        out: counts.outcome.stored,
        dropped: counts.dropped.toJSON(),
        seconds: Math.max(0, (effects.clock().getTime() - start) / 1000),
      },
      outcome: counts.outcome,
      files,
      rejected,
      errors: errors.map(sentence),
    };
  } finally {
    await workers.close();
  }
};
