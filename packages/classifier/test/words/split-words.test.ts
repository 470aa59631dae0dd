import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../src/normalise/normalise-text.js';
import { splitWords } from '../../src/words/split-words.js';

const split = (text: string) => splitWords(normaliseText(text), text);
const forms = (text: string): string[] => split(text).map(({ form }) => form);

describe('splitWords', () => {
  it.each([
    [
      'splits French elisions, keeps English contractions whole',
      "l'arabe n'est pas, don't",
      ['l', 'arabe', 'n', 'est', 'pas', 'dont'],
    ],
    ['splits Italian elisions', "un'amica dell'islam", ['un', 'amica', 'dell', 'islam']],
    ['takes the words of a hashtag apart by its capitals', '#StopTheHate', ['stop', 'the', 'hate']],
    ['takes hashtags apart by underscores', '#لا_للعنصرية', ['لا', 'للعنصريه']],
    ['leaves out mentions and web addresses', '@ali_b see https://x.test/kill?a=1 now', ['see', 'now']],
    ['joins letters written apart', 'k i l l them, k.i.l.l them', ['kill', 'them', 'kill', 'them']],
    ['keeps signs that stand for letters inside a word', 'f*ck this sh!t now!', ['f*ck', 'this', 'sh!t', 'now']],
    ['counts an emoji as a word', 'ok 😀 fine', ['ok', '😀', 'fine']],
    ['keeps digits inside Arabizi words', '3lach l7ouma', ['3lach', 'l7ouma']],
  ])('%s', (_, text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it('numbers sentences and clauses', () => {
    const words = split('One, two. Three؟ four');
    expect(words.map(({ sentence }) => sentence)).toEqual([0, 0, 1, 2]);
    expect(words.map(({ clause }) => clause)).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['straight', 'he said "they are rats" twice'],
    ['curly', 'he said “they are rats” twice'],
    ['angle', 'he said «they are rats» twice'],
    ['single', "he said 'they are rats' twice"],
  ])('marks words inside %s quotation marks', (_, text) => {
    expect(split(text).flatMap(({ quoted, form }) => (quoted ? [form] : []))).toEqual(['they', 'are', 'rats']);
  });

  it('marks nothing when a quotation is not closed in its paragraph', () => {
    expect(split('he said "they are\nrats" twice').some(({ quoted }) => quoted)).toBe(false);
  });

  it('gives words in order, without overlap, inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const normalised = normaliseText(text);
        let before = 0;
        for (const { start, end } of splitWords(normalised, text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(normalised.text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('reads texts of a megabyte, with and without blanks', () => {
    expect(forms('ab'.repeat(500_000))).toEqual(['ab'.repeat(500_000)]);
    expect(forms('k '.repeat(500_000))).toEqual(['k'.repeat(500_000)]);
    expect(forms('a, '.repeat(300_000))).toHaveLength(300_000);
  });

  it('leaves half of a surrogate pair a sign of its own', () => {
    expect(forms('\ud83d they')).toEqual(['\ud83d', 'they']);
  });
});
