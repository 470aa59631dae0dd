import { envelopeOf, notice, snapshotStatement } from '@marsad/records';
import { filesByNumber, NOTICE_FILES, SIGNATURE_FILE } from '../trust/trust-files.js';
import { parseAttached } from './parse-attached.js';

/**
 * Whether a notice that lies with a signed snapshot takes this very version back. No signature is checked: a false notice
 * keeps a snapshot out, and lets nothing in.
 * @throws InputError for a statement or notice that cannot be read
 */
export const isWithdrawn = (files: ReadonlyMap<string, Uint8Array>): boolean => {
  const signature = files.get(SIGNATURE_FILE);
  if (!signature) return false;
  const { version } = parseAttached(envelopeOf(snapshotStatement), SIGNATURE_FILE, signature).signed;
  return filesByNumber(files, NOTICE_FILES).some(({ path, bytes }) => {
    const { type, versions } = parseAttached(envelopeOf(notice), path, bytes).signed;
    return type === 'withdrawal' && versions.includes(version);
  });
};
