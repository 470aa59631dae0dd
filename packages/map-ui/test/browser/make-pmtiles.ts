/** Unsigned number as protocol buffers and PMTiles directories write it: seven bits a byte. */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(value >>> 7)]);
/** Signed number as the geometry of a vector tile has it. */
const zigzag = (value: number): number[] => varint(((value << 1) ^ (value >> 31)) >>> 0);
/** A field of bytes. */
const field = (number: number, bytes: readonly number[]): number[] => [
  ...varint((number << 3) | 2),
  ...varint(bytes.length),
  ...bytes,
];
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

const EXTENT = 4096;
/** A polygon over all of its tile and a little more, in the commands of the vector tile specification 2.1. */
const WHOLE_TILE = [
  ...varint((1 << 3) | 1),
  ...[-64, -64].flatMap(zigzag),
  ...varint((3 << 3) | 2),
  ...[EXTENT + 128, 0, 0, EXTENT + 128, -EXTENT - 128, 0].flatMap(zigzag),
  ...varint((1 << 3) | 7),
];

/** A vector tile whose named layers each are one polygon over all of it. */
const tileOf = (layers: readonly string[]): number[] =>
  layers.flatMap((name) =>
    field(3, [
      ...field(1, utf8(name)),
      ...field(2, [...[3 << 3, 3], ...field(4, WHOLE_TILE)]),
      ...[...varint(5 << 3), ...varint(EXTENT)],
      ...[...varint(15 << 3), 2],
    ]),
  );

interface Options {
  /** west, south, east, north */
  bounds?: readonly [number, number, number, number];
  /** 1 for vector tiles, 2 for PNG … */
  tileType?: number;
  /** 1 for none, 2 for gzip … */
  tileCompression?: number;
  attribution?: string;
  layers?: readonly string[];
}

/** A PMTiles file of version 3 with one tile: the world, all of it land and all of it water. */
export const makePmtiles = ({
  bounds = [-180, -85, 180, 85],
  tileType = 1,
  tileCompression = 1,
  attribution = '<a href="https://map.example/">&copy; Cartographers &amp; Sons</a>',
  layers = ['earth', 'water'],
}: Options = {}): Uint8Array => {
  const tile = tileOf(layers);
  const metadata = utf8(JSON.stringify({ attribution, vector_layers: layers.map((id) => ({ id, fields: {} })) }));
  // One entry: its number, how often it is repeated, its length, its place and one.
  const root = [1, 0, 1, tile.length, 1].flatMap(varint);
  const rootAt = 127;
  const metadataAt = rootAt + root.length;
  const tilesAt = metadataAt + metadata.length;
  const file = new Uint8Array(tilesAt + tile.length);
  const view = new DataView(file.buffer);
  file.set([...utf8('PMTiles'), 3]);
  const spans = [rootAt, root.length, metadataAt, metadata.length, tilesAt, 0, tilesAt, tile.length, 1, 1, 1];
  for (const [at, value] of spans.entries()) view.setBigUint64(8 + 8 * at, BigInt(value), true);
  file.set([1, 1, tileCompression, tileType, 0, 0], 96);
  for (const [at, degrees] of bounds.entries()) view.setInt32(102 + 4 * at, Math.round(degrees * 1e7), true);
  file.set(root, rootAt);
  file.set(metadata, metadataAt);
  file.set(tile, tilesAt);
  return file;
};
