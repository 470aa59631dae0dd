import { InputError } from '@marsad/records';
import { getShapefile } from 'shpjs';
import { checkShapes, checkTable } from './check-shapefile.js';
import { chooseLayer } from './choose-layer.js';
import type { FeatureList } from './feature-list.js';
import { crsFromText } from './reference-system.js';
import { zipEntries } from './zip-entries.js';

interface Shape {
  geometry: { type: string; coordinates: unknown[] } | null;
  properties: Record<string, unknown>;
}

/** Numbers that are none (empty cells) and dates mean nothing to an area. */
const plain = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => !Number.isNaN(value) && !(value instanceof Date)),
  );

type Ring = [number, number][];

/** The parts of a shape, and behind the first one the holes that shpjs left out because they lie in no shell. */
const withLostHoles = (geometry: Shape['geometry'], rings: readonly Ring[]): Shape['geometry'] => {
  if (geometry === null) return null;
  const parts = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][];
  const kept = new Set(parts.flat().map(([begin]) => String(begin?.slice(0, 2))));
  if (parts.flat().length >= rings.length) return geometry;
  const lost = rings.filter(([begin]) => !kept.has(String(begin)));
  const [shell = [], ...others] = parts;
  return { type: 'MultiPolygon', coordinates: [[...shell, ...lost], ...others] };
};

/** Shapefiles wind outer rings clockwise and holes anticlockwise, GeoJSON the other way round (RFC 7946, 3.1.6). */
const woundAsGeojson = (geometry: Shape['geometry']): Shape['geometry'] => {
  if (geometry === null) return null;
  const turned = (rings: readonly Ring[]): Ring[] => rings.map((ring) => ring.toReversed());
  const coordinates =
    geometry.type === 'Polygon'
      ? turned(geometry.coordinates as Ring[])
      : (geometry.coordinates as Ring[][]).map(turned);
  return { type: geometry.type, coordinates };
};

/**
 * Reads the Shapefile in a ZIP archive: `.shp` with `.dbf`, `.cpg` and `.prj` beside it.
 * @throws InputError for a broken archive or Shapefile
 */
export const readShapefile = async (
  bytes: Buffer,
  options: { file: string; layer?: string | undefined },
): Promise<FeatureList> => {
  const { file } = options;
  const entries = new Map(
    [...zipEntries(bytes, (name) => /\.(shp|dbf|cpg|prj)$/i.test(name) && !name.startsWith('__MACOSX'), file)].map(
      ([name, content]) => [name.replace(/\.[a-z]+$/i, (ending) => ending.toLowerCase()), content],
    ),
  );
  const layers = [...entries.keys()].filter((name) => name.endsWith('.shp')).map((name) => name.slice(0, -4));
  const layer = chooseLayer(layers, options.layer, file);
  const shp = entries.get(`${layer}.shp`) ?? Buffer.alloc(0);
  const dbf = entries.get(`${layer}.dbf`);
  const cpg = entries.get(`${layer}.cpg`)?.toString('latin1').slice(0, 100);
  const prj = entries.get(`${layer}.prj`)?.toString('latin1').slice(0, 10_000) ?? '';
  const where = `${file}: ${layer}.shp`;
  const records = checkShapes(shp, where);
  if (dbf) checkTable(dbf, `${file}: ${layer}.dbf`);
  const read = await getShapefile({ shp, ...(dbf && { dbf }), ...(cpg !== undefined && { cpg }) }).catch(
    (cause: unknown) => {
      throw new InputError('bad-shapefile', `${where}: expected a Shapefile, got one that cannot be read`, { cause });
    },
  );
  const features = read.features.map((each, index) => {
    const shape = each as Shape;
    // The check of the areas then says where such a hole lies.
    const geometry = woundAsGeojson(withLostHoles(shape.geometry, records[index] ?? []));
    return { type: 'Feature', properties: plain(shape.properties), geometry };
  });
  return { type: 'FeatureCollection', features, ...crsFromText(prj) };
};
