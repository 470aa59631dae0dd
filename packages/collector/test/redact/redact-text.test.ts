import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactText } from '../../src/redact/redact-text.js';
import { inLatinDigits, plantCanaries } from './canaries.js';
import { LOOK_ALIKES } from './look-alikes.js';

const CANARIES = 4000;
const MINIMUM_RECALL = 0.99;

const isHidden = (text: string, secret: string): boolean => {
  const redacted = inLatinDigits(redactText(text));
  return /⟨(?:id|phone|plate|email)⟩/.test(redacted) && !redacted.includes(secret);
};

describe('redactText', () => {
  it('finds at least 99 % of invented numbers of people of every kind', () => {
    const kinds = new Map<string, { planted: number; missed: string[] }>();
    for (const { kind, text, secret } of plantCanaries(20260428, CANARIES)) {
      const counts = kinds.get(kind) ?? { planted: 0, missed: [] };
      kinds.set(kind, counts);
      counts.planted += 1;
      if (!isHidden(text, secret)) counts.missed.push(text);
    }
    for (const [kind, { planted, missed }] of kinds) {
      expect(planted, kind).toBeGreaterThan(100);
      expect(1 - missed.length / planted, `${kind}: ${missed.slice(0, 5).join(' | ')}`).toBeGreaterThanOrEqual(
        MINIMUM_RECALL,
      );
    }
  });

  it('leaves at least 150 numbers that name nobody as they are', () => {
    expect(new Set(LOOK_ALIKES).size).toBeGreaterThanOrEqual(150);
    expect(LOOK_ALIKES.map(redactText)).toEqual(LOOK_ALIKES);
    const sentences = LOOK_ALIKES.map((text) => `On dit que ${text} ; رأيته أمس.`);
    expect(sentences.map(redactText)).toEqual(sentences);
  });

  it.each([
    ['CIN : AB 123456', 'CIN : ⟨id⟩'],
    ['بطاقة التعريف رقم ٠٨١٢٣٤٥٦ لأحمد', 'بطاقة التعريف رقم ⟨id⟩ لأحمد'],
    ['passeport 12AB34567, merci', 'passeport ⟨id⟩, merci'],
    ['1 85 05 2A 006 084 36', '⟨id⟩'],
    ['MA64 0115 1900 0001 2050 0053 4921 merci', '⟨id⟩ merci'],
    ['12345 - أ - 6', '⟨plate⟩'],
    ['سيارة ٦ - أ - ١٢٣٤٥ هنا', 'سيارة ⟨plate⟩ هنا'],
    ['123 تونس 4567 / 123 TU 4567', '⟨plate⟩ / ⟨plate⟩'],
    ['la AB-123-CD noire', 'la ⟨plate⟩ noire'],
    ['س ص ط ١٢٣٤', '⟨plate⟩'],
    ['لوحة رقم ق م 123', 'لوحة رقم ⟨plate⟩'],
    ['immatriculée 123-B-4', 'immatriculée ⟨plate⟩'],
    ['tel,0612345678 و0612345678', 'tel,⟨phone⟩ و⟨phone⟩'],
    ['WhatsApp0612345678', 'WhatsApp⟨phone⟩'],
    ['𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', '⟨phone⟩'],
    ['RIB 011519000001205000534921', 'RIB ⟨phone⟩'],
    ['https://example.org/?tel=٠٦١٢٣٤٥٦٧٨&id=12345678', 'https://example.org/?tel=⟨phone⟩&id=12345678'],
    ['0612345678@karim', '⟨phone⟩⟨user⟩'],
  ])('makes %s into %s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom(
      ...[
        'CIN ',
        'n° ',
        'بطاقة ',
        'لوحة ',
        'AB',
        '12',
        '123456',
        '٠٦١٢',
        ' - ',
        'أ',
        ' تونس ',
        'TU',
        '@a',
        '/',
        '2024',
      ],
      ...['https://a.test/', '?tel=', 'MA64', '0115', ' ', '.', ',', ':', 'h', 'x', 'DH', '⟨id⟩', '⟩'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = redactText(pieces.join(''));
        expect(redactText(once)).toBe(once);
      }),
      { numRuns: 4000, seed: 11 },
    );
  });

  it('takes time in the length of the text, whatever is in it', () => {
    const units = [
      ...[
        '1',
        '1 ',
        '1-',
        '1 - ',
        '12 ',
        '2019-',
        '2019-10-11 ',
        '10 000 ',
        '100 123 ',
        'AB',
        'AB1',
        'A ',
        'أ ',
        'أ 12 ',
        '12 أ ',
      ],
      ...[
        'MA12',
        'MA12 ',
        'CIN ',
        'CIN n° ',
        'CIN de la ',
        'plaque ',
        'لوحة رقم ',
        'لوحة رقم أ ',
        'بطاقة ',
        '12 تونس ',
        'réf. ',
      ],
      ...['@', 'a@', 'a.', '+', '(1', '0/12/', 'https://a.test/1@', 'https://a.test/?tel=', '⟨id⟩ 1'],
    ];
    const LENGTH = 20_000;
    const timeOf = (text: string): number => {
      const start = process.cpuUsage();
      redactText(text);
      const { user, system } = process.cpuUsage(start);
      // Below a few milliseconds the clock says more of the machine than of the text.
      return Math.max(4000, user + system);
    };
    for (const unit of units) {
      const textOf = (length: number): string => `${unit.repeat(Math.ceil(length / unit.length))}12345`;
      let growth = Number.POSITIVE_INFINITY;
      // What a busy machine adds to one measurement it does not add to ten; a square would give 4 in all of them.
      for (let round = 0; round < 10 && growth > 2.5; round += 1)
        growth = Math.min(growth, timeOf(textOf(2 * LENGTH)) / timeOf(textOf(LENGTH)));
      expect(growth, unit).toBeLessThanOrEqual(2.5);
    }
  });
});
