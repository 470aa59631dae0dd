import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
// @ts-expect-error the script is plain JavaScript without declarations
import { drawBoundaries } from '../../../../scripts/fixtures/al-manar-boundaries.js';

interface Feature {
  id: string;
  properties: { district: string; population: number };
  geometry: { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] };
}

const file = readFileSync(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url), 'utf8');
const { features }: { features: Feature[] } = JSON.parse(file);
const polygonsOf = ({ geometry }: Feature): number[][][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
const doubleArea = (ring: number[][]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0);

it('draws the boundaries that lie in the fixtures, byte for byte', () => {
  expect(drawBoundaries()).toBe(file);
});

it('has 18 neighbourhoods in 4 districts with about 410,000 people', () => {
  expect(new Set(features.map(({ id }) => id)).size).toBe(18);
  expect(new Set(features.map(({ properties }) => properties.district))).toEqual(
    new Set(['port', 'medina', 'new-town', 'hills']),
  );
  expect(features.reduce((sum, { properties }) => sum + properties.population, 0)).toBe(410_000);
});

it('closes every ring, outer rings against the clock and holes with it', () => {
  for (const feature of features) {
    for (const polygon of polygonsOf(feature)) {
      polygon.forEach((ring, i) => {
        expect(ring.at(-1)).toEqual(ring[0]);
        expect([feature.id, doubleArea(ring) > 0]).toEqual([feature.id, i === 0]);
      });
    }
  }
});

it('gives neighbours the same points: no stretch of border is passed twice in one direction', () => {
  const passed = new Map<string, string>();
  for (const feature of features) {
    for (const ring of polygonsOf(feature).flat()) {
      for (let i = 0; i + 1 < ring.length; i += 1) {
        const stretch = `${ring[i]}>${ring[i + 1]}`;
        expect([stretch, passed.get(stretch)]).toEqual([stretch, undefined]);
        passed.set(stretch, feature.id);
      }
    }
  }
  // What nobody passes the other way is the outer edge: one ring round the city and one round the islet.
  const edge = new Map(
    [...passed.keys()]
      .map((stretch) => stretch.split('>'))
      .filter(([from, to]) => !passed.has(`${to}>${from}`))
      .map(([from = '', to = '']) => [from, to]),
  );
  const rings: number[] = [];
  while (edge.size > 0) {
    let length = 0;
    for (let at = [...edge.keys()][0]; at !== undefined && edge.has(at); length += 1) {
      const next = edge.get(at);
      edge.delete(at);
      at = next;
    }
    rings.push(length);
  }
  expect(rings.length).toBe(2);
});

it('fills the hole of the Kasbah with the market, and gives the cape an islet', () => {
  const find = (id: string): Feature | undefined => features.find((feature) => feature.id === id);
  const kasbah = find('el-qasba')?.geometry.coordinates;
  const market = find('souk-en-nahhasin')?.geometry.coordinates;
  expect(new Set(kasbah?.[1]?.map(String))).toEqual(new Set(market?.[0]?.map(String)));
  expect(find('ras-el-manara')?.geometry.type).toBe('MultiPolygon');
});
