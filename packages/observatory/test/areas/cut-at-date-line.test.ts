import type { Position } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { checkAreas } from '../../src/areas/check-areas.js';
import { cutAtDateLine } from '../../src/areas/cut-at-date-line.js';
import { indexAreas } from '../../src/areas/index-areas.js';

const box = (west: number, east: number, south = 0, north = 1): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const check = (...rings: Position[][]) =>
  checkAreas([
    {
      file: 'islands',
      list: {
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: { name: 'Atoll' }, geometry: { type: 'Polygon', coordinates: rings } },
        ],
      },
    },
  ]);

describe('cutAtDateLine', () => {
  it.each([
    ['jump from 179 to −179', box(179, -179), box(179.5, -179.5, 0.4, 0.6)],
    ['go on to 181', box(179, 181), box(179.5, 180.5, 0.4, 0.6)],
    ['begin in the west and jump east', box(-179, 179), box(-179.5, 179.5, 0.4, 0.6)],
    ['jump while their hole goes on', box(179, -179), box(179.5, 180.5, 0.4, 0.6)],
  ])('makes two parts of longitudes that %s, hole and all', (_, shell, hole) => {
    const { areas, problems, repairs } = check(shell, hole);
    expect(problems).toEqual([]);
    expect(repairs.map(({ what }) => what)).toContain('2 parts were made of what lies across the 180th meridian');
    const index = areas && indexAreas(areas);
    for (const lng of [179.2, -179.2]) expect(index?.containing(lng, 0.5)).toBe('atoll');
    for (const lng of [179.8, -179.8, 178.9, -178.9, 0]) expect(index?.containing(lng, 0.5)).toBeUndefined();
  });

  it('leaves alone what does not cross, what is wider than any city, and what runs around a pole', () => {
    expect(cutAtDateLine([[box(179, 180)], [box(-180, -179)]])).toBeUndefined();
    expect(cutAtDateLine([[box(-100, 100)]])).toBeUndefined();
    expect(cutAtDateLine([[box(-180, 180)]])).toBeUndefined();
    const aroundThePole: Position[] = [
      [-120, 80],
      [0, 80],
      [120, 80],
      [-120, 80],
    ];
    expect(cutAtDateLine([[aroundThePole]])).toBeUndefined();
  });
});
