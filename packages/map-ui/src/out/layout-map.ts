import type { Area } from '@marsad/records/snapshot';
import { labelPlace } from '../map/label-place.js';
import { equalArea } from './equal-area.js';
import { type Measure, wrapText } from './wrap-text.js';

/** One area as lines of an SVG drawing. */
interface DrawnArea {
  id: string;
  /** `d` of its path */
  path: string;
  /** its name in lines, where there is room for it */
  label: { x: number; y: number; lines: string[] } | null;
}

export interface DrawnMap {
  height: number;
  areas: DrawnArea[];
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How far beyond the widest circle inside of an area its name may reach. */
const REACH = 1.25;
const LINE = 1.15;

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Places the outlines in a drawing and the names where they fit into their area without meeting another; the larger area's
 * name goes first. A name that does not fit is left out: the table has it.
 * @param nameOf the name to write on an area
 */
export const layoutMap = (
  areas: readonly Area[],
  nameOf: (area: Area) => string,
  box: { width: number; maxHeight: number; margin: number; textSize: number },
  measure: Measure,
): DrawnMap => {
  const { height, project } = equalArea(areas, box);
  const ring = (positions: readonly (readonly [number, number])[]) => positions.map(project);
  const near = (value: number): number => Math.round(value * 10) / 10;
  const pathOf = (rings: readonly (readonly [number, number])[][]): string =>
    rings.map((points) => `M${points.map(([x, y]) => `${near(x)} ${near(y)}`).join('L')}Z`).join('');
  const taken: Box[] = [];
  const placed = areas.map((area) => {
    const parts = area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates;
    const drawn = parts.map((rings) => rings.map(ring));
    return { area, drawn, place: labelPlace({ type: 'MultiPolygon', coordinates: drawn }) };
  });
  const labels = new Map<string, DrawnArea['label']>();
  for (const { area, place } of [...placed].sort((a, b) => b.place.room - a.place.room)) {
    const { textSize } = box;
    const widest = 2 * place.room * REACH;
    const lines = wrapText(nameOf(area), widest, textSize, false, measure);
    const width = Math.max(0, ...lines.map((line) => measure(line, textSize, false)));
    const tall = lines.length * textSize * LINE;
    const [x, y] = place.point;
    const outline: Box = { left: x - width / 2, right: x + width / 2, top: y - tall / 2, bottom: y + tall / 2 };
    const fits = lines.length > 0 && width <= widest && tall <= widest && !taken.some((other) => meet(other, outline));
    if (fits) taken.push(outline);
    labels.set(area.id, fits ? { x: near(x), y: near(y), lines } : null);
  }
  return {
    height,
    areas: placed.map(({ area, drawn }) => ({
      id: area.id,
      path: drawn.map(pathOf).join(''),
      label: labels.get(area.id) ?? null,
    })),
  };
};
