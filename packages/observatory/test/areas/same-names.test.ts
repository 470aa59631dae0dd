import { describe, expect, it } from 'vitest';
import { checkAreas } from '../../src/areas/check-areas.js';
import { sameNameWarnings } from '../../src/areas/same-names.js';
import { rectangle } from '../square-city.js';

const area = (id: string, names: { ar?: string; fr?: string; en?: string }, district: string | null = null) => ({
  id,
  names,
  district,
});
const warn = (...areas: ReturnType<typeof area>[]): string[] => sameNameWarnings(areas, 'wards.geojson');

describe('neighbourhoods of the same name', () => {
  it('are named with their ids, whatever the case and the spaces', () => {
    expect(
      warn(area('centre', { fr: 'Le Centre' }), area('port', { fr: 'Port' }), area('b', { fr: 'le  centre' })),
    ).toEqual([
      'wards.geojson: 2 neighbourhoods are called "Le Centre": centre, b; a post that says only this name is placed in none of them: name them apart, or join them if they are pieces of one neighbourhood',
    ]);
  });

  it('in different districts are told that the district may belong to the name', () => {
    const [sentence] = warn(area('a', { ar: 'المركز' }, 'north'), area('b', { ar: 'المركز' }, 'south'));
    expect(sentence).toContain('a (district north), b (district south);');
    expect(sentence).toMatch(/: put the district into the name$/);
  });

  it('are told once when they share it in several languages', () => {
    expect(warn(area('a', { ar: 'المركز', fr: 'Centre' }), area('b', { ar: 'المركز', fr: 'Centre' }))).toHaveLength(1);
  });

  it('of which one has the name in another language are not the same', () => {
    expect(warn(area('a', { en: 'Port' }), area('b', { fr: 'Port' }), area('c', { en: 'Hill' }))).toEqual([]);
  });

  it('are told for ten names, and how many more there are', () => {
    const many = Array.from({ length: 12 }, (_, at) => [
      area(`a${at}`, { en: `n${at}` }),
      area(`b${at}`, { en: `n${at}` }),
    ]);
    const sentences = warn(...many.flat());
    expect(sentences).toHaveLength(11);
    expect(sentences[10]).toBe('wards.geojson: and 2 more names that several neighbourhoods share');
    const [sentence] = warn(...Array.from({ length: 7 }, (_, at) => area(`a${at}`, { en: 'Centre' })));
    expect(sentence).toContain('7 neighbourhoods are called "Centre": a0, a1, a2, a3, a4 and 2 more;');
  });

  it('are looked for among neighbourhoods, not among districts', () => {
    const features = [
      { properties: { name: 'Centre' }, west: 0, wide: 4 },
      { properties: { name: 'Port', ward: 'North' }, west: 10, wide: 1 },
      { properties: { name: 'Centre', ward: 'Centre' }, west: 0, wide: 2 },
      { properties: { name: 'Port', ward: 'Centre' }, west: 2, wide: 2 },
    ].map(({ properties, west, wide }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [rectangle(west, wide)] },
    }));
    const list = { type: 'FeatureCollection' as const, features };
    const { warnings, areas } = checkAreas([{ file: 'wards.geojson', list }], { fields: { parent: 'ward' } });
    expect(areas?.features).toHaveLength(3);
    expect(warnings).toEqual([
      expect.stringContaining('called "Port": port (district north), port-2 (district centre)'),
    ]);
  });
});
