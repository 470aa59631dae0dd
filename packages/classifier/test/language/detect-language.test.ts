import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect-language.js';

const told = (text: string): string => {
  const { code, script } = detectLanguage(text);
  return `${code} ${script}`;
};

describe('detectLanguage', () => {
  it.each([
    ['eng Latn', 'The bus was late again and nobody knows why.'],
    ['fra Latn', 'Le marché rouvre samedi matin sur la place.'],
    ['spa Latn', 'Los vecinos han abierto una panadería en la esquina.'],
    ['deu Latn', 'Der Zug hatte heute wieder große Verspätung.'],
    ['ita Latn', 'Il mercato del pesce apre domani mattina alle sei.'],
    ['por Latn', 'Os vizinhos não sabem quando chega o comboio.'],
    ['tur Latn', 'Bu sabah otobüs yine çok geç geldi.'],
    ['sqi Latn', 'Autobusi u vonua përsëri dhe askush nuk e di pse.'],
    ['swh Latn', 'Basi lilichelewa tena na hakuna anayejua kwa nini.'],
    ['ara Arab', 'أعلنت البلدية أن السوق الذي أغلق قبل شهر سيفتح غدا.'],
    ['fas Arab', 'امروز هوا خیلی خوب است و ما به بازار می‌رویم.'],
    ['urd Arab', 'آج موسم بہت اچھا ہے اور ہم بازار جا رہے ہیں۔'],
    ['hin Deva', 'आज मौसम बहुत अच्छा है।'],
    ['mkd Cyrl', 'Денес времето е многу убаво и ќе одиме на пазар.'],
    ['amh Ethi', 'ዛሬ አየሩ በጣም ጥሩ ነው።'],
  ])('tells %s: %s', (expected, text) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['ary', 'واش كاين شي طوبيس دابا ولا خاصنا نمشيو على رجلينا؟'],
    ['arz', 'انا مش عايز اروح دلوقتي عشان تعبان اوي'],
    ['apc', 'شو هيدا؟ ما بدي روح هلق، تعبت كتير'],
    ['aeb', 'برشا ناس في السوق توا، شنوة صار؟'],
    ['ars', 'وش تبي الحين؟ مدري وين راحوا'],
  ])('names the Arabic dialect %s by its words: %s', (code, text) => {
    expect(told(text)).toBe(`${code} Arab`);
  });

  it.each([
    ['ary', 'wach kayn chi tobis daba wla khassna nmchiw 3la rjlina'],
    ['ary', 'hadchi bzaf, 3lach ma golti walou'],
    ['ary', 'mazal ma ja l tobis, chwiya w ghadi nmchi f taxi'],
    ['apc', 'shu hayda? ma baddi rou7 hala2, ta3ban ktir'],
    ['arz', 'ana msh 3ayez arou7 delwa2ty 3ashan ta3ban awi'],
  ])('tells Arabic in Latin letters (%s): %s', (code, text) => {
    expect(told(text)).toBe(`${code} Latn`);
  });

  it.each(['', ' ', '123', '...', '😀😀', 'ok', '??!'])('says und rather than guess for %j', (text) => {
    expect(detectLanguage(text)).toMatchObject({ code: 'und', confidence: 0 });
  });

  it('chooses among the languages a caller names', () => {
    expect(detectLanguage('O gato dorme na mesa', { languages: ['spa', 'eng'] }).code).not.toBe('por');
    expect(detectLanguage('Привет, как дела?', { languages: ['eng', 'fra'] }).code).toBe('und');
  });

  it('is not misled by mentions, addresses and hashtags', () => {
    expect(told('@the_and_is_of Le marché est ouvert https://the.of.and.test #theandof')).toBe('fra Latn');
  });

  it('answers any text with a code, a script and a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { code, script, confidence } = detectLanguage(text);
        expect(code).toMatch(/^[a-z]{3}$/);
        expect(script).toMatch(/^[A-Z][a-z]{3}$/);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a language in letters that are not its usual ones', () => {
  it.each([
    ['urd', 'yeh log kabhi kuch nahi karte, sirf baatein hain'],
    ['urd', 'mujhe bhi wohi lagta hai lekin aap theek hain'],
    ['mkd', 'ova e mnogu dobro, site lugje treba da go vidat'],
  ])('is told by its words: %s, «%s»', (code, text) => {
    expect(detectLanguage(text)).toMatchObject({ code, script: 'Latn' });
  });

  it('is not answered where the caller does not ask for it', () => {
    const { code } = detectLanguage('mujhe bhi wohi lagta hai lekin aap theek hain', { languages: ['eng', 'fra'] });
    expect(['eng', 'fra', 'und']).toContain(code);
  });
});
