import { InputError } from '@marsad/records';
import { getShapefile } from 'shpjs';
import { checkShapes, checkTable } from './check-shapefile.js';
import { chooseLayer } from './choose-layer.js';
import type { FeatureList } from './feature-list.js';
import { crsMember, foreignSystem } from './reference-system.js';
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

const ringCount = ({ geometry }: Shape): number => {
  if (geometry === null) return 0;
  return geometry.type === 'Polygon' ? geometry.coordinates.length : geometry.coordinates.flat(1).length;
};

/**
 * Reads the Shapefile in a ZIP archive: `.shp` with `.dbf`, `.cpg` and `.prj` beside it.
 * @throws InputError for a broken archive or Shapefile, for one in a projected system, for a hole that lies in no shell
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
  const foreign = foreignSystem(prj, where);
  const records = checkShapes(shp, where);
  if (dbf) checkTable(dbf, `${file}: ${layer}.dbf`);
  const read = await getShapefile({ shp, ...(dbf && { dbf }), ...(cpg !== undefined && { cpg }) }).catch(
    (cause: unknown) => {
      throw new InputError('bad-shapefile', `${where}: expected a Shapefile, got one that cannot be read`, { cause });
    },
  );
  const features = read.features.map((each, index) => {
    const shape = each as Shape;
    const rings = records[index] ?? [];
    // shpjs leaves out what runs as a hole and lies in no shell.
    if (ringCount(shape) < rings.length) {
      const kept = JSON.stringify(shape.geometry);
      const lost = rings.find(([x, y]) => !kept.includes(`[${x},${y}`)) ?? rings[0];
      throw new InputError(
        'hole-outside',
        `${where}: record ${index + 1}: expected every hole inside its shell, got one outside at ${lost?.join(', ')}`,
      );
    }
    return { type: 'Feature', properties: plain(shape.properties), geometry: shape.geometry };
  });
  return { type: 'FeatureCollection', features, ...crsMember(foreign) };
};
