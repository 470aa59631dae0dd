import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { creditText } from './credit-text.js';
import { HEADER_BYTES, type PmtilesHeader, readPmtilesHeader } from './pmtiles-header.js';

/** A basemap that the page can show. */
export interface Basemap {
  /** where the file lies on this machine */
  source: string;
  bytes: number;
  /** path of the file beside the page; named after its content, so that no cache mixes two */
  path: string;
  /** whom it is owed to: plain text on one line */
  credit: string;
}

/** Degrees: west, south, east, north. */
type Box = readonly [number, number, number, number];

/** Bytes of metadata or root directory, unpacked: those of the whole planet have less. */
const MOST_UNPACKED = 16e6;
/** The layers that the page draws. */
const DRAWN = ['earth', 'water', 'landuse', 'roads', 'boundaries'];
/** Without these it would be no map. */
const NEEDED = ['earth', 'water'];
const VECTOR_TILES = 1;
const TILE_TYPES = ['unknown', 'vector', 'PNG', 'JPEG', 'WebP', 'AVIF'];
const COMPRESSIONS = ['unknown', 'none', 'gzip', 'brotli', 'zstd'];
/** What every browser unpacks by itself. */
const UNPACKED_BY_BROWSERS = ['none', 'gzip'];

const metadataSchema = z.object({
  attribution: z.string().optional(),
  vector_layers: z.array(z.object({ id: z.string() })),
});

const refused = (path: string, expected: string, got: string, box: Box, cause?: unknown): InputError => {
  const rounded = box.map((degrees, at) => (at < 2 ? Math.floor : Math.ceil)(degrees * 100) / 100);
  return new InputError('basemap', `--basemap ${path}: expected ${expected}, got ${got}`, {
    ...(cause !== undefined && { cause }),
    remedy: `Cut one for the city: \`pmtiles extract SOURCE city.pmtiles --bbox=${rounded.join(',')}\` (docs/publishing.md), or leave out --basemap; nothing was changed.`,
  });
};

const readSpan = async (file: FileHandle, { offset, length }: PmtilesHeader['metadata']): Promise<Uint8Array> => {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
};

const contentHash = async (file: FileHandle): Promise<string> => {
  const hash = createHash('sha256');
  for await (const part of file.createReadStream({ start: 0, autoClose: false })) hash.update(part);
  return hash.digest('hex');
};

const inDegrees = (box: Box): string => box.map((degrees) => degrees.toFixed(4)).join(',');

/**
 * Looks whether a file can be the ground under a city's map: vector tiles in PMTiles 3, whole, with the layers of Protomaps,
 * over all of the city.
 * @param city the box around all of its areas
 * @throws InputError saying what was expected, what came and how such a file is made
 */
export const openBasemap = async (path: string, city: Box): Promise<Basemap> => {
  const refuse = (expected: string, got: string, cause?: unknown) => refused(path, expected, got, city, cause);
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw refuse('a file', 'none that can be read', cause);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw refuse('a file', 'something else');
    const header = readPmtilesHeader(await readSpan(file, { offset: 0, length: HEADER_BYTES }));
    if (!header) throw refuse('a PMTiles file of version 3', 'another kind of file');
    const { rootDirectory, metadata, leafDirectories, tileData, bounds } = header;
    const end = Math.max(...[rootDirectory, metadata, leafDirectories, tileData].map((one) => one.offset + one.length));
    if (end > stat.size) throw refuse(`${end} bytes, as its header says`, `${stat.size}: the file is cut short`);
    if (header.tileType !== VECTOR_TILES) {
      throw refuse('vector tiles', `tiles of the type ${TILE_TYPES[header.tileType] ?? header.tileType}`);
    }
    const packed = [header.internalCompression, header.tileCompression].map((code) => COMPRESSIONS[code] ?? `${code}`);
    const other = packed.find((name) => !UNPACKED_BY_BROWSERS.includes(name));
    if (other !== undefined) throw refuse('contents packed with gzip or not at all', `the compression ${other}`);
    const damaged = (cause: unknown) => refuse('a directory and metadata that can be read', 'damaged ones', cause);
    if (rootDirectory.length > MOST_UNPACKED || metadata.length > MOST_UNPACKED) throw damaged('too long');
    const unpack = (bytes: Uint8Array): Uint8Array =>
      header.internalCompression === 2 ? gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }) : bytes;
    let about: z.infer<typeof metadataSchema>;
    try {
      if (unpack(await readSpan(file, rootDirectory)).length === 0) throw new Error('the directory is empty');
      about = metadataSchema.parse(JSON.parse(new TextDecoder().decode(unpack(await readSpan(file, metadata)))));
    } catch (cause) {
      throw damaged(cause);
    }
    const layers = about.vector_layers.map(({ id }) => id);
    if (!NEEDED.every((name) => layers.includes(name))) {
      throw refuse(`the layers of Protomaps (${DRAWN.join(', ')})`, layers.slice(0, 8).join(', ') || 'no layers');
    }
    const [west, south, east, north] = bounds;
    if (west > city[0] || south > city[1] || east < city[2] || north < city[3]) {
      throw refuse(`a map over all of the city (${inDegrees(city)})`, `one of ${inDegrees(bounds)}`);
    }
    const name = (await contentHash(file)).slice(0, 12);
    return { source: path, bytes: stat.size, path: `basemap/${name}.pmtiles`, credit: creditText(about.attribution) };
  } finally {
    await file.close();
  }
};
