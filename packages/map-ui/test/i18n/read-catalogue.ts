import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { createTranslator, type Translator } from '../../src/i18n/translator.js';
import ar from '../../src/locales/ar.json';
import en from '../../src/locales/en.json';
import fr from '../../src/locales/fr.json';

export const CATALOGUES = { ar, en, fr };

/** The translator of a language, without waiting for its file. */
export const translatorOf = (language: InterfaceLanguage): Translator =>
  createTranslator(language, CATALOGUES[language]);
