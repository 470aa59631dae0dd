import { InputError } from '@marsad/records';
import Flatbush from 'flatbush';
import { cross, crossingOf, type Edge, edgesOf } from './edges.js';
import type { Parts } from './read-geometry.js';
import { toUnits, UNITS } from './units.js';

/** Radius of a sphere as large as the Earth, km (IUGG 1980, R₂). */
const EARTH_KM = 6371.0072;
/** Steps of the sweep over a city: a real one of 80,000 vertices takes about eight million. A thousand take a second. */
const MOST_STEPS = 1_000_000_000;

/** Square kilometres in a strip one degree wide between two latitudes. */
const stripSize = (south: number, north: number): number =>
  EARTH_KM ** 2 * (Math.PI / 180) * (Math.sin((north * Math.PI) / 180) - Math.sin((south * Math.PI) / 180));

/** Edges that are not level, by the height at which they begin. */
const risingEdges = (all: readonly Edge[], ownerOf: readonly number[]) => {
  const rising = all
    .filter(({ from, to }) => from[1] !== to[1])
    .map(({ ring, from, to }) => {
      const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
      return { owner: ownerOf[ring] ?? 0, low, high };
    })
    .sort((a, b) => a.low[1] - b.low[1]);
  return {
    owner: Int32Array.from(rising, ({ owner }) => owner),
    lowX: Float64Array.from(rising, ({ low }) => low[0]),
    lowY: Float64Array.from(rising, ({ low }) => low[1]),
    highY: Float64Array.from(rising, ({ high }) => high[1]),
    /** units east for each unit north */
    slope: Float64Array.from(rising, ({ low, high }) => (high[0] - low[0]) / (high[1] - low[1])),
  };
};

/** The heights at which edges of different areas cross. */
const crossingHeights = (edges: readonly Edge[], ownerOf: readonly number[], tooMuch: () => InputError): number[] => {
  const heights: number[] = [];
  const boxes = new Flatbush(Math.max(edges.length, 1));
  for (const { box } of edges) boxes.add(...box);
  if (edges.length === 0) boxes.add(0, 0, 0, 0);
  boxes.finish();
  let pairs = 0;
  for (const [index, edge] of edges.entries()) {
    const near = boxes.search(...edge.box);
    pairs += near.length;
    if (pairs > MOST_STEPS / 4) throw tooMuch();
    for (const other of near) {
      const second = edges[other];
      if (other <= index || second === undefined || ownerOf[edge.ring] === ownerOf[second.ring]) continue;
      if (cross(edge, second)) heights.push(crossingOf(edge, second)[1]);
    }
  }
  return heights;
};

/**
 * Lays areas over each other and visits the pieces of ground, in strips of longitude between neighbouring borders: which
 * areas hold the piece, how large it is, and where its middle lies. A horizontal line sweeps from corner to corner; between
 * two of them no border bends or crosses another, so every piece is a trapezoid and its size exact on the sphere, up to
 * the rounding of doubles and the curving of borders within one strip.
 * @param areas repaired outlines; what crosses itself is counted by the even-odd rule
 * @param visit called with the places of the areas in the list (the list is reused), km², and its middle in
 *   degrees
 * @param where what is overlaid, for messages
 * @throws InputError when borders cross each other so often that it would take minutes
 */
export const overlay = (
  areas: readonly Parts[],
  visit: (owners: readonly number[], squareKm: number, lng: number, lat: number) => void,
  where: string,
): void => {
  const tooMuch = (): InputError =>
    new InputError(
      'too-tangled',
      `${where}: expected areas that can be laid over each other, got too many corners and crossings`,
      {
        remedy: 'Simplify the outlines first.',
      },
    );
  const ownerOf: number[] = [];
  const rings = areas.flatMap((parts, owner) =>
    parts.flat().map((ring) => {
      ownerOf.push(owner);
      return ring.map(toUnits);
    }),
  );
  const all = edgesOf(rings);
  const heights = Float64Array.from(
    new Set([...rings.flatMap((ring) => ring.map(([, y]) => y)), ...crossingHeights(all, ownerOf, tooMuch)]),
  ).sort();
  const edges = risingEdges(all, ownerOf);

  // The edges that the strip crosses, from west to east. They change little from strip to strip, so they are kept sorted
  // by insertion.
  const active = new Int32Array(edges.owner.length);
  const crossedAt = new Float64Array(edges.owner.length);
  let count = 0;
  let next = 0;
  let steps = 0;
  const inside: number[] = [];
  for (let strip = 0; strip + 1 < heights.length; strip += 1) {
    const bottom = heights[strip] ?? 0;
    const top = heights[strip + 1] ?? 0;
    const middle = (bottom + top) / 2;
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      const edge = active[at] ?? 0;
      if ((edges.highY[edge] ?? 0) > middle) {
        active[left] = edge;
        left += 1;
      }
    }
    for (count = left; next < edges.owner.length && (edges.lowY[next] ?? 0) <= bottom; next += 1) {
      active[count] = next;
      count += 1;
    }
    steps += count;
    if (steps > MOST_STEPS) throw tooMuch();
    for (let at = 0; at < count; at += 1) {
      const edge = active[at] ?? 0;
      const x = (edges.lowX[edge] ?? 0) + (middle - (edges.lowY[edge] ?? 0)) * (edges.slope[edge] ?? 0);
      let place = at;
      for (; place > 0 && (crossedAt[place - 1] ?? 0) > x; place -= 1) {
        crossedAt[place] = crossedAt[place - 1] ?? 0;
        active[place] = active[place - 1] ?? 0;
      }
      crossedAt[place] = x;
      active[place] = edge;
    }
    const squareKmPerUnit = stripSize(bottom / UNITS, top / UNITS) / UNITS;
    inside.length = 0;
    for (let at = 0; at < count; at += 1) {
      const x = crossedAt[at] ?? 0;
      const previous = at === 0 ? x : (crossedAt[at - 1] ?? x);
      if (inside.length > 0 && x > previous)
        visit(inside, (x - previous) * squareKmPerUnit, (previous + x) / 2 / UNITS, middle / UNITS);
      const owner = edges.owner[active[at] ?? 0] ?? 0;
      const held = inside.indexOf(owner);
      if (held < 0) inside.push(owner);
      else inside.splice(held, 1);
    }
  }
};
