import { describe, expect, it } from 'vitest';
import { miniMap, pathsByClass } from '../../src/map/mini-map.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';

const { areas } = makeSnapshot();
const drawing = miniMap(areas);

describe('a small map', () => {
  it('keeps every area inside of its box', () => {
    for (const area of areas) {
      const path = drawing.paths.get(area.id) ?? '';
      expect(path).toMatch(/^(M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)*Z)+$/);
      for (const [, x, y] of path.matchAll(/([\d.]+) ([\d.]+)/g)) {
        expect(Number(x)).toBeLessThanOrEqual(drawing.width);
        expect(Number(y)).toBeLessThanOrEqual(drawing.height);
      }
    }
  });

  it('draws corners that fall together once', () => {
    const [area] = areas;
    if (area?.geometry.type !== 'Polygon') throw new Error('expected a polygon');
    const doubled = area.geometry.coordinates.map((ring) => ring.flatMap((corner) => [corner, corner]));
    const again = miniMap([{ ...area, geometry: { type: 'Polygon', coordinates: doubled } }]);
    expect(again.paths.get(area.id)).toBe(miniMap([area]).paths.get(area.id));
  });

  it('holds each area in the path of its class', () => {
    const [first, second] = areas.map(({ id }) => id);
    const joined = pathsByClass(drawing, [
      [first ?? '', 'a'],
      [second ?? '', 'b'],
    ]);
    expect(joined.get('a')).toBe(drawing.paths.get(first ?? ''));
    expect([...joined.keys()]).toEqual(['a', 'b']);
  });
});
