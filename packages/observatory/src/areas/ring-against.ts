import type { Position } from '@marsad/records';
import { side } from './edges.js';

/** 1 inside, −1 outside, 0 on the ring. */
const locate = (ring: readonly Position[], point: Position): number => {
  let inside = false;
  for (let at = 1; at < ring.length; at += 1) {
    const a = ring[at - 1];
    const b = ring[at];
    if (a === undefined || b === undefined) continue;
    const above = a[1] > point[1];
    if (above === b[1] > point[1]) {
      const level = a[1] === point[1] || b[1] === point[1];
      if (level && side(a, b, point) === 0 && (a[0] - point[0]) * (b[0] - point[0]) <= 0) {
        if ((a[1] - point[1]) * (b[1] - point[1]) <= 0) return 0;
      }
      continue;
    }
    const turn = side(a, b, point);
    if (turn === 0) return 0;
    if (turn > 0 === b[1] > a[1]) inside = !inside;
  }
  return inside ? 1 : -1;
};

/**
 * Where one ring lies against another, both in units: a corner (or middle of an edge) of `ring` that
 * lies inside `other`, or one that lies outside; points on `other` itself say nothing.
 * @param thorough look for both, which rings can have that touch: they may cross in a corner. Else the first is enough.
 */
export const ringAgainst = (
  ring: readonly Position[],
  other: readonly Position[],
  thorough = false,
): { inside: Position | undefined; outside: Position | undefined } => {
  let inside: Position | undefined;
  let outside: Position | undefined;
  const enough = (): boolean => (thorough ? inside && outside : (inside ?? outside)) !== undefined;
  for (let at = 0; at < ring.length && !enough(); at += 1) {
    const here = ring[at];
    const next = ring[at + 1] ?? here;
    if (here === undefined || next === undefined) continue;
    for (const point of [here, [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2] satisfies Position]) {
      const lies = locate(other, point);
      if (lies > 0) inside ??= point;
      if (lies < 0) outside ??= point;
    }
  }
  return { inside, outside };
};
