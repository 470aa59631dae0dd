import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditText } from '../../src/basemap/credit-text.js';

describe('creditText', () => {
  it('is the words of the HTML that files write credits in', () => {
    const html = '<a href="https://protomaps.example">Protomaps</a>  <a>&copy; OpenStreetMap</a>';
    expect(creditText(html)).toBe('Protomaps © OpenStreetMap');
  });

  it('names OpenStreetMap where a file names nobody: its tiles are made of it', () => {
    for (const nobody of [undefined, '', '<b> </b>']) expect(creditText(nobody)).toContain('OpenStreetMap');
  });

  it('is one line of at most 200 signs, none of them unseen, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const credit = creditText(text);
        expect([...credit].length).toBeLessThanOrEqual(200);
        expect(credit).not.toMatch(/\p{C}|\n/u);
        expect(credit).not.toBe('');
      }),
    );
  });
});
