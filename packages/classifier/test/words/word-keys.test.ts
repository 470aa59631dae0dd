import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../src/normalise/normalise-text.js';
import { StemBeginnings } from '../../src/words/stem-beginnings.js';
import { termWordKeys, wordKeys } from '../../src/words/word-keys.js';

/** Shuts no word out. */
const beginnings = new StemBeginnings([...'abcdefghijklmnopqrstuvwxyz']);
const stems = [
  { language: 'eng', beginnings },
  { language: 'fra', beginnings },
] as const;

const meets = (word: string, term: string, language = 'eng', elongated = false): boolean => {
  const keys = wordKeys(normaliseText(word).text, elongated, stems);
  return termWordKeys(normaliseText(term).text, language).some((key) => keys.includes(key));
};

describe('wordKeys', () => {
  it.each([
    ['والمهاجرين', 'مهاجر'],
    ['بالمهاجرات', 'مهاجر'],
    ['للاجئين', 'لاجئين'],
    ['كالجرذان', 'جرذان'],
    ['هاللاجئين', 'لاجئ'],
    ['طردوهم', 'طردو'],
  ])('finds %s under %s by peeling particles and endings', (word, term) => {
    expect(meets(word, term, 'ara')).toBe(true);
  });

  it('peels no ending off for terms of three letters or terms marked =', () => {
    expect(meets('زبون', 'زب', 'ara')).toBe(false);
    expect(meets('قطيعة', '=قطيع', 'ara')).toBe(false);
    expect(meets('والقطيع', '=قطيع', 'ara')).toBe(true);
  });

  it('finds inflected forms of terms marked ~ by the stemmer of their language', () => {
    expect(meets('condemned', '~condemn')).toBe(true);
    expect(meets('condamnations', '~condamner', 'fra')).toBe(true);
    expect(meets('condemned', 'condemn')).toBe(false);
  });

  it('finds Arabic in Latin letters in any of its spellings', () => {
    expect(meets('wesskhou', 'wsskho', 'ary-Latn')).toBe(true);
    expect(meets('cheffara', 'sheffara', 'ary-Latn')).toBe(true);
    expect(meets('wesskhou', 'wsskho', 'eng')).toBe(false);
  });

  it('reads digits and signs as letters', () => {
    expect(meets('1d10t', 'idiot')).toBe(true);
    expect(meets('$cum', 'scum')).toBe(true);
  });

  it('tries elongated words with single letters', () => {
    expect(meets('killl', 'kill', 'eng', true)).toBe(true);
    expect(meets('looooser', 'loser', 'eng', true)).toBe(true);
  });
});
