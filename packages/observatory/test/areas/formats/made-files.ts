import { crc32, deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';

type Ring = readonly (readonly [number, number])[];

export interface MadeArea {
  name: string;
  rings: readonly Ring[];
}

/** Two squares side by side, the second with a hole; outer rings clockwise, as Shapefiles have them. */
export const TWO_AREAS: readonly MadeArea[] = [
  {
    name: 'Bab El Bahr',
    rings: [
      [
        [10, 36],
        [10, 37],
        [11, 37],
        [11, 36],
        [10, 36],
      ],
    ],
  },
  {
    name: 'باب سويقة',
    rings: [
      [
        [11, 36],
        [11, 37],
        [12, 37],
        [12, 36],
        [11, 36],
      ],
      [
        [11.4, 36.4],
        [11.6, 36.4],
        [11.6, 36.6],
        [11.4, 36.6],
        [11.4, 36.4],
      ],
    ],
  },
];

/** A ZIP archive. `claim` lets an entry lie about the size it unpacks to. */
export const zipOf = (
  entries: readonly { name: string; bytes: Buffer; stored?: boolean; claim?: number; flags?: number }[],
): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, stored = false, claim = bytes.length, flags = 0 } of entries) {
    const packed = stored ? bytes : deflateRawSync(bytes);
    const nameBytes = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claim, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, tail, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
};

/** The `.shp` of polygons (ESRI Shapefile Technical Description, 1998). */
export const shpOf = (areas: readonly MadeArea[], shapeType = 5): Buffer => {
  const records = areas.map(({ rings }, index) => {
    const points = rings.flat();
    const body = Buffer.alloc(44 + rings.length * 4 + points.length * 16);
    body.writeInt32LE(shapeType, 0);
    body.writeInt32LE(rings.length, 36);
    body.writeInt32LE(points.length, 40);
    let start = 0;
    rings.forEach((ring, part) => {
      body.writeInt32LE(start, 44 + part * 4);
      start += ring.length;
    });
    points.forEach(([x, y], at) => {
      body.writeDoubleLE(x, 44 + rings.length * 4 + at * 16);
      body.writeDoubleLE(y, 52 + rings.length * 4 + at * 16);
    });
    const head = Buffer.alloc(8);
    head.writeInt32BE(index + 1, 0);
    head.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([head, body]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, { length }) => sum + length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(shapeType, 32);
  return Buffer.concat([header, ...records]);
};

/** The `.dbf` with one column of 40 bytes, UTF-8. */
export const dbfOf = (column: string, values: readonly string[]): Buffer => {
  const header = Buffer.alloc(65);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(values.length, 4);
  header.writeUInt16LE(65, 8);
  header.writeUInt16LE(41, 10);
  header.write(column, 32, 'latin1');
  header.write('C', 43, 'latin1');
  header.writeUInt8(40, 48);
  header.writeUInt8(13, 64);
  const rows = values.map((value) => {
    const row = Buffer.alloc(41, ' ');
    row.write(value, 1, 'utf8');
    return row;
  });
  return Buffer.concat([header, ...rows]);
};

/** A zipped Shapefile of the areas, with what is given in `more` beside it. */
export const shapefileOf = (areas: readonly MadeArea[], more: { prj?: string; layer?: string } = {}): Buffer => {
  const layer = more.layer ?? 'wards';
  const names = dbfOf(
    'NAME',
    areas.map(({ name }) => name),
  );
  return zipOf([
    { name: `${layer}.shp`, bytes: shpOf(areas) },
    { name: `${layer}.DBF`, bytes: names },
    { name: `${layer}.cpg`, bytes: Buffer.from('UTF-8') },
    ...(more.prj === undefined ? [] : [{ name: `${layer}.prj`, bytes: Buffer.from(more.prj) }]),
  ]);
};

/** A polygon in GeoPackage binary, without envelope. */
const geopackageBlob = (rings: readonly Ring[]): Buffer => {
  const head = Buffer.from([0x47, 0x50, 0, 1, 0xe6, 0x10, 0, 0, 1, 3, 0, 0, 0]);
  const count = Buffer.alloc(4);
  count.writeUInt32LE(rings.length, 0);
  const listed = rings.map((ring) => {
    const bytes = Buffer.alloc(4 + ring.length * 16);
    bytes.writeUInt32LE(ring.length, 0);
    ring.forEach(([x, y], at) => {
      bytes.writeDoubleLE(x, 4 + at * 16);
      bytes.writeDoubleLE(y, 12 + at * 16);
    });
    return bytes;
  });
  return Buffer.concat([head, count, ...listed]);
};

/** A GeoPackage with one layer `wards`; `more` runs any SQL in it before it is serialised. */
export const geopackageOf = (
  areas: readonly MadeArea[],
  { definition = 'GEOGCS["WGS 84",DATUM["WGS_1984"]]', more = '' } = {},
): Buffer => {
  const database = new Database(':memory:');
  database.exec(`
    create table gpkg_spatial_ref_sys (srs_id integer primary key, definition text);
    create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
    create table wards (fid integer primary key, name text, geom blob);
    insert into gpkg_geometry_columns values ('wards', 'geom', 4326);
  `);
  database.prepare('insert into gpkg_spatial_ref_sys values (4326, ?)').run(definition);
  const insert = database.prepare('insert into wards (name, geom) values (?, ?)');
  for (const { name, rings } of areas) insert.run(name, geopackageBlob(rings));
  database.exec(more);
  const bytes = database.serialize();
  database.close();
  return bytes;
};
