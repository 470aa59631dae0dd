import type { Area } from '@marsad/records/snapshot';
import { boundsOf } from '../map/features.js';

type Point = readonly [number, number];

/** Where the outlines of a city lie in a drawing. */
export interface Projection {
  /** height that the drawing takes, in the unit of its width */
  height: number;
  project: (position: Point) => [number, number];
}

const RADIANS = Math.PI / 180;

/**
 * Draws all areas into a box, north up, with areas in true proportion: the cylindrical equal-area projection (Lambert 1772)
 * with its standard parallel through the middle of the city, where shapes are true as well. `margin` is kept free on every side.
 */
export const equalArea = (
  areas: readonly Area[],
  box: { width: number; maxHeight: number; margin: number },
): Projection => {
  const [west, south, east, north] = boundsOf(areas);
  const parallel = Math.cos(((south + north) / 2) * RADIANS);
  const plane = ([longitude, latitude]: Point): [number, number] => [
    longitude * RADIANS * parallel,
    Math.sin(latitude * RADIANS) / parallel,
  ];
  const [left, bottom] = plane([west, south]);
  const [right, top] = plane([east, north]);
  const inner = box.width - 2 * box.margin;
  const across = Math.max(right - left, 1e-9);
  const up = Math.max(top - bottom, 1e-9);
  const scale = Math.min(inner / across, (box.maxHeight - 2 * box.margin) / up);
  const aside = (box.width - across * scale) / 2;
  return {
    height: up * scale + 2 * box.margin,
    project: (position) => {
      const [x, y] = plane(position);
      return [aside + (x - left) * scale, box.margin + (top - y) * scale];
    },
  };
};
