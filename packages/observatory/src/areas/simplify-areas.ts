import { type AreaCollection, InputError, type Position } from '@marsad/records';
import { bbox } from '@turf/turf';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import { acceptedAreas } from './accepted-areas.js';
import { checkAreas } from './check-areas.js';
import { asGeometry, type Parts, partsOfGeometry } from './read-geometry.js';

/** Metres in a degree of latitude, on a sphere as large as the Earth. */
const METRES = 111_195;

/** Whether a ring still encloses ground. */
const isWhole = (ring: readonly Position[]): boolean => new Set(ring.map((position) => position.join())).size >= 3;

/**
 * Leaves out corners that matter little, the least first, after Visvalingam and Whyatt (1993): those whose triangle with
 * their neighbours is smaller than `metres` squared. Borders that areas share stay shared, since they are simplified once
 * for both; a ring that would vanish stays as it was.
 * @param metres more than 0; 5 to 20 suit a city
 * @param options.version label of the simplified areas; a hash of them when absent
 * @throws InputError when an outline then crosses itself or overlaps another
 */
export const simplifyAreas = (
  areas: AreaCollection,
  metres: number,
  options: { version?: string | undefined } = {},
): AreaCollection => {
  if (!(metres > 0)) throw new InputError('bad-simplify', `expected a number of metres above 0, got ${metres}`);
  const [, south, , north] = bbox(areas);
  const perLongitude = METRES * Math.max(Math.cos((((south + north) / 2) * Math.PI) / 180), 0.01);
  const inMetres = areas.features.map(({ geometry }) => ({
    type: 'MultiPolygon' as const,
    coordinates: partsOfGeometry(geometry).map((part) =>
      part.map((ring) => ring.map(([x, y]): Position => [x * perLongitude, y * METRES])),
    ),
  }));
  const listed = Object.fromEntries(inMetres.map((geometry, at) => [String(at), geometry]));
  const smaller = simplify(presimplify(topology(listed) as unknown as Topology<Objects<object>>), metres ** 2);
  const features = areas.features.map((area, at) => {
    const before = partsOfGeometry(area.geometry);
    const shape = smaller.objects[String(at)];
    const after = shape && feature(smaller, shape);
    const simplified = (
      after?.type === 'Feature' && after.geometry.type === 'MultiPolygon' ? after.geometry.coordinates : []
    ) as Parts;
    const parts = before.map((part, partAt) =>
      part.map((ring, ringAt) => {
        const own = simplified[partAt]?.[ringAt] ?? [];
        return isWhole(own) ? own.map(([x, y]): Position => [x / perLongitude, y / METRES]) : ring;
      }),
    );
    return { ...area, geometry: asGeometry(parts) };
  });
  const file = `simplified by ${metres} m`;
  return acceptedAreas(checkAreas([{ file, list: { type: 'FeatureCollection', features } }], options), file);
};
