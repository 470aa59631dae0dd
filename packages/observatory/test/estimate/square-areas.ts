import type { AreaCollection } from '@marsad/records';

/** Areas of these ids, all on the same spot: for tests that only count. */
export const squareAreas = (ids: readonly string[]): AreaCollection => ({
  type: 'FeatureCollection',
  features: ids.map((id) => ({
    type: 'Feature',
    id,
    properties: { names: { en: id }, district: null, population: null },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
  })),
});
