import { InputError } from '@marsad/records';
import type { z } from 'zod';

/**
 * Reads a file that lies beside the files of a manifest.
 * @throws InputError naming it when it does not fit the schema
 */
export const parseAttached = <T>(schema: z.ZodType<T>, path: string, bytes: Uint8Array): T => {
  try {
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new InputError('unreadable-attachment', `${path}: cannot be read as docs/snapshot-format.md says`, { cause });
  }
};
