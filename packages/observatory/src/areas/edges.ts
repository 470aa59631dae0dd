import type { Position } from '@marsad/records';

/** One edge of one ring, in units (see units.ts). */
export interface Edge {
  /** place of the ring in the list that was given */
  ring: number;
  /** place of the edge in its ring */
  at: number;
  /** edges in that ring */
  ringLength: number;
  from: Position;
  to: Position;
  /** west, south, east, north */
  box: [number, number, number, number];
}

/** The edges of closed rings in units, one ring after the other. */
export const edgesOf = (rings: readonly (readonly Position[])[]): Edge[] =>
  rings.flatMap((corners, ring) =>
    corners.slice(1).map((to, at): Edge => {
      const from = corners[at] ?? to;
      const box: Edge['box'] = [
        Math.min(from[0], to[0]),
        Math.min(from[1], to[1]),
        Math.max(from[0], to[0]),
        Math.max(from[1], to[1]),
      ];
      return { ring, at, ringLength: corners.length - 1, from, to, box };
    }),
  );

/** Twice the signed area of the triangle: its sign says on which side of a→b the point c lies. */
export const side = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const within = ([x, y]: Position, { box: [west, south, east, north] }: Edge): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** Where the lines through two edges that are not parallel cross, in units. */
export const crossingOf = (first: Edge, second: Edge): Position => {
  const { from, to } = first;
  const before = side(second.from, second.to, from);
  const share = before / (before - side(second.from, second.to, to));
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
};

/** Whether two edges cross in a point inside both. */
export const cross = (first: Edge, second: Edge): boolean =>
  side(first.from, first.to, second.from) * side(first.from, first.to, second.to) < 0 &&
  side(second.from, second.to, first.from) * side(second.from, second.to, first.to) < 0;

/** How two edges meet, if they do, in units: in a point inside both, along a stretch, or with the end of one on the other. */
export const meet = (
  first: Edge,
  second: Edge,
): { how: 'cross' | 'overlap' | 'touch'; position: Position } | undefined => {
  if (cross(first, second)) return { how: 'cross', position: crossingOf(first, second) };
  const ends = [
    ...[second.from, second.to].filter((end) => within(end, first) && side(first.from, first.to, end) === 0),
    ...[first.from, first.to].filter((end) => within(end, second) && side(second.from, second.to, end) === 0),
  ];
  const [end] = ends;
  if (end === undefined) return undefined;
  const other = ends.find(([x, y]) => x !== end[0] || y !== end[1]);
  return { how: other === undefined ? 'touch' : 'overlap', position: end };
};
