import type { SourceFiles } from '../ports.js';
import { activityItems } from './activity-items.js';
import type { FileFormat } from './file-format.js';
import type { ImportItem } from './item.js';
import type { ItemContext } from './item-context.js';
import { openBytes } from './open-bytes.js';
import { pageItems } from './page-items.js';
import { rowItems } from './row-items.js';
import { waczItems } from './wacz-items.js';
import { warcItems } from './warc-items.js';

/** A file to be read. */
export interface FileToRead {
  /** as `files.open` takes it */
  path: string;
  size: number;
  format: FileFormat;
}

/**
 * Streams what is in a file of any format, in file order.
 * @throws {InputError} when it cannot be read at all, or after what came before a break in it
 */
export async function* readItems(
  file: FileToRead,
  files: SourceFiles,
  context: ItemContext,
): AsyncGenerator<ImportItem> {
  const { path, size, format } = file;
  switch (format) {
    case 'csv':
    case 'tsv':
    case 'jsonl':
    case 'json':
      return yield* rowItems(files.open(path), format, context);
    case 'activity-streams':
      return yield* activityItems(files.open(path), context);
    case 'html':
      return yield* pageItems(files.open(path), context);
    case 'warc':
      return yield* warcItems((await openBytes(files.open(path), context.name)).all, context);
    case 'wacz':
      return yield* waczItems({ name: context.name, size, open: (range) => files.open(path, range) }, context);
  }
}
