import type { AreaCollection } from '@marsad/records';

/** A row of unit squares from [0, 0] to the east, one per id. */
export const squareCity = (ids: readonly string[]): AreaCollection => ({
  type: 'FeatureCollection',
  features: ids.map((id, at) => ({
    type: 'Feature',
    id,
    properties: { names: { en: `Area ${id}` }, district: null, population: null },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [at, 0],
          [at + 1, 0],
          [at + 1, 1],
          [at, 1],
          [at, 0],
        ],
      ],
    },
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
