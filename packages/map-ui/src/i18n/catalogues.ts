import type { InterfaceLanguage } from '@marsad/records/snapshot';
import type en from '../locales/en.json';

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
