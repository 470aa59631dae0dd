import { RUNGS, SIGNALS, STANCES, TARGETS } from '@marsad/records/snapshot';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { CATALOGUES, LEVEL_WORDS } from './read-catalogue.js';

interface Node {
  type: number;
  value?: unknown;
  options?: Record<string, { value: Node[] }>;
}

// Numbers of the message parser's node types.
const [ARGUMENT, NUMBER, SELECT, PLURAL] = [1, 2, 5, 6];
const SIX = ['few', 'many', 'one', 'other', 'two', 'zero'];

const everyNode = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...Object.values(node.options ?? {}).flatMap((option) => everyNode(option.value))]);
const parse = (message: string, language: string): Node[] =>
  everyNode(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() as Node[]);
const argumentsOf = (message: string, language: string): string[] => {
  const named = parse(message, language).filter((node) => [ARGUMENT, NUMBER, SELECT, PLURAL].includes(node.type));
  return [...new Set(named.map((node) => String(node.value)))].sort();
};

const LANGUAGES = ['ar', 'en', 'fr'] as const;
const keys = Object.keys(CATALOGUES.en) as (keyof typeof CATALOGUES.en)[];

describe.each(LANGUAGES)('the catalogue %s', (language) => {
  it('has the keys of the English one, in the same order', () => {
    expect(Object.keys(CATALOGUES[language])).toEqual(keys);
  });

  it('says something under every key, and every message parses with the arguments of the English one', () => {
    for (const key of keys) {
      const message = CATALOGUES[language][key];
      expect(message.trim(), key).not.toBe('');
      expect(argumentsOf(message, language), key).toEqual(argumentsOf(CATALOGUES.en[key], 'en'));
    }
  });

  it('demands every plural branch that its grammar has', () => {
    for (const key of keys) {
      for (const node of parse(CATALOGUES[language][key], language).filter((one) => one.type === PLURAL)) {
        const branches = Object.keys(node.options ?? {}).filter((name) => !name.startsWith('='));
        if (language === 'ar') expect(branches.sort(), key).toEqual(SIX);
        else expect(branches, key).toContain('other');
      }
    }
  });

  it('names every code of the taxonomy', () => {
    const codes = [
      ...SIGNALS.flatMap((code) => [`signal.${code}`, `meaning.${code}`, `carries.${code}`]),
      ...TARGETS.map((code) => `target.${code}`),
      ...RUNGS.map((code) => `rung.${code}`),
      ...STANCES.map((code) => `stance.${code}`),
    ];
    expect(codes.filter((code) => !(code in CATALOGUES[language]))).toEqual([]);
  });
});

describe.each(LANGUAGES)('the words of the levels in %s', (language) => {
  it('are said of the same messages as in English, with the arguments of those of neighbourhoods', () => {
    for (const level of ['districts', 'city'] as const) {
      const words: Readonly<Record<string, string>> = LEVEL_WORDS[language][level];
      expect(Object.keys(words)).toEqual(Object.keys(LEVEL_WORDS.en[level]));
      for (const key of keys.filter((one) => one in words)) {
        expect(argumentsOf(words[key] ?? '', language), key).toEqual(argumentsOf(CATALOGUES[language][key], language));
        for (const node of parse(words[key] ?? '', language).filter((one) => one.type === PLURAL)) {
          const branches = Object.keys(node.options ?? {}).filter((name) => !name.startsWith('='));
          if (language === 'ar') expect(branches.sort(), key).toEqual(SIX);
        }
      }
      expect(Object.keys(words).filter((key) => !keys.some((one) => one === key))).toEqual([]);
    }
  });
});

describe('the Arabic catalogue', () => {
  it('is written in Arabic, but for names that have none', () => {
    const latin = keys.filter((key) => !/[\u0600-\u06ff]/.test(CATALOGUES.ar[key]));
    expect(latin.filter((key) => /[A-Za-z]{3}/.test(CATALOGUES.ar[key].replace(/\{[^}]*\}/g, '')))).toEqual([
      'languages.en',
      'languages.fr',
    ]);
  });
});

describe('the French catalogue', () => {
  it('begins no line with a sign that belongs to the word before it', () => {
    for (const words of [CATALOGUES.fr, ...Object.values(LEVEL_WORDS.fr)])
      for (const [key, message] of Object.entries(words)) expect(message, key).not.toMatch(/ [:;!?%»]|« /);
  });
});
