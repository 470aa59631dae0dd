import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForCopies } from '../../src/near-duplicates/fold-for-copies.js';
import { foldText } from '../../src/steps/assign-id.js';

const folded = (text: string): string => String.fromCharCode(...foldForCopies(text).codes);

describe('folding a text for comparison', () => {
  it.each([
    ['case, spaces and punctuation say nothing', 'The PORT, at dawn!', 'theportatdawn'],
    ['letters stretched for emphasis are said once', 'nooooo waaaay', 'noway'],
    ['doubled letters are said once as well, since stretching them looks the same', 'soon', 'son'],
    ['repeated digits stay', 'from 100 to 1000', 'from100to1000'],
    ['mentions and links are left out', '@lina_k @bob@social.test see http://x.test/a?u=1 this', 'sethis'],
    ['marks that redaction left are left out', '⟨user⟩ and ⟨email⟩', 'and'],
    ['tatweel and harakat are left out', 'سـلامٌ عَلَيْكُم', 'سلامعليكم'],
    ['compatibility forms are one', 'ﬁn Ｆ', 'finf'],
    ['a row of the same emoji is one', 'ok 😂😂😂 😡', 'ok😂😡'],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it.each([
    ['marks inside a word do not split it', 'سـلامٌ عَلَيْكُم', 2, 9],
    ['punctuation splits words', 'port/harbour,quay', 3, 15],
    ['a number is a word without letters', 'in 2026', 2, 2],
    ['emoji are neither', '😂 😡', 0, 0],
    ['mentions do not count', '@one @two hello', 1, 4],
  ])('%s', (_, text, words, letters) => {
    expect(foldForCopies(text)).toMatchObject({ words, letters });
  });

  it('folds to the same as contentHash, but for repetition, where there are no mentions, links and Arabic marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[@＠⟨\u0640\u064B-\u065F\u0670]|https?:/u.test(`${text} ${text.normalize('NFKC')}`));
        expect(folded(text)).toBe(foldText(text).replace(/(\P{N})\1+/gu, '$1'));
      }),
    );
  });

  it('gives texts of one contentHash one form', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé٠-٩ا-ي]{1,8}$/)), (words) => {
        expect(folded(words.join(' '))).toBe(folded(words.join(', ').toUpperCase()));
      }),
    );
  });

  it('takes any string, broken surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { codes, letters } = foldForCopies(text + text.slice(0, 1) + text.slice(-1));
        expect(letters).toBeLessThanOrEqual(codes.length);
      }),
    );
  });
});
