import { InputError, type Position } from '@marsad/records';
import Flatbush from 'flatbush';
import { type Edge, edgesOf, meet } from './edges.js';
import type { Parts } from './read-geometry.js';
import { ringAgainst } from './ring-against.js';
import { toDegrees, toUnits } from './units.js';

/** Why the outline of an area cannot be used, after the words of OGC Simple Features 1.2.1, section 6.1.11. */
export type FaultKind = 'self-intersection' | 'self-touch' | 'hole-outside' | 'nested-holes' | 'parts-overlap';

export interface Fault {
  kind: FaultKind;
  /** WGS 84 degrees (units while it is looked for) */
  position: Position;
}

/** More faults in one area tell nobody more. */
const MOST_FAULTS = 10;
/** Meetings of edges noted before they are sorted by spot. */
const MOST_MEETINGS = 100;
/** Units (about 10 m) within which faults are one fault seen several times. */
const SAME_SPOT = 1_000;
/** Pairs of edges looked at in one area: a real outline of 100,000 vertices needs about a million. */
const MOST_PAIRS = 50_000_000;
/** Corners of one ring held against edges of another that it touches. */
const MOST_TESTS = 1_000_000_000;
const MOST_RINGS = 10_000;

interface Ring {
  part: number;
  isHole: boolean;
  positions: readonly Position[];
  box: readonly [number, number, number, number];
}

const boxOf = (positions: readonly Position[]): Ring['box'] => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
};

const apart = ({ box: a }: Ring, { box: b }: Ring): boolean => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];

const besideInRing = (a: Edge, b: Edge): boolean => {
  const steps = Math.abs(a.at - b.at);
  return a.ring === b.ring && (steps === 1 || steps === a.ringLength - 1);
};

const tooTangled = (where: string): InputError =>
  new InputError('too-tangled', `${where}: expected an outline that can be checked, got one too tangled`, {
    remedy: 'Simplify the outline first.',
  });

/** Where edges cross, lie on each other, or touch within one ring; and which two rings touch somewhere. */
const meetings = (edges: readonly Edge[], where: string) => {
  const faults: Fault[] = [];
  const touching = new Set<string>();
  const boxes = new Flatbush(edges.length);
  for (const { box } of edges) boxes.add(...box);
  boxes.finish();
  let pairs = 0;
  for (const [index, edge] of edges.entries()) {
    const near = boxes.search(...edge.box);
    pairs += near.length;
    if (pairs > MOST_PAIRS) throw tooTangled(where);
    for (const other of near.sort((a, b) => a - b)) {
      const second = edges[other];
      if (other <= index || second === undefined) continue;
      const met = meet(edge, second);
      if (met === undefined || (met.how === 'touch' && besideInRing(edge, second))) continue;
      if (met.how === 'touch' && edge.ring !== second.ring) touching.add(`${edge.ring} ${second.ring}`);
      else faults.push({ kind: met.how === 'touch' ? 'self-touch' : 'self-intersection', position: met.position });
      if (faults.length >= MOST_MEETINGS) return { faults, touching };
    }
  }
  return { faults, touching };
};

/** What is wrong between two rings that do not cross edge by edge. */
const between = (first: Ring, second: Ring, touch: boolean, where: string): Fault | undefined => {
  if (touch && first.positions.length * second.positions.length > MOST_TESTS) throw tooTangled(where);
  const against = ringAgainst(second.positions, first.positions, touch);
  if (touch && against.inside && against.outside) return { kind: 'self-intersection', position: against.inside };
  if (first.part === second.part) {
    if (first.isHole && second.isHole) {
      const other = against.inside ?? ringAgainst(first.positions, second.positions).inside;
      return other && { kind: 'nested-holes', position: other };
    }
    // The shell comes first in its part.
    return against.outside && { kind: 'hole-outside', position: against.outside };
  }
  return undefined;
};

/** Finds the places of the rings whose boxes meet that of a ring, in order. */
const neighbours = (rings: readonly Ring[]): ((of: Ring) => number[]) => {
  const boxes = new Flatbush(rings.length);
  for (const { box } of rings) boxes.add(...box);
  boxes.finish();
  return (of) => boxes.search(...of.box, (other) => rings[other] !== of).sort((a, b) => a - b);
};

/** Whether the shell `inner` lies in the part of the shell `outer`, and not in a hole of it: a corner that does. */
const within = (inner: Ring, outer: Ring, around: readonly Ring[]): Position | undefined => {
  const { inside } = ringAgainst(inner.positions, outer.positions);
  const inHole = (hole: Ring): boolean =>
    hole.part === outer.part && hole.isHole && ringAgainst(inner.positions, hole.positions).outside === undefined;
  return inside && !around.some(inHole) ? inside : undefined;
};

/** Parts that lie on another part. */
const partsWithin = (rings: readonly Ring[], near: (of: Ring) => number[]): Fault[] => {
  const faults: Fault[] = [];
  for (const inner of rings) {
    if (inner.isHole) continue;
    const around = near(inner).flatMap((at) => rings[at] ?? []);
    for (const outer of around) {
      const position = outer.isHole || outer.part === inner.part ? undefined : within(inner, outer, around);
      if (position) faults.push({ kind: 'parts-overlap', position });
      if (faults.length >= MOST_FAULTS) return faults;
    }
  }
  return faults;
};

/** Holes that lie quite apart from the shell of their part, which comes first in it. */
const strayHoles = (rings: readonly Ring[]): Fault[] => {
  const shells = new Map(rings.flatMap((ring) => (ring.isHole ? [] : [[ring.part, ring]])));
  return rings.flatMap((ring): Fault[] => {
    const shell = ring.isHole ? shells.get(ring.part) : undefined;
    const [position] = ring.positions;
    return shell && position && apart(shell, ring) ? [{ kind: 'hole-outside', position }] : [];
  });
};

const faultsAmong = (rings: readonly Ring[], where: string): Fault[] => {
  const { faults, touching } = meetings(edgesOf(rings.map(({ positions }) => positions)), where);
  if (faults.length > 0) return faults;
  const near = neighbours(rings);
  faults.push(...strayHoles(rings));
  for (const [index, first] of rings.entries()) {
    for (const other of near(first)) {
      const second = rings[other];
      if (other <= index || second === undefined) continue;
      const touch = touching.has(`${index} ${other}`);
      if (first.part !== second.part && !touch) continue;
      const fault = between(first, second, touch, where);
      if (fault) faults.push(fault);
      if (faults.length >= MOST_FAULTS) return faults;
    }
  }
  return [...faults, ...partsWithin(rings, near)];
};

/**
 * What makes the outline of one area unfit: crossing or touching itself, holes outside their shell or within each other,
 * parts that overlap. Rings may touch each other in single points. Exact for coordinates of up to seven decimals.
 * @param parts repaired rings
 * @param where file and feature, for messages
 * @returns at most ten faults
 * @throws InputError for an outline of too many rings, or too tangled to be checked in reasonable time
 */
export const findFaults = (parts: Parts, where: string): Fault[] => {
  const rings = parts.flatMap((list, part) =>
    list.map((ring, at): Ring => {
      const positions = ring.map(toUnits);
      return { part, isHole: at > 0, positions, box: boxOf(positions) };
    }),
  );
  if (rings.length > MOST_RINGS)
    throw new InputError('too-many-rings', `${where}: expected at most ${MOST_RINGS} rings, got ${rings.length}`);
  const spots: Position[] = [];
  return faultsAmong(rings, where)
    .filter(({ position: [x, y] }) => {
      const isNew = spots.every((spot) => Math.hypot(x - spot[0], y - spot[1]) > SAME_SPOT);
      if (isNew) spots.push([x, y]);
      return isNew;
    })
    .slice(0, MOST_FAULTS)
    .map(({ kind, position }) => ({ kind, position: toDegrees(position) }));
};
