import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsForLanguage } from '../../src/language/words-for-language.js';

/** The same, said in regular expressions. */
const plainly = (given: string): string[] => {
  const text = given.toLowerCase().replace(/(?:https?:\/\/|www\.)\S+|[@#]\S+|\S+@\S+\.\S+/g, ' ');
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?/gu), ([word]) =>
    /['’]/.test(word)
      ? word.replace(/^(?:[cdjlmnst]|qu|un|dell|all|nell|dall|sull)['’]/, '').replace(/['’]/, '')
      : word,
  ).filter((word) => /\p{L}/u.test(word));
};

const piece = fc.oneof(
  fc.constantFrom('@', '#', '.', '@a.b', 'http://', 'https://x', 'www.', 'http', '://', "l'", 'qu’', "'", '1', '٣'),
  fc.constantFrom('a', 'été', 'ام', 'नि', '😀', '𝐡', '\ud83d', '\u0301', '\u00a0', '\u2028', ' ', ' ', '\n', 'İ'),
  fc.string({ unit: 'binary', maxLength: 2 }),
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('wordsForLanguage', () => {
  it('gives the same words as the regular expressions that say what they are', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(wordsForLanguage(given)).toEqual(plainly(given));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['mail to ali.b@mairie.test today', ['mail', 'to', 'today']],
    ['«https://a.test/b» and www.c.test, not www.', ['and', 'not', 'www']],
    ["d'accord @someone l'école #ville 2030", ['accord', 'école']],
  ])('%s', (given, words) => {
    expect(wordsForLanguage(given)).toEqual(words);
  });
});
