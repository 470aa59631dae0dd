import { SIGNATURE_BINS } from './similarity.js';

const BYTES = 4 * SIGNATURE_BINS;

/** A signature as 256 bytes, low byte of each number first, whatever the machine. */
export const signatureToBytes = (signature: Uint32Array): Buffer => {
  const bytes = Buffer.alloc(BYTES);
  for (let bin = 0; bin < SIGNATURE_BINS; bin += 1) bytes.writeUInt32LE(signature[bin] ?? 0, 4 * bin);
  return bytes;
};

/**
 * Signatures that `signatureToBytes` wrote, one after the other.
 * @throws {RangeError} when there are not 256 bytes for each
 */
export const signaturesFromBytes = (bytes: Uint8Array, count: number): Uint32Array => {
  if (bytes.length !== BYTES * count)
    throw new RangeError(`${count} signatures: expected ${BYTES * count} bytes, got ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signatures = new Uint32Array(SIGNATURE_BINS * count);
  for (let bin = 0; bin < signatures.length; bin += 1) signatures[bin] = view.getUint32(4 * bin, true);
  return signatures;
};

/**
 * The signature that `signatureToBytes` wrote.
 * @throws {RangeError} when there are not 256 bytes
 */
export const signatureFromBytes = (bytes: Uint8Array): Uint32Array => signaturesFromBytes(bytes, 1);
