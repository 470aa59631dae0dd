import { snapshotStatement } from '@marsad/records';
import { openEnvelope } from './envelope.js';
import { SIGNATURE_FILE } from './trust-files.js';

/** The version that the statement of a snapshot tells, whether its signature is right or not; null where there is none. */
export const signedVersion = (files: ReadonlyMap<string, Uint8Array>): number | null => {
  const bytes = files.get(SIGNATURE_FILE);
  const opened = bytes && openEnvelope(SIGNATURE_FILE, bytes, snapshotStatement);
  return opened && 'envelope' in opened ? opened.envelope.signed.version : null;
};
