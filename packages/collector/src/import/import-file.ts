import type { Readable } from 'node:stream';
import { MarsadError } from '@marsad/records';
import type { CollectEffects, CollectLedger } from '../ports.js';
import type { ImportReport } from '../report.js';

/** Which column holds what; columns not given are guessed from their names. */
export interface RowMap {
  text?: string | undefined;
  id?: string | undefined;
  time?: string | undefined;
  author?: string | undefined;
  url?: string | undefined;
  language?: string | undefined;
  title?: string | undefined;
  lat?: string | undefined;
  lon?: string | undefined;
}
export type RowFormat = 'csv' | 'tsv' | 'jsonl' | 'json';

export interface ImportInput {
  stream: Readable;
  /** file name, for messages and to tell the format by its ending */
  name: string;
  format?: RowFormat | undefined;
  map: RowMap;
  sourceId: string;
}

/** Streams a file of rows into the ledger, 500 at a time. */
export const importFile = async (
  _input: ImportInput,
  _ledger: CollectLedger,
  _effects: CollectEffects,
): Promise<ImportReport> => {
  throw new MarsadError('import', 'importFile is not written yet');
};
