import type { AreaCollection } from '@marsad/records';

/** A rectangle of height one on the equator, closed, anticlockwise: from so many degrees east, so many degrees wide. */
export const rectangle = (west: number, wide = 1): [number, number][] => [
  [west, 0],
  [west + wide, 0],
  [west + wide, 1],
  [west, 1],
  [west, 0],
];

/** A row of unit squares from [0, 0] to the east, one per id. */
export const squareCity = (ids: readonly string[]): AreaCollection => ({
  type: 'FeatureCollection',
  features: ids.map((id, at) => ({
    type: 'Feature',
    id,
    properties: { names: { en: `Area ${id}` }, district: null, population: null },
    geometry: { type: 'Polygon', coordinates: [rectangle(at)] },
  })),
});

/** The same areas, each in the district that is named for it. */
export const inDistricts = (
  areas: AreaCollection,
  districts: Readonly<Partial<Record<string, string>>>,
): AreaCollection => ({
  ...areas,
  features: areas.features.map((area) => ({
    ...area,
    properties: { ...area.properties, district: districts[area.id] ?? null },
  })),
});
