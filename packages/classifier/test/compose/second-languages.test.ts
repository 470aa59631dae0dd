import type { SignalFound } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { judgeText } from '../../src/compose/judge-text.js';
import { openLexicons } from '../../src/lexicon/choose-lexicons.js';

const choose = openLexicons();
const signals = (language: string, text: string): SignalFound[] => {
  const [code = '', script = 'Zyyy'] = language.split('-');
  return judgeText(text, choose({ code, script, confidence: 1 })).signals;
};
const codes = (language: string, text: string): string[] => signals(language, text).map(({ code }) => code);

interface Case {
  language: string;
  hate: [target: string, form: string, text: string][];
  harmless: string[];
}

/** Hate with its target and form, and the same words denied, reported, answered or asked about. */
const CASES: Case[] = [
  {
    language: 'urd-Arab',
    hate: [
      ['nationality-migration', 'dehumanisation', 'افغانی گندے کیڑے ہیں'],
      ['other-religion-or-belief', 'insult', 'تمام ہندو جھوٹے اور غدار ہیں'],
      ['sectarian', 'insult', 'مجھے شیعوں سے نفرت ہے'],
      ['gender', 'exclusion', 'عورتوں کی جگہ باورچی خانہ ہے'],
      ['sexual-orientation-gender-identity', 'violence', 'خواجہ سراؤں کو مار دینا چاہیے'],
      ['nationality-migration', 'exclusion', 'محلے میں افغان آ گئے ہیں۔ ان سب کو نکال دو'],
    ],
    harmless: [
      'افغانی گندے نہیں ہیں',
      'پولیس کے مطابق ملزم نے لکھا تھا کہ ہندو غدار ہیں',
      'جو لوگ شیعوں سے نفرت کرتے ہیں وہ غلط ہیں',
      'لوگ شیعوں سے نفرت کیوں کرتے ہیں؟',
      'کسی کو حق نہیں کہ خواجہ سراؤں کو مارے',
      'مسلمان یہ کام کر سکتے ہیں',
    ],
  },
  {
    language: 'urd-Latn',
    hate: [
      ['anti-muslim', 'dehumanisation', 'sab musalman gande hain'],
      ['nationality-migration', 'exclusion', 'afghanio ko mulk se nikal do'],
      ['sectarian', 'insult', 'mujhe shion se nafrat hai'],
      ['gender', 'exclusion', 'aurton ki jagah kitchen mein hai'],
    ],
    harmless: [
      'musalman gande nahi hain',
      'police ke mutabiq mulzim ne kaha "hinduon ko maar do"',
      'jo log hinduon se nafrat karte hain wo ghalat hain',
      'kal bus mein bohot rush tha yaar',
    ],
  },
  {
    language: 'sqi-Latn',
    hate: [
      ['anti-roma', 'insult', 'Të gjithë romët janë hajdutë'],
      ['anti-roma', 'insult', 'krejt magjupet jan hajdut'],
      ['nationality-migration', 'exclusion', 'Refugjatët duhet të dëbohen nga vendi ynë'],
      ['race-ethnicity', 'insult', 'I urrej serbët'],
      ['anti-roma', 'dehumanisation', 'Në lagje kanë ardhur romë. Ata janë minj'],
      ['gender', 'exclusion', 'Gratë e kanë vendin në kuzhinë'],
    ],
    harmless: [
      'Romët nuk janë hajdutë',
      'Policia e arrestoi burrin që shkroi "dëboni refugjatët"',
      'Ata që urrejnë serbët e kanë gabim',
      'Pse njerëzit i urrejnë romët?',
      'Të thuash "romët janë minj" është racizëm',
      'Më lehu qeni i komshiut gjithë natën',
    ],
  },
  {
    language: 'mkd-Cyrl',
    hate: [
      ['anti-roma', 'insult', 'Сите Роми се крадци'],
      ['nationality-migration', 'exclusion', 'Мигрантите треба да се протераат'],
      ['race-ethnicity', 'insult', 'Ги мразам Албанците'],
      ['nationality-migration', 'dehumanisation', 'Во маалото дојдоа бегалци. Тие се стаорци'],
      ['gender', 'exclusion', 'Местото на жените им е во кујна'],
    ],
    harmless: [
      'Ромите не се крадци',
      'Полицијата уапси маж што напишал „убијте ги Албанците“',
      'Оние што ги мразат Албанците грешат',
      'Зошто луѓето ги мразат Ромите?',
      'Кучето на комшијата лаеше цела ноќ',
    ],
  },
  {
    language: 'mkd-Latn',
    hate: [['anti-roma', 'insult', 'site romi se kradci']],
    harmless: ['romite ne se kradci', 'zosto lugeto gi mrazat romite?'],
  },
];

describe.each(CASES)('in $language', ({ language, hate, harmless }) => {
  it.each(hate)('hate names its target %s and its form %s: %s', (target, form, text) => {
    expect(signals(language, text)[0]).toMatchObject({ code: 'hate', form, targets: [target] });
  });

  it.each(harmless)('the same words otherwise are no hate: %s', (text) => {
    expect(codes(language, text)).not.toContain('hate');
  });
});

describe('a language that is hardly more than guessed', () => {
  it('is read with the lexicons of English and French too', () => {
    const guess = { code: 'sqi', script: 'Latn', confidence: 0.5 };
    for (const text of ['I hate all Arabs.', 'I urrej arabët']) {
      expect(judgeText(text, choose(guess)).signals.map(({ code }) => code)).toContain('hate');
    }
  });
});

describe('the lexicon of Urdu', () => {
  it('matches whole words: the end of «can» is not «dogs»', () => {
    expect(codes('urd-Arab', 'مسلمان کتے ہیں')).toContain('hate');
    expect(codes('urd-Arab', 'مسلمان سکتے ہیں')).toEqual([]);
  });

  it('is not mixed with that of Arabic, where ہم «we» is «they»', () => {
    const words = choose({ code: 'urd', script: 'Arab', confidence: 1 }).lookUp('هم', false).singles;
    expect(words.map(({ entry }) => entry.kind === 'cue' && entry.cue)).toEqual(['we']);
  });
});
