import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenSpan, normaliseText } from '../../src/normalise/normalise-text.js';

/** Text that is rich in what normalisation treats: marks, tatweel, repeats, look-alikes, digits, invisible characters. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom('ا', 'أ', 'إ', 'آ', 'ى', 'ة', 'ـ', 'َ', 'ّ', '٣', '۳', 'ﷲ', 'ﻻ', 'é', 'e\u0301', 'ß', 'Œ', 'İ'),
      fc.constantFrom(
        'а',
        'е',
        'о',
        'a',
        'o',
        'h',
        'ooo',
        'ااا',
        '\u200b',
        '\u202e',
        '\u00ad',
        '\ufeff',
        '’',
        '“',
        '—',
      ),
      fc.constantFrom('😀', '𝐡', '👩🏽‍🤝‍👩🏻', ' ', '\n', '\u00a0', '1', '١', 'ﬁ', 'Ⅷ', '㎏', '½'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('normaliseText', () => {
  it.each([
    ['folds case and accents', 'ÉTRANGER', 'etranger'],
    ['takes ligatures and full-width letters apart', 'ﬁn ｈａｔｅ', 'fin hate'],
    ['drops harakat and tatweel', 'مُهَاجِـــر', 'مهاجر'],
    ['folds alef, ya and ta marbuta', 'إلى أمّة آمنة', 'الي امه امنه'],
    ['writes every digit in ASCII', '٣ ۳ ３', '3 3 3'],
    ['drops zero-width and bidi characters', 'ha\u200bt\u202ee\u2066', 'hate'],
    ['shortens elongation to two in Latin, to one in Arabic', 'looooser كلاااااب', 'looser كلاب'],
    ['leaves doubled letters and repeated digits alone', 'good 1000 الله', 'good 1000 الله'],
    ['writes look-alike letters in Latin inside Latin words', 'hаtе', 'hate'],
    ['leaves words in another script alone', 'мама мыла', 'мама мыла'],
    ['makes one of each kind of quotation mark and dash', '‘a’ “b” – c', '\'a\' "b" — c'],
    ['reads mathematical letters as letters', '𝐡𝐚𝐭𝐞', 'hate'],
  ])('%s', (_, given, normal) => {
    expect(normaliseText(given).text).toBe(normal);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(tricky, (given) => {
        const once = normaliseText(given).text;
        expect(normaliseText(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('maps every unit back to the characters it came from, in order', () => {
    fc.assert(
      fc.property(tricky, (given) => {
        const normalised = normaliseText(given);
        expect(normalised.starts).toHaveLength(normalised.text.length);
        let before = 0;
        for (let at = 0; at < normalised.text.length; at++) {
          const { start, end } = givenSpan(normalised, at, at + 1);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          before = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('normalises the span of a word, taken from the given text, to that word', () => {
    fc.assert(
      fc.property(tricky, fc.constantFrom('قَذِرُون', 'stuuuupid', 'étranger', 'мышь'), tricky, (before, word, after) => {
        const given = `${before} ${word} ${after}`;
        const normalised = normaliseText(given);
        const normal = normaliseText(word).text;
        const at = normalised.text.indexOf(` ${normal} `, normaliseText(before).text.length);
        expect(at).toBeGreaterThanOrEqual(0);
        const { start, end } = givenSpan(normalised, at + 1, at + 1 + normal.length);
        expect(normaliseText(given.slice(start, end)).text).toBe(normal);
      }),
      { numRuns: 300 },
    );
  });

  it('makes of plain texts, which take a short way, what the long way makes of them', () => {
    const plain = fc
      .array(fc.constantFrom('é', 'A', 'z', 'إ', 'ة', 'ا', '٣', 'ш', '“', ' ', '\t', '\n', '😀', '🄰', 'ŋ', '½', 'o'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(plain, (given) => {
        // A sign that is dropped makes the text one that is not plain.
        const short = normaliseText(given);
        const long = normaliseText(`${given}\u200b`);
        expect(short.text).toBe(long.text);
        expect(short.elongated).toEqual(long.elongated);
        expect(short.starts).toEqual(long.starts);
        expect(short.ends).toEqual(long.ends);
        for (let at = 0; at < short.text.length; at++) {
          expect(givenSpan(short, at, at + 1)).toEqual({ start: long.starts[at], end: long.ends[at] });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what stands beside half of a surrogate pair', () => {
    expect(normaliseText('\ud83d they').text).toBe('\ud83d they');
  });
});
