import type { Verdict } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLexiconEngine } from '../../src/models/lexicon-engine.js';
import aboutHate from '../texts/about-hate.json' with { type: 'json' };
import pairs from '../texts/contrast-pairs.json' with { type: 'json' };
import harmless from '../texts/harmless.json' with { type: 'json' };

const engine = openLexiconEngine();
const judge = (text: string): Verdict => {
  const answer = engine.judge({ id: 'p', text });
  if ('error' in answer) throw new Error(answer.error.message);
  return answer;
};
const codes = (text: string): string[] => judge(text).signals.map(({ code }) => code);
const spans = (text: string): string[] => judge(text).evidence.map(({ start, end }) => text.slice(start, end));

describe('texts about hate', () => {
  it.each(aboutHate.texts.map(({ language, text }) => [language, text]))(
    'are reporting without a signal (%s): %s',
    (_, text) => {
      const { signals, stance } = judge(text);
      expect({ signals, stance }).toEqual({ signals: [], stance: 'reporting' });
    },
  );
});

describe('contrast pairs', () => {
  it.each(pairs.pairs.map(({ language, contrast, hate }) => [language, contrast, hate]))(
    'hate is found (%s, %s): %s',
    (_, __, text) => {
      expect(codes(text)).toContain('hate');
    },
  );

  it.each(pairs.pairs.map(({ language, contrast, other }) => [language, contrast, other]))(
    'its contrast is no hate (%s, %s): %s',
    (_, __, text) => {
      expect(codes(text)).not.toContain('hate');
      expect(codes(text)).not.toContain('extremism');
    },
  );
});

describe('harmless sentences', () => {
  it.each(harmless.texts.map(({ language, text }) => [language, text]))('hold no hostility (%s): %s', (_, text) => {
    expect(codes(text).filter((code) => code !== 'bridging' && code !== 'offensive')).toEqual([]);
  });
});

describe('hate', () => {
  it.each([
    ['stereotype', 1, 'Migrants steal our jobs.'],
    ['insult', 2, 'All refugees are liars.'],
    ['dehumanisation', 3, 'Les Roms sont des rats.'],
    ['exclusion', 4, 'يجب طرد السوريين من المدينة.'],
    ['violence', 5, 'Kill all the Jews.'],
  ])('of the form %s has severity %i: %s', (form, severity, text) => {
    expect(judge(text).signals[0]).toMatchObject({ code: 'hate', form, severity });
  });

  it('takes the gravest form that was found', () => {
    expect(judge('Migrants are liars. They should be killed.').signals[0]).toMatchObject({ form: 'violence' });
  });

  it.each([
    ['nationality-migration', 'Migrants are parasites.'],
    ['race-ethnicity', 'السود حيوانات'],
    ['antisemitism', 'Les juifs sont des parasites.'],
    ['anti-muslim', 'Muslims are vermin.'],
    ['anti-christian', 'النصارى كلاب'],
    ['sectarian', 'الشيعة حشرات'],
    ['anti-roma', 'Les Roms sont des voleurs.'],
    ['gender', 'Women are stupid animals.'],
    ['sexual-orientation-gender-identity', 'Gays are filth.'],
    ['disability', 'Les handicapés sont des parasites.'],
  ])('names its target %s: %s', (target, text) => {
    expect(judge(text).signals[0]).toMatchObject({ code: 'hate', targets: [target] });
  });

  it('has evidence in the words of the given text, with its hallmark', () => {
    const text = 'اليوم: المُهـاجـرون حَشَرات!';
    const [first] = judge(text).evidence;
    expect(text.slice(first?.start, first?.end)).toBe('المُهـاجـرون حَشَرات');
    expect(first).toMatchObject({ kind: 'pattern', signal: 'hate', hallmarks: ['dehumanising'] });
  });

  it('is not found twice as abuse or polarisation', () => {
    expect(codes('Christians are traitors.')).toEqual(['hate']);
  });
});

describe('the other signals', () => {
  it.each([
    ['extremism', 'Brothers, join the soldiers of the dawn and take up arms.'],
    ['extremism', 'Rejoignez nos rangs, prenez les armes, gloire aux martyrs.'],
    ['extremism', 'التحقوا بكتيبة الفجر واحملوا السلاح'],
    ['polarisation', 'The councillors are traitors, they sold our city.'],
    ['polarisation', 'Les élus ont vendu la ville, tous pourris.'],
    ['polarisation', 'المسؤولين باعو البلاد، خونة'],
    ['offensive', 'You are an idiot, go to hell.'],
    ['offensive', 'Ferme ta gueule, connard.'],
    ['offensive', 'سير تقود يا حمار'],
    ['bridging', 'Migrants are our neighbours and our friends.'],
    ['bridging', 'Bienvenue aux réfugiés, nous sommes tous voisins.'],
    ['bridging', 'كلنا جيران، مرحبا باللاجئين'],
  ])('%s is found alone: %s', (signal, text) => {
    expect(codes(text)).toEqual([signal]);
  });

  it('gives extremism an ideology and a function', () => {
    const [first] = judge('Support the Islamic State, donate to the mujahideen.').signals;
    expect(first).toMatchObject({ code: 'extremism', ideology: 'violent-islamist' });
    expect(first?.function).toBeDefined();
  });

  it.each([
    'The bus was late again and the bakery was closed.',
    'Le marché rouvre samedi, pensez à vos paniers.',
    'الطقس جميل اليوم والبحر هادئ',
    'lyoum ljaw zwin, ghadi nmchiw l lb7er',
  ])('find nothing in small talk: %s', (text) => {
    expect(judge(text)).toMatchObject({ signals: [], stance: 'unclear', evidence: [] });
  });
});

describe('stance', () => {
  it.each([
    ['endorsing', 'Muslims are vermin.'],
    ['countering', 'It is racist to say that Muslims are vermin.'],
    ['reporting', 'Police said a man shouted "Muslims are vermin" at the mosque.'],
    ['unclear', 'The mosque has a new door.'],
  ])('is %s: %s', (stance, text) => {
    expect(judge(text).stance).toBe(stance);
  });

  it('is endorsing when one thing is quoted and another said outright', () => {
    expect(judge('He called them "rats" on the radio. I say it too. Migrants are vermin.').stance).toBe('endorsing');
  });
});

describe('a verdict', () => {
  const vocabulary = pairs.pairs.flatMap(({ hate, other }) => `${hate} ${other}`.split(' '));
  const anyWord = fc.constantFrom(...vocabulary);
  /** Some words of which one at least has a letter: a text of punctuation alone is refused before it is judged. */
  const someWords = fc
    .tuple(
      fc.array(anyWord, { maxLength: 12 }),
      fc.constantFrom(...vocabulary.filter((word) => /\p{L}/u.test(word))),
      fc.array(anyWord, { maxLength: 12 }),
    )
    .map(([before, word, after]) => [...before, word, ...after]);

  it('with a signal has evidence of that signal, inside the text', () => {
    fc.assert(
      fc.property(someWords, (words) => {
        const text = words.join(' ');
        const { signals, evidence } = judge(text);
        for (const { code } of signals) expect(evidence.some(({ signal }) => signal === code)).toBe(true);
        for (const { start, end } of evidence) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever was judged before', () => {
    const before = JSON.stringify(judge('Migrants are parasites.'));
    for (const { hate, other } of pairs.pairs) judge(`${hate} ${other}`);
    expect(JSON.stringify(judge('Migrants are parasites.'))).toBe(before);
  });

  it('shows distant findings with the distance the text keeps', () => {
    const text = 'Muslims are not vermin.';
    expect(spans(text)).toContain('Muslims are not vermin');
    expect(judge(text).evidence.some(({ note }) => note.includes('(negated)'))).toBe(true);
  });
});
