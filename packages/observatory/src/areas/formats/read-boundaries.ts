import { InputError } from '@marsad/records';
import { shown } from '../shown.js';
import { asFeatureList, type FeatureList } from './feature-list.js';
import { MOST_BYTES, tooLarge } from './limits.js';
import { isSqlite, readGeopackage } from './read-geopackage.js';
import { readShapefile } from './read-shapefile.js';
import { readTopology } from './read-topology.js';
import { isZip } from './zip-entries.js';

/**
 * Reads a file of boundaries, told by its content: GeoJSON, TopoJSON, a Shapefile in a ZIP archive or a GeoPackage. What
 * comes back is GeoJSON as it was found; `checkAreas` looks at it.
 * @param options.file name of the file, for messages
 * @param options.layer layer to read, where the file has several
 * @throws InputError for anything else, and for what is too large
 */
export const readBoundaries = async (
  bytes: Buffer,
  options: { file: string; layer?: string | undefined },
): Promise<FeatureList> => {
  const { file } = options;
  if (bytes.length > MOST_BYTES) throw tooLarge(file, 'bytes', MOST_BYTES, bytes.length);
  if (isZip(bytes)) return readShapefile(bytes, options);
  if (isSqlite(bytes)) return readGeopackage(bytes, options);
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new InputError(
      'not-json',
      `${file}: expected JSON (GeoJSON or TopoJSON), a zipped Shapefile or a GeoPackage, got ${(cause as Error).message}`,
      { cause },
    );
  }
  const { type } = (json ?? {}) as { type?: unknown };
  if (type === 'Topology') return readTopology(json, options);
  const list = asFeatureList(json);
  if (list) return list;
  throw new InputError(
    'not-features',
    `${file}: expected a GeoJSON FeatureCollection or a TopoJSON Topology, got type ${shown(type)}`,
  );
};
