import { SIGNATURE_BINS, signatureToBytes } from '@marsad/records';
import { foldForCopies } from './fold-for-copies.js';
import { isLongEnough } from './long-enough.js';
import { writeSignature } from './signature.js';

/** What a post carries of its text's signature: 256 bytes in base64, or null for a text too short to be compared. */
export const postSignature = (text: string): string | null => {
  const folded = foldForCopies(text);
  if (!isLongEnough(folded)) return null;
  const signature = new Uint32Array(SIGNATURE_BINS);
  writeSignature(folded.codes, signature);
  return signatureToBytes(signature).toString('base64');
};
