import type { Area } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalArea } from '../../src/out/equal-area.js';
import { layoutMap } from '../../src/out/layout-map.js';
import { roughMeasure, wrapText } from '../../src/out/wrap-text.js';
import { makeOut } from './make-out.js';

const square = (id: string, west: number, south: number, size: number): Area => ({
  type: 'Feature',
  id,
  properties: { names: { en: id }, district: null, population: null },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  },
});
const BOX = { width: 1000, maxHeight: 800, margin: 20, textSize: 14 };

describe('equalArea', () => {
  it('draws north up and east right, inside of the box', () => {
    const { project, height } = equalArea([square('a', 10, 30, 0.1)], BOX);
    const [west, south] = project([10, 30]);
    const [east, north] = project([10.1, 30.1]);
    expect(east).toBeGreaterThan(west);
    expect(north).toBeLessThan(south);
    expect(Math.min(west, north)).toBeGreaterThanOrEqual(20);
    expect(south).toBeCloseTo(height - 20, 6);
    expect(height).toBeLessThanOrEqual(800);
  });

  it('gives places of one size on the globe one size in the drawing, wherever they lie', () => {
    // A degree of longitude times the difference of the sines of the latitudes is the area on a sphere.
    const areas = [square('a', 0, 10, 1), square('b', 5, 40, 1)];
    const { project } = equalArea(areas, BOX);
    const drawn = areas.map((area) => {
      const [[west, south] = [0, 0], , [east, north] = [0, 0]] = area.geometry.coordinates[0] as [number, number][];
      const [left, bottom] = project([west, south]);
      const [right, top] = project([east, north]);
      const globe = (east - west) * (Math.sin((north * Math.PI) / 180) - Math.sin((south * Math.PI) / 180));
      return ((right - left) * (bottom - top)) / globe;
    });
    expect(drawn[0]).toBeCloseTo(drawn[1] ?? 0, 6);
  });

  it('keeps a square a square in the middle of the city', () => {
    const { project } = equalArea([square('a', 18.2, 35.5, 0.02)], BOX);
    const [left, bottom] = project([18.2, 35.5]);
    const [right, top] = project([18.22, 35.52]);
    const cos = Math.cos((35.51 * Math.PI) / 180);
    expect((right - left) / (bottom - top)).toBeCloseTo(cos, 3);
  });
});

describe('layoutMap', () => {
  const { areas } = makeOut();
  const drawn = layoutMap(areas, (area) => area.properties.names.en ?? area.id, BOX, roughMeasure);

  it('draws every area, and writes names that do not meet', () => {
    expect(drawn.areas.map((area) => area.id)).toEqual(areas.map((area) => area.id));
    const boxes = drawn.areas.flatMap(({ label }) => {
      if (label === null) return [];
      const width = Math.max(...label.lines.map((line) => roughMeasure(line, 14, false)));
      const tall = label.lines.length * 14;
      return [
        { left: label.x - width / 2, right: label.x + width / 2, top: label.y - tall / 2, bottom: label.y + tall / 2 },
      ];
    });
    expect(boxes.length).toBeGreaterThan(areas.length / 2);
    for (const a of boxes) {
      for (const b of boxes) {
        if (a === b) continue;
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }
    }
  });

  it('leaves out a name that is longer than its area is wide', () => {
    const tiny = [square('a', 0, 0, 1), square('b', 2, 0, 0.01)];
    const { areas: placed } = layoutMap(tiny, () => 'Ahmedabad', BOX, roughMeasure);
    expect(placed[0]?.label).not.toBeNull();
    expect(placed[1]?.label).toBeNull();
  });
});

describe('wrapText', () => {
  it('keeps every word, in order, in lines that are narrow enough', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.integer({ min: 20, max: 400 }), (parts, width) => {
        const text = parts.join(' ');
        const lines = wrapText(text, width, 10, false, roughMeasure);
        expect(lines.join(' ').split(/\s+/u).filter(Boolean)).toEqual(text.split(/\s+/u).filter(Boolean));
        for (const line of lines) {
          if (line.includes(' ')) expect(roughMeasure(line, 10, false)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
