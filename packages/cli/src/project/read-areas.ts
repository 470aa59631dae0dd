import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AreaFields, type CheckedAreas, checkAreas, readBoundaries } from '@marsad/observatory';
import { InputError } from '@marsad/records';

export interface AreaRequest {
  fields: AreaFields;
  /** layer to read, where a file has several */
  layer?: string | undefined;
  /** label of this edition */
  version?: string | undefined;
}

/** Files beyond this are not read into memory; `readBoundaries` has the same limit for what is in them. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads files of boundaries and checks them as one set of areas.
 * @throws InputError for a file that cannot be read, or is in none of the formats
 */
export const readAreas = async (paths: readonly string[], request: AreaRequest): Promise<CheckedAreas> => {
  const files = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) throw new InputError('file-missing', `expected a file at ${path}, but there is none`);
    if (found.size > MOST_BYTES)
      throw new InputError('too-large', `${path}: expected at most ${MOST_BYTES} bytes, got ${found.size}`);
    const file = basename(path);
    files.push({ file, list: await readBoundaries(await readFile(path), { file, layer: request.layer }) });
  }
  return checkAreas(files, { fields: request.fields, version: request.version });
};
