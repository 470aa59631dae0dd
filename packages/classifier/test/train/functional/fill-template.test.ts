import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../src/chance.js';
import { fillTemplate } from '../../../src/train/functional/fill-template.js';
import { functionalFile } from '../../../src/train/functional/functional-file.js';
import { varyWriting } from '../../../src/train/functional/vary-writing.js';

const file = functionalFile.parse({
  language: 'fra',
  licence: 'Apache-2.0',
  source: 'written for this test',
  groups: [
    { target: 'anti-muslim', gender: 'm', forms: { pl: 'les musulmans' } },
    { target: 'gender', gender: 'f', forms: { pl: 'les femmes', sg: 'une femme' } },
  ],
  unprotected: [{ gender: 'm', forms: { pl: 'les plombiers' } }],
  lists: { kind_m: ['aimables'], kind_f: ['gentilles'], place: ['au marché', 'au port'] },
  templates: [{ functionality: 'identity-positive', labels: {}, texts: ['{group.pl} sont {g:$kind_m|$kind_f}'] }],
});
const [template] = file.templates;
if (!template) throw new Error('expected a template');

const fillings = (text: string, extra = {}): Set<string> =>
  new Set(
    Array.from(
      { length: 60 },
      (_, seed) => fillTemplate(file, { ...template, ...extra }, text, seededChance(seed))?.text ?? '-',
    ),
  );

describe('fillTemplate', () => {
  it('makes words agree with the gender of the people', () => {
    expect(fillings('{group.pl} sont {g:$kind_m|$kind_f}')).toEqual(
      new Set(['les musulmans sont aimables', 'les femmes sont gentilles']),
    );
  });

  it('casts only people who have the forms and targets that are asked for', () => {
    expect(fillings('voici {group.sg}')).toEqual(new Set(['voici une femme']));
    expect(fillings('{group.pl}', { targets: ['anti-muslim'] })).toEqual(new Set(['les musulmans']));
    expect(fillings('{slur.pl}')).toEqual(new Set(['-']));
  });

  it('casts two different groups, and chooses among alternatives', () => {
    expect(fillings('[Oui, |]{group.pl} et {other.pl}').size).toBe(4);
  });

  it('names a slot that nothing fills', () => {
    expect(() => fillings('{nothing}')).toThrow(/expected a list named "nothing"/);
  });
});

describe('varyWriting', () => {
  it('gives the same for the same seed, and never nothing', () => {
    fc.assert(
      fc.property(fc.integer(), fc.stringMatching(/^[a-zé]{1,9}( [a-zé]{1,9}){0,8}$/), (seed, text) => {
        const varied = varyWriting(text, seededChance(seed));
        expect(varied).toBe(varyWriting(text, seededChance(seed)));
        expect(varied.trim()).not.toBe('');
      }),
    );
  });
});
