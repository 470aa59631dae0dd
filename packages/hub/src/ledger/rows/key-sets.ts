import { hashOfSigned, KEY_FILES } from '@marsad/observatory/snapshot';
import type { Reading, Writing } from '../tables.js';

/** The signed part of a file, whatever it is; undefined for what cannot be read. */
const signedIn = (bytes: Uint8Array): unknown => {
  try {
    const envelope: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof envelope === 'object' && envelope !== null && 'signed' in envelope ? envelope.signed : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Keeps the sets of keys of a package as far as they are those that are remembered.
 * @param chain the hash of each set, the first one first
 */
export const saveKeySets = async (
  trx: Writing,
  city: string,
  files: ReadonlyMap<string, Uint8Array>,
  chain: readonly string[],
): Promise<void> => {
  for (const [at, hash] of chain.entries()) {
    const bytes = files.get(KEY_FILES.path(at + 1));
    const signed = bytes && signedIn(bytes);
    if (bytes === undefined || signed === undefined || hashOfSigned(signed) !== hash) continue;
    await trx
      .insertInto('key_sets')
      .values({ city, version: at + 1, envelope: Buffer.from(bytes) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
};

/** The files of a city's sets of keys, path → bytes. */
export const readKeySets = async (db: Reading, city: string): Promise<Map<string, Uint8Array>> => {
  const rows = await db.selectFrom('key_sets').selectAll().where('city', '=', city).orderBy('version').execute();
  return new Map(rows.map(({ version, envelope }) => [KEY_FILES.path(version), envelope]));
};
