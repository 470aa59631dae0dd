import { type Area, type AreaCollection, InputError } from '@marsad/records';
import { findCrossings } from './find-crossings.js';
import { idsOf, namesOf } from './name-areas.js';
import { asGeometry, readGeometry } from './read-geometry.js';
import { type Repairs, repairRings } from './repair-rings.js';

export interface LoadedAreas {
  areas: AreaCollection;
  /** what was mended and what looks wrong, in sentences */
  warnings: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Name of the reference system in a `crs` member (of the withdrawn 2008 GeoJSON), unless it is plain WGS 84. */
const foreignCrs = (crs: unknown): string | undefined => {
  if (!isObject(crs) || !isObject(crs.properties)) return undefined;
  const name = String(crs.properties.name ?? '');
  return name === '' || /CRS84|(^|:)4326$/i.test(name) ? undefined : name;
};

const populationOf = (value: unknown, where: string, warnings: string[]): number | null => {
  if (value === undefined || value === null || value === '') return null;
  const number = typeof value === 'number' || typeof value === 'string' ? Math.round(Number(value)) : Number.NaN;
  if (number >= 0 && Number.isSafeInteger(number)) return number;
  warnings.push(`${where}: population is left out: expected a whole number, got ${JSON.stringify(value)}`);
  return null;
};

const repairWarnings = (file: string, { closed, rewound, duplicates, holesDropped }: Repairs): string[] => [
  ...(closed > 0 ? [`${file}: ${closed} open rings were closed`] : []),
  ...(rewound > 0 ? [`${file}: ${rewound} rings ran the wrong way round and were turned`] : []),
  ...(duplicates > 0 ? [`${file}: ${duplicates} repeated vertices were left out (at six decimals)`] : []),
  ...(holesDropped > 0 ? [`${file}: ${holesDropped} holes that enclose nothing were left out`] : []),
];

/**
 * Reads a city's neighbourhoods from a GeoJSON FeatureCollection: Marsad's own shape (`properties.names`) or
 * boundaries as published elsewhere (`name`, `name_ar`, `name_fr`, `name_en`, `district`, `population`). Areas come
 * back sorted by id.
 * @param file name of the file, for messages
 * @param options.nameField property that holds the name, where it is not one of those
 * @throws InputError naming file and feature, what was expected and what came
 */
export const loadAreas = (geojson: unknown, options: { file: string; nameField?: string }): LoadedAreas => {
  const { file, nameField } = options;
  if (!isObject(geojson) || geojson.type !== 'FeatureCollection' || !Array.isArray(geojson.features)) {
    const got = isObject(geojson) ? `type ${JSON.stringify(geojson.type)}` : JSON.stringify(geojson)?.slice(0, 40);
    throw new InputError('not-features', `${file}: expected a GeoJSON FeatureCollection, got ${got}`);
  }
  const features: unknown[] = geojson.features;
  if (features.length === 0) throw new InputError('no-areas', `${file}: expected at least one polygon, got none`);

  const warnings: string[] = [];
  const repairs: Repairs = { closed: 0, rewound: 0, duplicates: 0, holesDropped: 0 };
  const crs = foreignCrs(geojson.crs);
  if (crs !== undefined)
    warnings.push(`${file}: its \`crs\` member says ${crs}, but GeoJSON is WGS 84: check that the outlines lie right`);

  const read = features.map((feature, index) => {
    const { id, properties, geometry } = isObject(feature) ? feature : {};
    const own = isObject(properties) ? properties : {};
    const called = id ?? own.name ?? (nameField === undefined ? undefined : own[nameField]);
    const where = `${file}: feature ${index + 1}${called === undefined || called === null ? '' : ` (${String(called)})`}`;
    const parts = repairRings(readGeometry(geometry, where, crs), repairs, where);
    for (const [x, y] of parts.flatMap((rings) => findCrossings(rings)).slice(0, 1))
      warnings.push(`${where}: its outline crosses itself near ${x.toFixed(5)}, ${y.toFixed(5)}`);
    return {
      id,
      where,
      names: namesOf(own, nameField, where),
      district: typeof own.district === 'string' && own.district !== '' ? own.district : null,
      population: populationOf(own.population, where, warnings),
      geometry: asGeometry(parts),
    };
  });
  const ids = idsOf(read);
  const areas = read.map(
    ({ names, district, population, geometry }, index): Area => ({
      type: 'Feature',
      id: ids[index] ?? '',
      properties: { names, district, population },
      geometry,
    }),
  );
  areas.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    areas: { type: 'FeatureCollection', features: areas },
    warnings: [...repairWarnings(file, repairs), ...warnings],
  };
};
