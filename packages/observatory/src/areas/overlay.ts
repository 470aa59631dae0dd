import { InputError, type Position } from '@marsad/records';
import Flatbush from 'flatbush';
import { cross, crossingOf, type Edge, edgesOf } from './edges.js';
import type { Parts } from './read-geometry.js';
import { toDegrees, toUnits } from './units.js';

/** Radius of a sphere as large as the Earth, km (IUGG 1980, R₂). */
const EARTH_KM = 6371.0072;
/** Steps of the sweep over a city: a real one of 80,000 vertices takes about eight million. */
const MOST_STEPS = 400_000_000;

interface OwnedEdge {
  owner: number;
  low: Position;
  high: Position;
}

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
 * @param visit called with the places of the areas in the list (the list is reused), km², degrees
 * @param where what is overlaid, for messages
 * @throws InputError when borders cross each other so often that it would take minutes
 */
export const overlay = (
  areas: readonly Parts[],
  visit: (owners: readonly number[], squareKm: number, middle: Position) => void,
  where: string,
): void => {
  const tooMuch = (): InputError =>
    new InputError('too-tangled', `${where}: expected areas that can be laid over each other, got too many crossings`, {
      remedy: 'Simplify the outlines first.',
    });
  const ownerOf: number[] = [];
  const rings = areas.flatMap((parts, owner) =>
    parts.flat().map((ring) => {
      ownerOf.push(owner);
      return ring.map(toUnits);
    }),
  );
  const all = edgesOf(rings);
  const edges = all
    .filter(({ from, to }) => from[1] !== to[1])
    .map(({ ring, from, to }): OwnedEdge => {
      const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
      return { owner: ownerOf[ring] ?? 0, low, high };
    })
    .sort((a, b) => a.low[1] - b.low[1]);
  const heights = Float64Array.from([
    ...new Set([...rings.flatMap((ring) => ring.map(([, y]) => y)), ...crossingHeights(all, ownerOf, tooMuch)]),
  ]).sort();

  let active: { edge: OwnedEdge; x: number }[] = [];
  let next = 0;
  let steps = 0;
  const inside: number[] = [];
  for (let strip = 0; strip + 1 < heights.length; strip += 1) {
    const bottom = heights[strip] ?? 0;
    const top = heights[strip + 1] ?? 0;
    const middle = (bottom + top) / 2;
    active = active.filter(({ edge }) => edge.high[1] > middle);
    for (let edge = edges[next]; edge !== undefined && edge.low[1] <= bottom; edge = edges[next]) {
      active.push({ edge, x: 0 });
      next += 1;
    }
    for (const entry of active) {
      const { low, high } = entry.edge;
      entry.x = low[0] + ((middle - low[1]) / (high[1] - low[1])) * (high[0] - low[0]);
    }
    active.sort((a, b) => a.x - b.x);
    steps += active.length;
    if (steps > MOST_STEPS) throw tooMuch();
    const [, south] = toDegrees([0, bottom]);
    const [, north] = toDegrees([0, top]);
    const perDegree =
      EARTH_KM ** 2 * (Math.PI / 180) * (Math.sin((north * Math.PI) / 180) - Math.sin((south * Math.PI) / 180));
    inside.length = 0;
    let previous = 0;
    for (const { edge, x } of active) {
      if (inside.length > 0 && x > previous) {
        const [width] = toDegrees([x - previous, 0]);
        visit(inside, width * perDegree, toDegrees([(previous + x) / 2, middle]));
      }
      previous = x;
      const held = inside.indexOf(edge.owner);
      if (held < 0) inside.push(edge.owner);
      else inside.splice(held, 1);
    }
  }
};
