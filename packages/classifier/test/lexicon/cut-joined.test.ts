import { describe, expect, it } from 'vitest';
import { openLexicons } from '../../src/lexicon/choose-lexicons.js';
import { cutJoined } from '../../src/lexicon/cut-joined.js';
import { normaliseText } from '../../src/normalise/normalise-text.js';
import { splitWords } from '../../src/words/split-words.js';

const lexiconsFor = openLexicons();

const cut = (text: string, code: string): string[] => {
  const normalised = normaliseText(text);
  const words = splitWords(normalised, text);
  const index = lexiconsFor({ code, script: 'Latn', confidence: 0.95 });
  return cutJoined(words, index, normalised.text).map(({ form, start, end }) => {
    expect(normalised.text.slice(start, end)).toBe(form);
    return form;
  });
};

describe('cutJoined', () => {
  it.each([
    ['eng', 'theimmigrantsareathreat ok', 'the immigrants are a threat ok'],
    ['fra', 'tousles immigréssontdesvoleurs', 'tousles immigres sont des voleurs'],
    ['deu', 'alleausländersindkriminell', 'alle auslander sind kriminell'],
    ['spa', '#fueralosinmigrantes ya', 'fuera los inmigrantes ya'],
  ])('cuts a sentence about people into its words (%s)', (code, text, words) => {
    expect(cut(text, code).join(' ')).toBe(words);
  });

  it.each([
    ['deu', 'Die Ausländerbehörde und die Flüchtlingsunterkunft der Muslimbruderschaft'],
    ['eng', 'Afghanistan and Pakistan, a transformation of transportation by helicopter'],
    ['eng', 'internationalisation andthenwewenthomeforteaandcakes'],
  ])('leaves compounds, countries and sentences about nobody whole (%s: %s)', (code, text) => {
    const normalised = normaliseText(text);
    expect(cut(text, code)).toEqual(splitWords(normalised, text).map(({ form }) => form));
  });

  it('cuts a form the same way whatever came before it', () => {
    const texts = ['#banmuslims', 'banmuslims now', '#banmuslims'];
    expect(texts.map((text) => cut(text, 'eng').length)).toEqual([2, 2, 2]);
    expect(cut('#banmuslims', 'eng')).toEqual(['ban', 'muslims']);
  });
});
