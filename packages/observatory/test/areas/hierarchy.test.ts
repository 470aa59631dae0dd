import { InputError } from '@marsad/records';
import { expect, it } from 'vitest';
import { hierarchyOf } from '../../src/areas/hierarchy.js';

const level = (id: string, parent?: string) => ({ id, names: { en: `The ${id}` }, where: `feature ${id}`, parent });

it('sorts three levels in one file, by id or by name', () => {
  const { isNeighbourhood, district, districts } = hierarchyOf([
    level('city'),
    level('north', 'city'),
    level('south', 'city'),
    level('a', 'north'),
    level('b', 'The north'),
    level('c', 'south'),
  ]);
  expect(isNeighbourhood).toEqual([false, false, false, true, true, true]);
  expect(district).toEqual([null, null, null, 'north', 'north', 'south']);
  expect([...districts]).toEqual([
    ['north', { en: 'The north' }],
    ['south', { en: 'The south' }],
  ]);
});

it('takes a parent that is no feature for a district known by name', () => {
  const { district, districts } = hierarchyOf([level('a', 'Old Town'), level('b', 'المدينة'), level('c')]);
  expect(district).toEqual(['old-town', 'المدينة', null]);
  expect([...districts]).toEqual([
    ['old-town', { en: 'Old Town' }],
    ['المدينة', { ar: 'المدينة' }],
  ]);
});

it('takes one feature above all others for the city', () => {
  const { isNeighbourhood, district } = hierarchyOf([level('city', 'Country'), level('a', 'city'), level('b', 'city')]);
  expect(isNeighbourhood).toEqual([false, true, true]);
  expect(district).toEqual([null, null, null]);
});

it('refuses a fourth level and features that lie within each other', () => {
  expect(() => hierarchyOf([level('w'), level('x', 'w'), level('y', 'x'), level('z', 'y')])).toThrow(/a fourth level/);
  expect(() => hierarchyOf([level('x', 'y'), level('y', 'x')])).toThrow(InputError);
});
