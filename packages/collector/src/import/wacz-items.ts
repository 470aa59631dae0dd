import { createGunzip } from 'node:zlib';
import { InputError } from '@marsad/records';
import type { ImportItem } from './item.js';
import type { ItemContext } from './item-context.js';
import { inflated } from './open-bytes.js';
import { warcItems } from './warc-items.js';
import { openZipEntry } from './zip/open-zip-entry.js';
import { readZipDirectory } from './zip/zip-directory.js';
import type { ZipEntry, ZipFile } from './zip/zip-file.js';

const WARC = /^archive\/[^/]+\.warc(\.gz)?$/i;

const openWarc = (zip: ZipFile, entry: ZipEntry): AsyncGenerator<Uint8Array> => {
  const bytes = openZipEntry(zip, entry);
  return /\.gz$/i.test(entry.name) ? inflated(bytes, createGunzip(), 'gzip', `${zip.name}/${entry.name}`) : bytes;
};

/**
 * The pages of a packed web archive (WACZ 1.1.1): those of the WARC files in its `archive` folder, in the order of their
 * names. One that breaks off does not keep the others from being read.
 * @throws {InputError} `bad-zip`, `unsafe-zip`, `bad-wacz` when no web archive is in it, `cut-off` after what could be read
 */
export async function* waczItems(zip: ZipFile, context: ItemContext): AsyncGenerator<ImportItem> {
  const entries = (await readZipDirectory(zip))
    .filter(({ name }) => WARC.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.length === 0) {
    throw new InputError('bad-wacz', `${zip.name}: expected web archives (archive/*.warc.gz) in it, found none`);
  }
  let failure: InputError | undefined;
  for (const entry of entries) {
    try {
      yield* warcItems(openWarc(zip, entry), { ...context, name: `${context.name}/${entry.name}` });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failure ??= error;
    }
  }
  if (failure) throw failure;
}
