import type { Area } from '@marsad/records/snapshot';
import type { Translator } from '../i18n/translator.js';
import { boundsOf } from '../map/features.js';
import type { Caption } from './caption.js';
import { columnsFor, columnsOf, type RowView } from './csv.js';
import type { OutRow } from './out-rows.js';
import { plainLine } from './plain-line.js';

type Rings = [number, number][][];

/** Twice the signed area of a ring, positive when it runs against the clock. */
const turn = (ring: readonly (readonly [number, number])[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Outer rings against the clock, holes with it (RFC 7946, 3.1.6). */
const wound = (rings: Rings): Rings =>
  rings.map((ring, index) => {
    const outer = index === 0;
    return turn(ring) > 0 === outer ? ring : [...ring].reverse();
  });

interface GeoJsonParts {
  caption: Caption;
  /** the city first, as `outRows` gives them */
  rows: readonly OutRow[];
  areas: readonly Area[];
  view: RowView;
  translator: Translator;
}

/**
 * The figures with their outlines (RFC 7946): one feature for each neighbourhood, with the columns of the CSV as properties;
 * the city, which has no outline of its own, and the notes stand in the member `marsad`.
 */
export const geoJsonOf = ({ caption, rows, areas, view, translator }: GeoJsonParts): string => {
  const geometry = new Map(areas.map((area) => [plainLine(area.id), area.geometry]));
  const properties = (row: OutRow) => {
    const columns = columnsOf(row, view, translator);
    return Object.fromEntries(columnsFor(view).map((column) => [column, columns[column]]));
  };
  const city = rows.find((row) => row.level === 'city');
  return `${JSON.stringify({
    type: 'FeatureCollection',
    bbox: boundsOf(areas),
    marsad: { ...caption, city: city ? properties(city) : null },
    features: rows.flatMap((row) => {
      const outline = row.level === 'city' ? undefined : geometry.get(row.id);
      if (!outline) return [];
      return [
        {
          type: 'Feature',
          id: row.id,
          properties: properties(row),
          geometry:
            outline.type === 'Polygon'
              ? { type: outline.type, coordinates: wound(outline.coordinates) }
              : { type: outline.type, coordinates: outline.coordinates.map(wound) },
        },
      ];
    }),
  })}\n`;
};
