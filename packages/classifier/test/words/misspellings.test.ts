import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened, unswapped } from '../../src/words/misspellings.js';

const words = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 7, maxLength: 20 });

describe('unswapped', () => {
  it('holds every word that differs from the form by two neighbours inside', () => {
    fc.assert(
      fc.property(words, fc.nat(), (word, nat) => {
        const at = 1 + (nat % (word.length - 2));
        fc.pre(word[at] !== word[at + 1]);
        const form = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
        expect(unswapped(form)).toContain(word);
      }),
      { numRuns: 5_000 },
    );
  });

  it('leaves short words, ordinary words and what is no word alone', () => {
    for (const form of ['moto', 'schule', 'r2d2x7', 'x'.repeat(25)]) expect(unswapped(form)).toEqual([]);
  });
});

describe('shortened', () => {
  it('holds every form that lacks one letter inside, and none that lacks the first or the last', () => {
    fc.assert(
      fc.property(words, (word) => {
        const forms = shortened(word);
        for (let at = 1; at + 1 < word.length; at++) expect(forms).toContain(word.slice(0, at) + word.slice(at + 1));
        for (const form of forms) expect([form[0], form.at(-1)]).toEqual([word[0], word.at(-1)]);
      }),
      { numRuns: 5_000 },
    );
  });
});
