import { InputError } from '@marsad/records';
import Database from 'better-sqlite3';
import { Geometry } from 'wkx';
import { z } from 'zod';
import { chooseLayer } from './choose-layer.js';
import type { FeatureList } from './feature-list.js';
import { MOST_FEATURES, MOST_VERTICES, tooLarge } from './limits.js';
import { crsFromText } from './reference-system.js';

const SQLITE = 'SQLite format 3\u0000';

/** Whether bytes begin as a SQLite database does; a GeoPackage is one. */
export const isSqlite = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 16) === SQLITE;

/** Bytes of the envelope by its code (GeoPackage 1.3.1, section 2.1.3.1.1). */
const ENVELOPES = [0, 32, 48, 48, 64];

/** The geometry of a feature, from `GP`, version, flags, system, envelope and then well-known binary. */
const geometryOf = (blob: Buffer): unknown => {
  const flags = blob[3] ?? 0;
  const envelope = ENVELOPES[(flags >> 1) & 7];
  if (blob.toString('latin1', 0, 2) !== 'GP' || envelope === undefined)
    throw new RangeError('expected GeoPackage binary');
  const isEmpty = ((flags >> 4) & 1) === 1;
  return isEmpty ? null : Geometry.parse(blob.subarray(8 + envelope)).toGeoJSON();
};

const layerRow = z.object({
  table_name: z.string(),
  column_name: z.string(),
  definition: z.string().nullable(),
});

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const readLayer = (database: Database.Database, options: { file: string; layer?: string | undefined }): FeatureList => {
  const { file } = options;
  const layers = z.array(layerRow).parse(
    database
      .prepare(
        // Only real tables: a view could run any query, without end.
        `select g.table_name, g.column_name, s.definition from gpkg_geometry_columns g
         join sqlite_master m on m.name = g.table_name and m.type = 'table' and m.sql not like 'create virtual%'
         left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id order by g.table_name limit 1000`,
      )
      .all(),
  );
  const name = chooseLayer(
    layers.map(({ table_name }) => table_name),
    options.layer,
    file,
  );
  const layer = layers.find(({ table_name }) => table_name === name);
  const where = `${file}: ${name}`;
  const geometryColumn = layer?.column_name ?? 'geom';
  const columns = z
    .array(z.object({ name: z.string(), hidden: z.number() }))
    .parse(database.pragma(`table_xinfo(${quoted(name)})`))
    // Generated columns are computed when read, by whatever the file says.
    .filter(({ hidden }) => hidden === 0);
  const listed = columns.map((column) => quoted(column.name)).join(', ');
  const features: unknown[] = [];
  let bytes = 0;
  for (const row of database.prepare(`select ${listed} from ${quoted(name)}`).iterate()) {
    const values = row as Record<string, unknown>;
    const blob = values[geometryColumn];
    const at = features.length + 1;
    if (at > MOST_FEATURES) throw tooLarge(where, 'areas', MOST_FEATURES, 'more');
    bytes += Buffer.isBuffer(blob) ? blob.length : 0;
    if (bytes > MOST_VERTICES * 16) throw tooLarge(where, 'vertices', MOST_VERTICES, 'more');
    let geometry: unknown = null;
    try {
      geometry = Buffer.isBuffer(blob) ? geometryOf(blob) : null;
    } catch (cause) {
      throw new InputError('bad-geometry', `${where}: row ${at}: expected a geometry, got one that cannot be read`, {
        cause,
      });
    }
    const properties = Object.fromEntries(
      Object.entries(values).filter(([column, value]) => column !== geometryColumn && !Buffer.isBuffer(value)),
    );
    features.push({ type: 'Feature', properties, geometry });
  }
  return { type: 'FeatureCollection', features, ...crsFromText(layer?.definition ?? '') };
};

/**
 * Reads one layer of polygons of a GeoPackage, from memory: nothing is written beside the file.
 * @throws InputError for a database that is no GeoPackage, geometries that are none
 */
export const readGeopackage = (bytes: Buffer, options: { file: string; layer?: string | undefined }): FeatureList => {
  const { file } = options;
  const copy = Buffer.from(bytes);
  // Bytes 18 and 19 say 2 for a write-ahead log (SQLite file format, 1.3.3), which a database in memory cannot have.
  for (const at of [18, 19]) if (copy[at] === 2) copy[at] = 1;
  let database: Database.Database | undefined;
  try {
    database = new Database(copy, { readonly: true });
    database.pragma('trusted_schema = off');
    return readLayer(database, options);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(
      'bad-geopackage',
      `${file}: expected a GeoPackage, got a database that cannot be read as one`,
      {
        cause,
      },
    );
  } finally {
    database?.close();
  }
};
