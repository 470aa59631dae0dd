import type { InterfaceLanguage, Names } from '@marsad/records/snapshot';
import { INTERFACE_LANGUAGES } from '@marsad/records/without-checks';

/** A name and the language it is written in, so that the page can mark it up. */
export interface WrittenName {
  text: string;
  language: InterfaceLanguage;
}

/** Where a name is missing in the reader's language, the next best for that reader. */
const FALLBACK: Record<InterfaceLanguage, readonly InterfaceLanguage[]> = {
  ar: ['ar', 'fr', 'en'],
  en: ['en', 'fr', 'ar'],
  fr: ['fr', 'en', 'ar'],
};

/** The name in the language asked for, or in the nearest one there is; `fallback` (an id) when there is none. */
export const nameIn = (names: Names | undefined, language: InterfaceLanguage, fallback = ''): WrittenName => {
  for (const candidate of FALLBACK[language]) {
    const text = names?.[candidate];
    if (text) return { text, language: candidate };
  }
  return { text: fallback, language };
};

/** The names in the other languages, each once, without the one already shown. */
export const otherNames = (names: Names, language: InterfaceLanguage): WrittenName[] => {
  const shown = nameIn(names, language);
  const seen = new Set([shown.text]);
  return INTERFACE_LANGUAGES.flatMap((candidate) => {
    const text = names[candidate];
    if (!text || seen.has(text)) return [];
    seen.add(text);
    return [{ text, language: candidate }];
  });
};
