import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { createContext, use } from 'react';
import { loadCatalogue, type MessageKey } from '../i18n/catalogues.js';
import { createTranslator, type Translator } from '../i18n/translator.js';
import type en from './words/region-en.json';

/** A message of the region's page alone. English is the reference; a test holds the three to the same keys. */
type RegionKey = keyof typeof en;

/** Says everything the observatory can say, and what only the region's page does. */
export type RegionTranslator = Translator<MessageKey | RegionKey>;

const loadWords = async (language: InterfaceLanguage): Promise<Readonly<Record<RegionKey, string>>> => {
  switch (language) {
    case 'ar':
      return (await import('./words/region-ar.json')).default;
    case 'en':
      return (await import('./words/region-en.json')).default;
    case 'fr':
      return (await import('./words/region-fr.json')).default;
  }
};

/** Fetches the words of a language, both parts at once. */
export const openRegionTranslator = async (language: InterfaceLanguage): Promise<RegionTranslator> => {
  const [shared, own] = await Promise.all([loadCatalogue(language), loadWords(language)]);
  return createTranslator<MessageKey | RegionKey>(language, { ...shared, ...own });
};

const RegionContext = createContext<RegionTranslator | null>(null);

/** Gives the region's translator to everything below. */
export const RegionTranslation = RegionContext.Provider;

/** The translator of the region's page. Throws outside of `RegionTranslation`. */
export const useRegionTranslator = (): RegionTranslator => {
  const translator = use(RegionContext);
  if (translator === null) throw new Error('useRegionTranslator was called outside of RegionTranslation');
  return translator;
};
