import type { Position } from '@marsad/records';
import Flatbush from 'flatbush';

/** Twice the signed area of the triangle: its sign says on which side of a→b the point c lies. */
const side = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const cross = ([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/**
 * Where the outline of one polygon crosses itself: a point of each crossing, in the order of the rings. Edges that
 * only touch are no crossing.
 */
export const findCrossings = (rings: readonly Position[][]): Position[] => {
  const edges = rings.flatMap((ring) =>
    ring.slice(1).map((end, index): [Position, Position] => [ring[index] ?? end, end]),
  );
  if (edges.length === 0) return [];
  const boxes = new Flatbush(edges.length);
  for (const [[x1, y1], [x2, y2]] of edges)
    boxes.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  boxes.finish();
  return edges.flatMap((edge, index) => {
    const [[x1, y1], [x2, y2]] = edge;
    const near = boxes.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    const crossed = near.filter((other) => {
      const otherEdge = edges[other];
      return other > index && otherEdge !== undefined && cross(edge, otherEdge);
    });
    return crossed.map((): Position => [(x1 + x2) / 2, (y1 + y2) / 2]);
  });
};
