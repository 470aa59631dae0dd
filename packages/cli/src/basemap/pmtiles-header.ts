/** Bytes of the header at the start of a PMTiles file. */
export const HEADER_BYTES = 127;

/** A part of the file, in bytes. */
interface Span {
  offset: number;
  length: number;
}

/** What the header of a PMTiles file of version 3 says. Codes are the specification's own. */
export interface PmtilesHeader {
  rootDirectory: Span;
  metadata: Span;
  leafDirectories: Span;
  tileData: Span;
  /** of directories and metadata: 1 none, 2 gzip, 3 brotli, 4 zstd */
  internalCompression: number;
  tileCompression: number;
  /** 1 vector (MVT), 2 PNG, 3 JPEG, 4 WebP, 5 AVIF */
  tileType: number;
  minZoom: number;
  maxZoom: number;
  /** degrees: west, south, east, north */
  bounds: readonly [number, number, number, number];
}

/** A coordinate is kept as a whole number of these. */
const DEGREES = 1e-7;

/**
 * Reads the header of a PMTiles file (version 3 of the specification by Protomaps).
 * @param bytes the first 127 bytes, or all there are
 * @returns undefined where they are no such header
 */
export const readPmtilesHeader = (bytes: Uint8Array): PmtilesHeader | undefined => {
  if (bytes.length < HEADER_BYTES) return undefined;
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, 7));
  if (magic !== 'PMTiles' || bytes[7] !== 3) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Past 2^53 a size is no longer exact, but far from that of any file.
  const spanAt = (at: number): Span => ({
    offset: Number(view.getBigUint64(at, true)),
    length: Number(view.getBigUint64(at + 8, true)),
  });
  const degreesAt = (at: number): number => view.getInt32(at, true) * DEGREES;
  return {
    rootDirectory: spanAt(8),
    metadata: spanAt(24),
    leafDirectories: spanAt(40),
    tileData: spanAt(56),
    internalCompression: view.getUint8(97),
    tileCompression: view.getUint8(98),
    tileType: view.getUint8(99),
    minZoom: view.getUint8(100),
    maxZoom: view.getUint8(101),
    bounds: [degreesAt(102), degreesAt(106), degreesAt(110), degreesAt(114)],
  };
};
