import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Below this an answer fits into one packet either way. */
const LEAST_BYTES = 1024;

const pack = promisify(gzip);

/**
 * Gives the bytes compressed: made when the first reader takes them so, and kept for all others, since the figures of a region are
 * megabytes. Undefined for what is small.
 */
export const packedOnce = (bytes: Uint8Array): (() => Promise<Uint8Array<ArrayBuffer>>) | undefined => {
  if (bytes.length < LEAST_BYTES) return undefined;
  let packed: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return () => {
    packed ??= pack(bytes).then((made) => new Uint8Array(made));
    return packed;
  };
};

/** Whether an `Accept-Encoding` takes gzip (RFC 9110, 12.5.3). */
export const takesGzip = (header: string | undefined): boolean => {
  const weights = new Map(
    (header ?? '').split(',').map((part): [string, number] => {
      const [name = '', ...params] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = params.find((param) => param.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
    }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
};
