import { existsSync, readFileSync } from 'node:fs';
import { type AreaCollection, InputError, type Position } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { crosswalk } from '../../src/areas/crosswalk.js';
import { findOverlaps } from '../../src/areas/find-overlaps.js';
import { loadAreas } from '../../src/areas/load-areas.js';
import { partsOfGeometry } from '../../src/areas/read-geometry.js';
import { simplifyAreas } from '../../src/areas/simplify-areas.js';
import { crookedCity } from './polygons.js';

const features = crookedCity(4, 30).features.map(({ id, geometry }) => ({
  type: 'Feature',
  properties: { name: id },
  // Cells of about a kilometre.
  geometry: {
    type: 'Polygon',
    coordinates: (geometry.coordinates as Position[][]).map((ring) => ring.map(([x, y]) => [x / 100, y / 100])),
  },
}));
const city = loadAreas({ type: 'FeatureCollection', features }, { file: 'city' }).areas;
const corners = ({ features: areas }: AreaCollection): number =>
  areas.reduce((sum, { geometry }) => sum + partsOfGeometry(geometry).flat(2).length, 0);
const moved = (before: AreaCollection, after: AreaCollection): number => {
  const rows = crosswalk(before, after);
  const sum = (list: typeof rows): number => list.reduce((total, { squareKm }) => total + squareKm, 0);
  return sum(rows.filter(({ oldId, newId }) => oldId !== newId)) / sum(rows);
};

describe('simplifyAreas', () => {
  it('leaves out corners, moves little ground and keeps shared borders shared', () => {
    const simplified = simplifyAreas(city, 15);
    expect(corners(simplified)).toBeLessThan(corners(city) / 2);
    expect(moved(city, simplified)).toBeLessThan(0.002);
    expect(
      findOverlaps(
        simplified.features.map(({ geometry }) => partsOfGeometry(geometry)),
        'here',
      ).overlaps,
    ).toEqual([]);
    expect(simplified.features.map(({ id, properties }) => [id, properties])).toEqual(
      city.features.map(({ id, properties }) => [id, properties]),
    );
    expect(simplified.version).not.toBe(city.version);
    expect(simplifyAreas(city, 15, { version: '2024' }).version).toBe('2024');
  });

  it('keeps a small island that would vanish', () => {
    const ring = (west: number, size: number): Position[] => [
      [west, 0],
      [west + size, 0],
      [west + size, size],
      [west, size],
      [west, 0],
    ];
    const list = [
      {
        type: 'Feature',
        properties: { name: 'a' },
        geometry: { type: 'MultiPolygon', coordinates: [[ring(0, 0.1)], [ring(1, 0.0001)]] },
      },
    ];
    const islands = loadAreas({ type: 'FeatureCollection', features: list }, { file: 'islands' }).areas;
    expect(simplifyAreas(islands, 100).features).toEqual(islands.features);
  });

  it('refuses what is no length', () => {
    for (const metres of [0, -1, Number.NaN]) expect(() => simplifyAreas(city, metres)).toThrow(InputError);
  });
});

const berlin = new URL('../../../../../shared/data/boundaries/berlin.geojson', import.meta.url);

describe.skipIf(!existsSync(berlin))('Berlin (skipped where ../shared is missing)', () => {
  it('keeps a quarter of its corners at five metres and moves less than a ten-thousandth of its ground', () => {
    const { areas } = loadAreas(JSON.parse(readFileSync(berlin, 'utf8')), { file: 'berlin' });
    const simplified = simplifyAreas(areas, 5);
    expect(corners(simplified)).toBeLessThan(corners(areas) / 4);
    expect(moved(areas, simplified)).toBeLessThan(1e-4);
  });
});
