import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabicSingulars } from '../src/arabic-plurals.js';

/** As searches fold words: hamza off its seat or gone, ة as ه, ى as ي. */
const PAIRS = `مدارس مدرسه, مراكز مركز, تجارب تجربه, مشاريع مشروع, مفاتيح مفتاح, تقارير تقرير, شوارع شارع, قواعد قاعده,
قوانين قانون, رسايل رساله, وسايل وسيله, جرايم جريمه, اطفال طفل, افكار فكره, اصحاب صاحب, دروس درس, حقوق حق, رجال رجل, كبار كبير,
طلاب طالب, شركاء شريك, علما عالم, اصدقاء صديق, انشطه نشاط, ادله دليل, كتب كتاب, مدن مدينه, غرف غرفه, مبادرات مبادره, صحفيين صحفي,
معلمون معلم, برامج برنامج, نساء امراه`
  .split(',')
  .map((pair) => pair.trim().split(' ') as [string, string]);

describe('the singulars of an Arabic word', () => {
  it.each(PAIRS)('of %s hold %s', (plural, singular) => {
    expect(arabicSingulars(plural)).toContain(singular);
  });

  it('are few, never the word itself, and none of words in other letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ابتدرسعفقكلمنهويء'), maxLength: 9 }), (word) => {
        const singulars = arabicSingulars(word);
        expect(singulars.length).toBeLessThanOrEqual(8);
        expect(singulars).not.toContain(word);
        for (const singular of singulars) expect(singular).toMatch(/^[\u0621-\u064a]{2,}$/u);
      }),
    );
    for (const word of ['schools', 'écoles', '', '12', 'من']) expect(arabicSingulars(word)).toEqual([]);
  });
});
