import { readFileSync } from 'node:fs';
import { areaCollection } from '@marsad/records';
import { expect, it } from 'vitest';
import { touchingAreas } from '../../src/findings/touching-areas.js';
import { squareCity } from '../square-city.js';

it('squares in a row touch the one before and the one after', () => {
  expect([...touchingAreas(squareCity(['a', 'b', 'c']))]).toEqual([
    ['a', ['b']],
    ['b', ['a', 'c']],
    ['c', ['b']],
  ]);
});

it('a corner is enough, a gap of two metres is none, and one of twenty is', () => {
  const square = (id: string, west: number, south: number) => {
    const [one] = squareCity([id]).features;
    if (one?.geometry.type !== 'Polygon') throw new Error('no square');
    const ring = one.geometry.coordinates[0] ?? [];
    return {
      ...one,
      geometry: {
        ...one.geometry,
        coordinates: [ring.map(([x, y]): [number, number] => [west + x / 100, south + y / 100])],
      },
    };
  };
  const touching = touchingAreas({
    type: 'FeatureCollection',
    features: [
      square('middle', 0, 0),
      square('corner', 0.01, 0.01),
      square('near', -0.010015, 0.005),
      square('far', 0.0102, -0.005),
    ],
  });
  expect(touching.get('middle')).toEqual(['corner', 'near']);
  expect(touching.get('far')).toEqual([]);
});

it('every neighbourhood of the demo city has neighbours, and each is its neighbours’ neighbour', () => {
  const text = readFileSync(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url), 'utf8');
  const touching = touchingAreas(areaCollection.parse(JSON.parse(text)));
  for (const [area, others] of touching) {
    expect(others.length, area).toBeGreaterThan(0);
    for (const other of others) expect(touching.get(other), `${area} and ${other}`).toContain(area);
  }
});
