import { REGION_NOTES, REGION_REASONS } from '@marsad/records/region';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import shared from '../../src/locales/en.json' with { type: 'json' };
import ar from '../../src/region/words/region-ar.json' with { type: 'json' };
import en from '../../src/region/words/region-en.json' with { type: 'json' };
import fr from '../../src/region/words/region-fr.json' with { type: 'json' };

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = { ar, en, fr };

interface Part {
  type: number;
  value?: unknown;
  options?: Record<string, { value: Part[] }>;
}
const everyPart = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part) => [part, ...Object.values(part.options ?? {}).flatMap(({ value }) => everyPart(value))]);
const partsOf = (message: string, language: string): Part[] =>
  everyPart(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() as Part[]);
/** Numbers of the message parser's node types: words, and the number sign within a plural. */
const [LITERAL, PLURAL, POUND] = [0, 6, 7];
const argumentsOf = (message: string, language: string): string[] => {
  const parts = partsOf(message, language).filter(({ type }) => type !== LITERAL && type !== POUND);
  return [...new Set(parts.map(({ value }) => String(value)))].sort();
};

describe.each(Object.keys(WORDS))('the words of the region in %s', (language) => {
  const words = WORDS[language] ?? {};

  it('are those of the English ones, in the same order, each with the same arguments', () => {
    expect(Object.keys(words)).toEqual(Object.keys(en));
    for (const [key, message] of Object.entries(en)) {
      expect(words[key]?.trim(), key).not.toBe('');
      expect(argumentsOf(words[key] ?? '', language), key).toEqual(argumentsOf(message, 'en'));
    }
  });

  it('have a sentence for every reason and every note that a hub may give', () => {
    const codes = [...REGION_REASONS.map((code) => `grey.${code}`), ...REGION_NOTES.map((code) => `caution.${code}`)];
    expect(codes.filter((code) => !(code in words))).toEqual([]);
  });

  it('stand under no key that the observatory uses', () => {
    expect(Object.keys(words).filter((key) => key in shared)).toEqual([]);
  });
});

describe('the Arabic words of the region', () => {
  it('have every plural that the grammar asks for', () => {
    for (const [key, message] of Object.entries(ar)) {
      for (const { options } of partsOf(message, 'ar').filter(({ type }) => type === PLURAL)) {
        const branches = Object.keys(options ?? {}).filter((name) => !name.startsWith('='));
        expect(branches.sort(), key).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
      }
    }
  });
});
