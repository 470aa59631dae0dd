import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeNearDuplicate } from '../../src/near-duplicates/long-enough.js';
import { openNearDuplicates } from '../../src/near-duplicates/open-near-duplicates.js';

const ENGLISH = 'The ferry to Old Harbour was late again and nobody told us why, so we walked.';
const ARABIC = 'تأخرت العبارة إلى المرسى القديمة مرة أخرى ولم يخبرنا أحد بالسبب فمشينا على الأقدام';
const FRENCH = 'Le bac de la Vieille Darse avait encore du retard, personne ne nous a rien dit, alors on a marché.';

/** What is found for the second text after the first. */
const second = (first: string, then: string) => {
  const texts = openNearDuplicates();
  texts.findOrAdd('first', first);
  return texts.findOrAdd('second', then)?.original;
};

describe('near-duplicates', () => {
  it.each([
    ['with typos', ENGLISH.replace('ferry', 'fery').replace('nobody', 'nobdoy')],
    ['in capitals', ENGLISH.toUpperCase()],
    ['with mentions', `@lina_k @mouss RT: ${ENGLISH} @harbour`],
    ['with its end cut', `${ENGLISH.slice(0, 60)}…`],
    ['with stretched letters', ENGLISH.replace('late', 'laaaaaate').replace('so', 'sooooo')],
    ['with a link', `${ENGLISH} https://x.test/k3j4h?utm_source=a`],
    ['with another word', ENGLISH.replace('Harbour', 'Port')],
    ['as it is', ENGLISH],
  ])('a copy %s is linked to the original', (_, copy) => {
    expect(second(ENGLISH, copy)).toBe('first');
  });

  it.each([
    ['with tatweel', ARABIC.replace('مرة', 'مـــرة')],
    ['with harakat', ARABIC.replace('مرة', 'مَرَّةً')],
    ['with its end cut', ARABIC.slice(0, 62)],
    ['with a typo', ARABIC.replace('أحد', 'احد')],
  ])('an Arabic copy %s is linked to the original', (_, copy) => {
    expect(second(ARABIC, copy)).toBe('first');
  });

  it.each([
    [ENGLISH, ARABIC],
    [ENGLISH, FRENCH],
    [ENGLISH, 'The ferry to the islet was on time today and somebody told us where to wait.'],
    [FRENCH, 'Le marché de la Halle aux Grains avait encore du monde, personne ne trouvait de place.'],
  ])('different texts are not linked: %s / %s', (first, then) => {
    expect(second(first, then)).toBeUndefined();
  });

  it('says how alike the two are', () => {
    const texts = openNearDuplicates();
    texts.findOrAdd('first', ENGLISH);
    expect(texts.findOrAdd('second', `@you ${ENGLISH}`)).toEqual({ original: 'first', similarity: 1 });
    const edited = texts.findOrAdd('third', ENGLISH.replace('late again', 'cancelled'));
    expect(edited?.similarity).toBeGreaterThanOrEqual(0.5);
    expect(edited?.similarity).toBeLessThan(1);
  });

  it.each([
    ['four words', 'internationalisation notwithstanding extraordinary circumstances'],
    ['few letters', 'so it is as it is'],
    ['mentions', '@someone @else @another @person @again good morning'],
    ['numbers', '2026 07 14 12 30 00 33 44 55 66 77 88 99'],
    ['repeated letters', 'aaaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeee'],
    ['nothing', ''],
  ])('a text of %s is too short: it is neither held nor found', (_, text) => {
    const texts = openNearDuplicates();
    expect(mayBeNearDuplicate(text)).toBe(false);
    expect(texts.findOrAdd('first', text)).toBeUndefined();
    expect(texts.findOrAdd('second', text)).toBeUndefined();
    expect(texts.size).toBe(0);
  });

  it('links every copy to the first text and holds the first alone', () => {
    const texts = openNearDuplicates();
    const found = ['a', 'b', 'c'].map((id) => texts.findOrAdd(id, `${ENGLISH} @${id}`)?.original);
    expect(found).toEqual([undefined, 'a', 'a']);
    expect(texts.size).toBe(1);
  });

  it('never links two different texts by a row of small changes between them', () => {
    const words = ENGLISH.split(' ');
    const others =
      'Neighbours painted eleven benches along the promenade before breakfast while gulls watched from masts'.split(
        ' ',
      );
    const texts = openNearDuplicates();
    const found = words.map((_, changed) =>
      texts.findOrAdd(String(changed), [...others.slice(0, changed), ...words.slice(changed)].join(' ')),
    );
    expect(found.at(1)?.original).toBe('0');
    expect(found.at(-1)?.original).not.toBe('0');
  });

  it('gives the same answers for the same texts in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(ENGLISH, ARABIC, FRENCH, `@x ${FRENCH}`, ENGLISH.slice(9)), { maxLength: 30 }),
        (list) => {
          const answers = () => {
            const texts = openNearDuplicates();
            return list.map((text, at) => texts.findOrAdd(String(at), text));
          };
          expect(answers()).toEqual(answers());
        },
      ),
    );
  });

  it('finds any text again that is long enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(second(text, text)).toBe(mayBeNearDuplicate(text) ? 'first' : undefined);
      }),
    );
  });
});
