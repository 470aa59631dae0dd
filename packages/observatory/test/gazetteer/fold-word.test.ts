import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../src/gazetteer/fold-word.js';

describe('foldWord', () => {
  it.each([
    ['الأندلس', 'الاندلس', 'hamza on alef'],
    ['يحيى', 'يحيي', 'alef maqsura'],
    ['القصبة', 'القصبه', 'ta marbuta'],
    ['حيّ', 'حي', 'shadda'],
    ['البَحْر', 'البحر', 'vowel marks'],
    ['النـــصر', 'النصر', 'tatweel'],
    ['الأولمپي', 'الاولمبي', 'a Persian letter'],
    ['١٢', '12', 'Arabic-Indic digits'],
    ['Aïn', 'ain', 'accents and case'],
    ['NASR', 'nasr', 'case'],
    ['7ay', 'hay', 'a 7 for ha'],
    ['l9asba', 'lkasba', 'a 9 for qaf'],
    ['3in', 'ain', 'a 3 for ain'],
    ['5obz', 'khobz', 'a 5 for kha'],
    ['yahya', 'yahia', 'y and i'],
    ['wifaq', 'wifak', 'q and k'],
    ['sayyadin', 'sayadin', 'doubled letters'],
    ['zitoun', 'zitun', 'ou and u'],
    ['kasbah', 'kasba', 'a silent h'],
    ['cœur', 'coeur', 'a ligature'],
  ])('folds %s like %s (%s)', (word, like) => {
    expect(foldWord(word)).toBe(foldWord(like));
  });

  it('leaves plain numbers and codes with other digits alone', () => {
    expect(foldWord('2026')).toBe('2026');
    expect(foldWord('w14')).toBe('w14');
  });

  it('changes nothing when it folds again', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abehoqkuyi2357 أإآةىءؤئابتـًّ'.split('')), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary', maxLength: 12 })), (word) => {
        expect(foldWord(foldWord(word))).toBe(foldWord(word));
      }),
      { numRuns: 5000 },
    );
  });
});
