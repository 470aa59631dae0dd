import { expect, it } from 'vitest';
import { cityNames } from '../../src/region/city-names.js';

it('names that two cities share in a language are known, and an id stands for a city without a name', () => {
  const cities = [
    { id: 'tripoli-lb', names: { ar: 'طرابلس', en: 'Tripoli', fr: 'Tripoli du Liban' } },
    { id: 'tripoli-ly', names: { ar: 'طرابلس', en: 'Tripoli', fr: 'Tripoli' } },
    { id: 'nameless', names: {} },
  ];
  expect([...cityNames(cities, 'ar').values()]).toEqual([
    { text: 'طرابلس', isShared: true },
    { text: 'طرابلس', isShared: true },
    { text: 'nameless', isShared: false },
  ]);
  expect([...cityNames(cities, 'fr').values()].some(({ isShared }) => isShared)).toBe(false);
});
