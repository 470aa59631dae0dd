import type { PolygonFeatures } from '../../src/areas/parts.js';

type Ring = [number, number][];

/** A star-shaped ring around a centre: valid whatever the radii. */
export const star = (x: number, y: number, radii: readonly number[]): Ring => {
  const ring = radii.map((radius, at): [number, number] => {
    const angle = (2 * Math.PI * at) / radii.length;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return [...ring, ring[0] ?? [x, y]];
};

/** Numbers between 0 and 1 from a seed (mulberry32), the same on every machine. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** `n` by `n` cells of side 1 with crooked borders that neighbours share vertex by vertex. */
export const crookedCity = (n: number, perSide: number, seed = 1): PolygonFeatures => {
  const random = seeded(seed);
  const corners = Array.from({ length: n + 1 }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j): [number, number] => [i + 0.3 * (random() - 0.5), j + 0.3 * (random() - 0.5)]),
  );
  const bends = new Map<string, Ring>();
  const between = (a: [number, number], b: [number, number]): Ring => {
    const [first, last] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
    const key = `${first.join()} ${last.join()}`;
    const bend =
      bends.get(key) ??
      Array.from({ length: perSide }, (_, at): [number, number] => {
        const share = (at + 1) / (perSide + 1);
        const off = (0.1 / perSide) * (random() - 0.5);
        return [
          first[0] + (last[0] - first[0]) * share + (last[1] - first[1]) * off,
          first[1] + (last[1] - first[1]) * share - (last[0] - first[0]) * off,
        ];
      });
    bends.set(key, bend);
    return first === a ? bend : bend.toReversed();
  };
  const corner = (i: number, j: number): [number, number] => corners[i]?.[j] ?? [i, j];
  return {
    features: Array.from({ length: n * n }, (_, cell) => {
      const i = Math.floor(cell / n);
      const j = cell % n;
      const around = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
      const ring = around.flatMap((from, at) => [from, ...between(from, around[(at + 1) % 4] ?? from)]);
      return {
        id: `cell-${i}-${j}`,
        geometry: { type: 'Polygon' as const, coordinates: [[...ring, corner(i, j)]] },
      };
    }),
  };
};
