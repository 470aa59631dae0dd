type Point = readonly [number, number];

/** Square of the distance of a point from the line between two others. */
const offLine = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
};

/**
 * Positions of the corners of an open ring (the last is not the first) without which it would be farther than `tolerance` from
 * itself; at least three of three. Source: Douglas and Peucker, «Algorithms for the reduction of the number of points required
 * to represent a digitized line or its caricature», Cartographica 10 (1973), on both sides of the corner farthest from the first.
 */
export const neededCorners = (ring: readonly Point[], tolerance: number): number[] => {
  const [start] = ring;
  if (start === undefined || ring.length <= 3) return ring.map((_, at) => at);
  const kept = new Set<number>([0]);
  const farthest = (first: number, end: number, from: Point, to: Point): { at: number; off: number } => {
    let [at, off] = [-1, -1];
    for (let between = first + 1; between < end; between += 1) {
      const found = offLine(ring[between] ?? start, from, to);
      if (found > off) [at, off] = [between, found];
    }
    return { at, off };
  };
  const open: [first: number, end: number][] = [];
  const opposite = farthest(0, ring.length, start, start).at;
  kept.add(opposite);
  open.push([0, opposite], [opposite, ring.length]);
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, end] = span;
    const { at, off } = farthest(first, end, ring[first] ?? start, ring[end] ?? start);
    if (off <= tolerance * tolerance) continue;
    kept.add(at);
    open.push([first, at], [at, end]);
  }
  // A ring of two corners has no inside.
  if (kept.size === 2) kept.add(opposite === 1 ? 2 : 1);
  return [...kept].sort((a, b) => a - b);
};
