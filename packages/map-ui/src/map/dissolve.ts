import type { Area } from '@marsad/records/snapshot';

type Point = readonly [number, number];
type Ring = readonly Point[];
type Geometry = Area['geometry'];

/** Twice the signed area of a ring, positive when it runs against the clock. */
const turn = (ring: Ring): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

const partsOf = (geometry: Geometry): readonly (readonly Ring[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Rings with the area on their left: outer ones against the clock, holes with it. */
const ringsOf = (geometry: Geometry): Ring[] =>
  partsOf(geometry).flatMap((rings) =>
    rings.map((ring, index) => (turn(ring) > 0 === (index === 0) ? ring : [...ring].reverse())),
  );

const keyOf = ([x, y]: Point): string => `${x} ${y}`;

const isInside = ([x, y]: Point, ring: Ring): boolean => {
  let inside = false;
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside;
};

/**
 * Several areas as one outline: edges that two of them share, each running its own way, cancel each other out, and what is
 * left is put together into rings. Where neighbours do not have the same corners, a stretch of their border stays.
 */
export const dissolve = (geometries: readonly Geometry[]): Geometry => {
  const edges = new Map<string, { from: Point; to: Point }>();
  for (const ring of geometries.flatMap(ringsOf)) {
    ring.slice(1).forEach((to, index) => {
      const from = ring[index] ?? to;
      if (from[0] === to[0] && from[1] === to[1]) return;
      if (!edges.delete(`${keyOf(to)} ${keyOf(from)}`)) edges.set(`${keyOf(from)} ${keyOf(to)}`, { from, to });
    });
  }
  const leaving = new Map<string, Point[]>();
  for (const { from, to } of edges.values()) leaving.set(keyOf(from), [...(leaving.get(keyOf(from)) ?? []), to]);
  const rings: Point[][] = [];
  for (const { from } of edges.values()) {
    let next = leaving.get(keyOf(from))?.pop();
    if (next === undefined) continue;
    const ring: Point[] = [from];
    while (next !== undefined) {
      ring.push(next);
      if (keyOf(next) === keyOf(from)) break;
      next = leaving.get(keyOf(next))?.pop();
    }
    if (ring.length >= 4) rings.push(ring);
  }
  const outer = rings.filter((ring) => turn(ring) > 0).sort((a, b) => turn(a) - turn(b));
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings.filter((ring) => turn(ring) < 0)) {
    const [corner] = hole;
    // The smallest ring around it: a hole of an island lies in the island.
    polygons.find(([around]) => corner !== undefined && isInside(corner, around ?? []))?.push(hole);
  }
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((parts) => parts.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
  };
};
