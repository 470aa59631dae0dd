import type { Area } from '@marsad/records/snapshot';
import { equalArea } from '../out/equal-area.js';

/** Outlines for many small drawings of the same areas. */
export interface MiniMap {
  width: number;
  height: number;
  /** `d` of the path of every area, by its id */
  paths: ReadonlyMap<string, string>;
}

/** Pixels of a small map. */
const WIDTH = 240;
const MAX_HEIGHT = 180;
const MARGIN = 4;

const half = (value: number): number => Math.round(value * 2) / 2;

/**
 * The outlines, small: corners that fall on the same half pixel are drawn once, so that a city of thousands of areas can be
 * drawn twelve times.
 */
export const miniMap = (areas: readonly Area[]): MiniMap => {
  const { height, project } = equalArea(areas, { width: WIDTH, maxHeight: MAX_HEIGHT, margin: MARGIN });
  const ringPath = (ring: readonly (readonly [number, number])[]): string => {
    let path = '';
    let last = '';
    for (const position of ring) {
      const corner = project(position).map(half).join(' ');
      if (corner !== last) path += `${path === '' ? 'M' : 'L'}${corner}`;
      last = corner;
    }
    return `${path}Z`;
  };
  const paths = areas.map(({ id, geometry }): [string, string] => {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return [id, parts.flatMap((rings) => rings.map(ringPath)).join('')];
  });
  return { width: WIDTH, height, paths: new Map(paths) };
};

/** One path for each class instead of one for each area. Gives `d` by class. */
export const pathsByClass = <C extends string>(
  { paths }: MiniMap,
  classes: Iterable<readonly [area: string, areaClass: C]>,
): Map<C, string> => {
  const joined = new Map<C, string>();
  for (const [area, areaClass] of classes) {
    joined.set(areaClass, (joined.get(areaClass) ?? '') + (paths.get(area) ?? ''));
  }
  return joined;
};
