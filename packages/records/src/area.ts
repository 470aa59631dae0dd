import { z } from 'zod';
import { names } from './city.js';
import { areaId, position } from './post.js';

const ring = z.array(position).min(4, 'expected a ring of at least 4 positions');
export const polygonGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
export type PolygonGeometry = z.infer<typeof polygonGeometry>;

/** One neighbourhood: a GeoJSON feature whose `id` is the area's id everywhere else. */
export const area = z.object({
  type: z.literal('Feature'),
  id: areaId,
  properties: z.object({
    names,
    /** id of the district it lies in, for grouping; null where the city has none */
    district: z.string().nullable(),
    population: z.number().int().nonnegative().nullable(),
  }),
  geometry: polygonGeometry,
});
export type Area = z.infer<typeof area>;

export const areaCollection = z.object({
  type: z.literal('FeatureCollection'),
  /** which edition of the boundaries this is: a label of the city's, or a hash of the areas */
  version: z.string().min(1).max(100).optional(),
  features: z.array(area).min(1),
});
export type AreaCollection = z.infer<typeof areaCollection>;
