import { SIGNATURE_BINS } from './similarity.js';

const BYTES = 4 * SIGNATURE_BINS;

/** A signature as 256 bytes, low byte of each number first, whatever the machine. */
export const signatureToBytes = (signature: Uint32Array): Buffer => {
  const bytes = Buffer.alloc(BYTES);
  for (let bin = 0; bin < SIGNATURE_BINS; bin += 1) bytes.writeUInt32LE(signature[bin] ?? 0, 4 * bin);
  return bytes;
};

/**
 * The signature that `signatureToBytes` wrote.
 * @throws {RangeError} when there are not 256 bytes
 */
export const signatureFromBytes = (bytes: Uint8Array): Uint32Array => {
  if (bytes.length !== BYTES) throw new RangeError(`signature: expected ${BYTES} bytes, got ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = new Uint32Array(SIGNATURE_BINS);
  for (let bin = 0; bin < SIGNATURE_BINS; bin += 1) signature[bin] = view.getUint32(4 * bin, true);
  return signature;
};
