import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/words/stem.js';
import { StemBeginnings } from '../../src/words/stem-beginnings.js';

const letters = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: min, maxLength: max });
const english = ['ing', 'ed', 'ies', 'y', 'ation', 'ational', 'ization', 'fulness', 'ably', 'er', 's', 'e', 'ibility'];
const french = ['ement', 'ations', 'ité', 'eaux', 'euse', 'issement', 'eraient', 'ique', 'es', 'er', 'ives', 'logie'];
const words = fc
  .tuple(letters(3, 8), fc.constantFrom('', ...english, ...french.map((ending) => ending.replace('é', 'e'))))
  .map((parts) => parts.join(''))
  .filter((word) => word.length >= 4);

describe('StemBeginnings', () => {
  it.each(['eng', 'fra'] as const)('never shuts out a word from its own stem (%s)', (language) => {
    fc.assert(
      fc.property(words, (word) => {
        expect(new StemBeginnings([StemBeginnings.lettersOf(stem(word, language))]).may(word)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it('shuts out words that begin otherwise', () => {
    const beginnings = new StemBeginnings(
      ['hating', 'vermin'].map((word) => StemBeginnings.lettersOf(stem(word, 'eng'))),
    );
    expect(['hated', 'vermin', 'hats'].map((word) => beginnings.may(word))).toEqual([true, true, true]);
    expect(['love', 'very', 'hotel'].map((word) => beginnings.may(word))).toEqual([false, false, false]);
  });
});
