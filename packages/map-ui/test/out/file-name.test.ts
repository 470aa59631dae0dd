import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/out/file-name.js';
import { makeOut } from './make-out.js';

describe('fileName', () => {
  it('says city, signal, target and weeks', () => {
    const { view } = makeOut();
    expect(fileName('al-manar', view, 'csv')).toBe('al-manar_hate_2026-w14_2026-w39.csv');
    expect(fileName('Médenine', { ...view, target: 'anti-roma', from: null, to: null }, 'svg')).toBe(
      'medenine_hate_anti-roma.svg',
    );
  });

  it('is a plain name whatever the city is called', () => {
    const { view } = makeOut();
    fc.assert(
      fc.property(fc.string(), (city) => {
        expect(fileName(city, view, 'csv')).toMatch(/^[a-z0-9][a-z0-9_-]*\.csv$/);
      }),
    );
  });
});
