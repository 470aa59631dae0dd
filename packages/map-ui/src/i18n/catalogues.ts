import type { InterfaceLanguage } from '@marsad/records/snapshot';
import type en from '../locales/en.json';
import type { Level } from '../view/levels.js';

/** Every message the page can say. English is the reference; a test holds the three catalogues to the same keys. */
export type MessageKey = keyof typeof en;

export type Catalogue = Readonly<Record<MessageKey, string>>;

/** Fetches the catalogue of one language: a file of its own, so that nobody waits for languages they do not read. */
export const loadCatalogue = async (language: InterfaceLanguage): Promise<Catalogue> => {
  switch (language) {
    case 'ar':
      return (await import('../locales/ar.json')).default;
    case 'en':
      return (await import('../locales/en.json')).default;
    case 'fr':
      return (await import('../locales/fr.json')).default;
  }
};

/** What is said otherwise at a level than of neighbourhoods: only for readers who choose that level. */
export const loadLevelWords = async (language: InterfaceLanguage, level: Level): Promise<Partial<Catalogue>> => {
  if (level === 'neighbourhoods') return {};
  switch (language) {
    case 'ar':
      return (await import('../locales/levels.ar.json')).default[level];
    case 'en':
      return (await import('../locales/levels.en.json')).default[level];
    case 'fr':
      return (await import('../locales/levels.fr.json')).default[level];
  }
};
