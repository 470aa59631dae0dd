import { eld } from 'eld/small';
import fc from 'fast-check';
import { francAll } from 'franc';
import { describe, expect, it } from 'vitest';
import { eldOpinion } from '../../src/language/eld-opinion.js';
import { francOpinion } from '../../src/language/franc-opinion.js';
import { LANGUAGES } from '../../src/language/languages.js';

/** Words as people write them, and others that no language has: of one letter, of many, with strange signs inside. */
const word = fc.oneof(
  fc.constantFrom('the', 'l’école', 'niño', 'straße', 'şehir', 'ligji', 'mbalimbali', 'działanie', "don't", 'œuvre'),
  fc.constantFrom('и', 'также', 'који', 'ѓубре', 'في', 'المدينة', 'ہے', 'است', 'አዲስ', 'क्या', '中文', 'x'.repeat(90)),
  fc.string({ unit: fc.constantFrom(...'abcdeéñçışžłøqxyz'), minLength: 1, maxLength: 14 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
);
const text = fc.array(word, { minLength: 1, maxLength: 90 }).map((words) => words.join(' '));

describe('eldOpinion', () => {
  it('gives every language the score that eld gives it', () => {
    fc.assert(
      fc.property(text, (given) => {
        const theirs: Readonly<Record<string, number>> = eld.detect(given).getScores();
        const { scores } = eldOpinion(given, LANGUAGES);
        LANGUAGES.forEach((language, at) => {
          expect(scores[at], language.code).toBeCloseTo((language.eld && theirs[language.eld]) || 0, 12);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('names as best the first of those with the highest score, or none', () => {
    expect(LANGUAGES[eldOpinion('una calle de la ciudad', LANGUAGES).best]?.code).toBe('spa');
    expect(eldOpinion('', LANGUAGES).best).toBe(-1);
    expect(eldOpinion('…', LANGUAGES).best).toBe(-1);
  });
});

describe('francOpinion', () => {
  const ofScript = (script: string) => LANGUAGES.filter((language) => language.script === script);

  it.each(['Latn', 'Cyrl'])('gives every language of script %s the score that franc gives it', (script) => {
    const languages = ofScript(script);
    const only = languages.flatMap(({ franc }) => (franc ? [franc] : []));
    const letters = script === 'Latn' ? 'abcdeéñçışžłøqxyz ' : 'абвгдеёжзиіїјкљмњ ';
    const inScript = fc
      .string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 200 })
      .map((given) => given.trim().replace(/ +/g, ' '))
      .filter((given) => given.length >= 3);
    fc.assert(
      fc.property(inScript, (given) => {
        const theirs = new Map(francAll(given, { only, minLength: 1 }));
        const { scores } = francOpinion(given, script, languages);
        languages.forEach(({ code, franc }, at) => {
          expect(scores[at], code).toBeCloseTo(theirs.get(franc ?? '') ?? 0, 12);
        });
      }),
      { numRuns: 300 },
    );
  });
});
