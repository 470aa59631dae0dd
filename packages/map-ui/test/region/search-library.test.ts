import { describe, expect, it } from 'vitest';
import { foldLibrary, searchLibrary } from '../../src/region/search-library.js';
import { makeRegion } from './make-region.js';

const library = foldLibrary(makeRegion(1).resources, (code) => ({ ara: 'العربية', fra: 'Français' })[code] ?? code);
const found = (typed: string, kind: Parameters<typeof searchLibrary>[2] = null) =>
  searchLibrary(library, typed, kind).map(({ id }) => id);

describe('the search of the library', () => {
  it.each([
    'تدريب',
    'التدريب',
    'تَدْريب',
    'المدرسه',
    'المدارس',
    'مدرسة',
    'والحوار',
    'DIALOGUE',
    'école',
    'ecole formation',
    'schools',
    'francais',
  ])('finds the training by %s', (typed) => {
    expect(found(typed)).toEqual(['school-dialogue']);
  });

  it('gives everything for nothing, nothing for what there is not, and one kind alone when it is asked for', () => {
    expect(found('')).toEqual(['school-dialogue', 'guide']);
    expect(found('zebra')).toEqual([]);
    expect(found('', 'guidance')).toEqual(['guide']);
  });
});
