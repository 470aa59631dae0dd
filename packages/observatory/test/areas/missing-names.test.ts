import { describe, expect, it } from 'vitest';
import { type CheckedAreas, checkAreas } from '../../src/areas/check-areas.js';
import type { AreaFields } from '../../src/areas/read-fields.js';
import { rectangle } from '../square-city.js';

const feature = (properties: object, west: number) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [rectangle(west)] },
});
const list = (features: unknown[]) => ({ type: 'FeatureCollection' as const, features });
const check = (all: object[], fields: AreaFields = {}): CheckedAreas =>
  checkAreas([{ file: 'wards.geojson', list: list(all.map(feature)) }], { fields });
const told = ({ problems }: CheckedAreas): (string | undefined)[][] =>
  problems.map(({ error }) => [error.message, error.remedy]);

describe('names that are missing', () => {
  it('in all features are one problem that shows the fields that are there', () => {
    const checked = check([
      { QUARTIER: 'Bab Souika', code: 7 },
      { QUARTIER: 'Lafayette', code: 8, note: 'near the station' },
    ]);
    expect(told(checked)).toEqual([
      [
        'wards.geojson: expected a name in `name`, `name_ar`, `name_fr`, `name_en`, but none of 2 features has one',
        'Fields that hold words there: QUARTIER ("Bab Souika"), note ("near the station"). Say which one is the name: --name-field FIELD.',
      ],
    ]);
    expect(checked.areas).toBeUndefined();
  });

  it('in some features are one problem that names them', () => {
    const all = [{ name: 'Port' }, { name: '', was: 'Quay' }, { name: 'Hill' }, { was: 'Mill' }];
    expect(told(check(all, { name: { plain: 'name' } }))).toEqual([
      [
        'wards.geojson: expected a name in `name`, but 2 of 4 features have none: 2, 4',
        'Fields that hold words there: was ("Quay"). Fill them in, or say which one is the name: --name-field FIELD.',
      ],
    ]);
  });

  it('are named eight at most, with their file where there are several', () => {
    const nameless = Array.from({ length: 10 }, (_, at) => feature({}, at));
    const files = [
      { file: 'north.geojson', list: list(nameless) },
      { file: 'south.geojson', list: list([feature({ name: 'Port' }, 20)]) },
    ];
    const [[message, remedy] = []] = told(checkAreas(files));
    expect(message).toContain('north.geojson, south.geojson: expected a name');
    expect(message).toContain('10 of 11 features have none: north.geojson: feature 1, north.geojson: feature 2,');
    expect(message).toMatch(/north\.geojson: feature 8 and 2 more$/);
    expect(remedy).toContain('No field holds words there.');
  });

  it('leave the other problems in their order', () => {
    const checked = check([{ name: 'Port' }, { title: 'a' }, { name: 'Hill' }, { title: 'b' }], { id: 'code' });
    expect(checked.problems.map(({ error }) => error.code)).toEqual(['no-id', 'no-id', 'no-name', 'no-id', 'no-id']);
  });
});
