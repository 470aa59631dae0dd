import { InputError } from '@marsad/records';
import { MOST_FEATURES, MOST_VERTICES, tooLarge } from './limits.js';

const POLYGON_TYPES = [5, 15, 25];

/**
 * Walks the records of a `.shp` (ESRI Shapefile Technical Description, 1998) and refuses what would lead a reader astray:
 * lengths that point backwards or beyond the end, parts out of order. shpjs trusts all of them.
 * @returns per record, its rings one after the other (in the file's own units); empty for a null shape
 * @throws InputError naming the record
 */
export const checkShapes = (shp: Buffer, file: string): [number, number][][][] => {
  const bad = (record: number, what: string): InputError =>
    new InputError('bad-shapefile', `${file}: record ${record}: expected a polygon record, got ${what}`);
  if (shp.length < 100 || shp.readInt32BE(0) !== 9994)
    throw new InputError('bad-shapefile', `${file}: expected the header of a Shapefile, got something else`);
  const shapeType = shp.readInt32LE(32);
  if (!POLYGON_TYPES.includes(shapeType))
    throw new InputError('not-a-polygon', `${file}: expected a Shapefile of polygons, got shape type ${shapeType}`);
  const records: [number, number][][][] = [];
  let vertices = 0;
  let at = 100;
  while (at + 8 <= shp.length) {
    const number = records.length + 1;
    if (number > MOST_FEATURES) throw tooLarge(file, 'areas', MOST_FEATURES, 'more');
    const length = shp.readInt32BE(at + 4) * 2;
    if (length < 4 || at + 8 + length > shp.length) throw bad(number, `a length of ${length} bytes`);
    const body = shp.subarray(at + 8, at + 8 + length);
    at += 8 + length;
    const type = body.readInt32LE(0);
    if (type === 0) {
      records.push([]);
      continue;
    }
    if (type !== shapeType || length < 44) throw bad(number, `shape type ${type} in ${length} bytes`);
    const parts = body.readInt32LE(36);
    const points = body.readInt32LE(40);
    if (parts < 1 || points < parts || 44 + parts * 4 + points * 16 > length)
      throw bad(number, `${parts} parts of ${points} points in ${length} bytes`);
    vertices += points;
    if (vertices > MOST_VERTICES) throw tooLarge(file, 'vertices', MOST_VERTICES, `at least ${vertices}`);
    const starts = Array.from({ length: parts }, (_, part) => body.readInt32LE(44 + part * 4));
    if (starts[0] !== 0 || starts.some((start, part) => start >= (starts[part + 1] ?? points)))
      throw bad(number, 'parts out of order');
    const first = 44 + parts * 4;
    const rings = starts.map((start, part) =>
      Array.from({ length: (starts[part + 1] ?? points) - start }, (_, corner): [number, number] => [
        body.readDoubleLE(first + (start + corner) * 16),
        body.readDoubleLE(first + (start + corner) * 16 + 8),
      ]),
    );
    records.push(rings);
  }
  return records;
};

/**
 * Refuses a `.dbf` whose header promises more rows or fields than its bytes hold: shpjs would make them up.
 * @throws InputError
 */
export const checkTable = (dbf: Buffer, file: string): void => {
  const bad = (what: string): InputError =>
    new InputError('bad-shapefile', `${file}: expected the attributes (.dbf) of a Shapefile, got ${what}`);
  if (dbf.length < 33) throw bad(`${dbf.length} bytes`);
  const rows = dbf.readUInt32LE(4);
  const headerLength = dbf.readUInt16LE(8);
  const rowLength = dbf.readUInt16LE(10);
  if (headerLength < 65 || headerLength > dbf.length) throw bad(`a header of ${headerLength} bytes`);
  // The last row may lack its end mark.
  if (rows > MOST_FEATURES || rowLength < 1 || headerLength + rows * rowLength > dbf.length + 1)
    throw bad(`${rows} rows of ${rowLength} bytes in ${dbf.length} bytes`);
};
