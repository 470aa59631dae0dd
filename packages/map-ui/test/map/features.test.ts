import { readFileSync } from 'node:fs';
import { snapshotAreas } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureStates } from '../../src/map/feature-states.js';
import { borderFeatures, boundsOf, labelFeatures, markFeatures, polygonFeatures } from '../../src/map/features.js';
import { labelPlace } from '../../src/map/label-place.js';
import { barPattern, dotPattern, hatchPattern, levelPattern } from '../../src/map/patterns.js';
import { figuresOfPage } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';

const made = makeSnapshot();
const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

describe('polygonFeatures and labelFeatures', () => {
  it('number the areas, name them in three languages, and know their room', () => {
    expect(polygonFeatures(made.areas).features.map((one) => one.id)).toEqual(made.areas.map((_, index) => index));
    expect(labelFeatures(made.areas).features[10]?.properties).toMatchObject({
      'name-ar': 'النصر',
      'name-fr': 'Ennasr',
      'name-en': 'Victory Quarter',
    });
  });
});

describe('borderFeatures', () => {
  const stretches = (lines: readonly (readonly number[][])[]): string[] =>
    lines.flatMap((line) => line.slice(1).map((to, at) => [String(line[at]), String(to)].sort().join(' – ')));

  it('draw every border, and the shared ones once', () => {
    const asked = made.areas.flatMap(({ geometry }) =>
      stretches(geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()),
    );
    const drawn = borderFeatures(made.areas).features.flatMap(({ geometry }) =>
      stretches(geometry.coordinates as number[][][]),
    );
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(new Set(drawn)).toEqual(new Set(asked));
    expect(drawn.length).toBeLessThan(asked.length);
  });
});

describe('markFeatures', () => {
  it('are the areas that are marked, each for its mark', () => {
    expect(markFeatures(made.areas, { hover: null, selected: null }).features).toEqual([]);
    const { features } = markFeatures(made.areas, { hover: 3, selected: 5 });
    expect(features.map(({ properties, geometry }) => [properties?.mark, geometry])).toEqual([
      ['hover', made.areas[3]?.geometry],
      ['selected', made.areas[5]?.geometry],
    ]);
  });
});

describe('labelPlace', () => {
  it('takes the middle of a square', () => {
    const { point, room } = labelPlace({ type: 'Polygon', coordinates: [square(0, 0, 2)] });
    expect(point[0]).toBeCloseTo(1, 2);
    expect(point[1]).toBeCloseTo(1, 2);
    expect(room).toBeCloseTo(1, 2);
  });

  it('stays out of a hole', () => {
    const hole = square(0.5, 0.5, 3).toReversed();
    const { point, room } = labelPlace({ type: 'Polygon', coordinates: [square(0, 0, 6), hole] });
    expect(room).toBeGreaterThan(0.5);
    expect(point[0] > 3.5 || point[1] > 3.5).toBe(true);
  });

  it('stands on the largest part', () => {
    const { point } = labelPlace({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(10, 10, 4)]] });
    expect(point[0]).toBeGreaterThan(10);
  });

  it('finds as much room as a look at every place of a fine grid, to a fiftieth', () => {
    const distance = ([x, y]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number => {
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along =
        squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared));
      return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
    };
    const star = fc
      .array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 24 })
      .map((reaches) =>
        reaches.map((reach, at): [number, number] => {
          const turn = (2 * Math.PI * at) / reaches.length;
          return [20 + reach * Math.cos(turn), 30 + reach * Math.sin(turn)];
        }),
      );
    fc.assert(
      fc.property(star, (corners) => {
        const ring = [...corners, corners[0] ?? [0, 0]];
        const { point, room } = labelPlace({ type: 'Polygon', coordinates: [ring] });
        const nearest = (place: [number, number]): number =>
          Math.min(...corners.map((corner, at) => distance(place, corner, ring[at + 1] ?? corner)));
        expect(room).toBeCloseTo(nearest(point), 9);
        expect(room).toBeGreaterThan(0);
        const [west, east] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
        const [south, north] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
        const inside = ([x, y]: [number, number]): boolean =>
          corners.reduce((crossed, a, at) => {
            const b = ring[at + 1] ?? a;
            const between = a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0];
            return between ? !crossed : crossed;
          }, false);
        for (let column = 0; column < 16; column += 1) {
          for (let row = 0; row < 16; row += 1) {
            const place: [number, number] = [
              west + ((column + 0.5) * (east - west)) / 16,
              south + ((row + 0.5) * (north - south)) / 16,
            ];
            if (inside(place)) expect(nearest(place)).toBeLessThanOrEqual(1.02 * room + 0.001);
          }
        }
      }),
    );
  });

  it('stands inside every neighbourhood of the demo city, and in no other', () => {
    const text = readFileSync(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url), 'utf8');
    for (const area of snapshotAreas.parse(JSON.parse(text)).features) {
      expect(labelPlace(area.geometry).room, area.id).toBeGreaterThan(0);
    }
  });
});

describe('boundsOf', () => {
  it('holds every corner', () => {
    const [west, south, east, north] = boundsOf(made.areas);
    expect([west, south]).toEqual([18.2, 35.5]);
    expect(east).toBeCloseTo(18.272, 6);
    expect(north).toBeCloseTo(35.53, 6);
  });
});

describe('featureStates', () => {
  it('hands the map the classes of the table, and marks one area', () => {
    const page = figuresOfPage(
      made.areas.map((area) => area.id),
      indexBlocks(made.blocks),
      { signal: 'hate', target: 'all', range: { from: '2026-W14', to: '2026-W39' }, whole: true },
    );
    const states = featureStates(made.areas, page.byArea, 'ennasr');
    expect(states.map((state) => state.class)).toEqual(page.areas.map((figures) => figures.class));
    expect(made.areas.filter((_, index) => states[index]?.selected).map((area) => area.id)).toEqual(['ennasr']);
  });
});

describe('the patterns', () => {
  it.each([hatchPattern, barPattern, dotPattern, levelPattern])(
    '%o hold both colours, are opaque and repeat without a seam',
    (make) => {
      const { width, height, data } = make('#ffffff', '#000000');
      expect(data).toHaveLength(width * height * 4);
      const red = (x: number, y: number): number =>
        data[(((y + height) % height) * width + ((x + width) % width)) * 4] ?? 0;
      const seen = new Set<number>();
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          seen.add(red(x, y));
          expect(data[(y * width + x) * 4 + 3]).toBe(255);
        }
      }
      expect([...seen].sort()).toEqual([0, 255]);
      if (make === hatchPattern) {
        // A diagonal step across the edge keeps the colour: the stripes meet in the next tile.
        for (let y = 0; y < height; y += 1) expect(red(width - 1, y)).toBe(red(width, y - 1));
      }
    },
  );
});
