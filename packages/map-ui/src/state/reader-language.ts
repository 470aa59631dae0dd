import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { INTERFACE_LANGUAGES } from '@marsad/records/without-checks';

/** The first of the reader's languages (BCP 47, best first) that the observatory speaks; English where there is none. */
export const readerLanguage = (preferred: readonly string[]): InterfaceLanguage => {
  for (const tag of preferred) {
    const spoken = INTERFACE_LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (spoken) return spoken;
  }
  return 'en';
};

/** The language named in a URL's query; undefined when it names none of ours. */
export const languageInUrl = (query: string): InterfaceLanguage | undefined => {
  const asked = new URLSearchParams(query).get('lang');
  return INTERFACE_LANGUAGES.find((language) => language === asked);
};
