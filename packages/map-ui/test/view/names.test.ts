import { describe, expect, it } from 'vitest';
import { nameIn, otherNames } from '../../src/view/names.js';

describe('nameIn', () => {
  it('takes the name in the language, else the nearest one and says which', () => {
    expect(nameIn({ ar: 'النصر', fr: 'Ennasr' }, 'ar')).toEqual({ text: 'النصر', language: 'ar' });
    expect(nameIn({ ar: 'النصر', fr: 'Ennasr' }, 'en')).toEqual({ text: 'Ennasr', language: 'fr' });
    expect(nameIn({ ar: 'النصر' }, 'fr')).toEqual({ text: 'النصر', language: 'ar' });
  });

  it('falls back on the id where there is no name', () => {
    expect(nameIn(undefined, 'ar', 'ennasr')).toEqual({ text: 'ennasr', language: 'ar' });
  });
});

describe('otherNames', () => {
  it('gives every other name once', () => {
    const names = { ar: 'المنار', fr: 'Al-Manar', en: 'Al-Manar' };
    expect(otherNames(names, 'ar')).toEqual([{ text: 'Al-Manar', language: 'en' }]);
    expect(otherNames(names, 'en')).toEqual([{ text: 'المنار', language: 'ar' }]);
  });
});
