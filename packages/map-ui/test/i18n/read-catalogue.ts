import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { createTranslator, type Translator } from '../../src/i18n/translator.js';
import ar from '../../src/locales/ar.json';
import en from '../../src/locales/en.json';
import fr from '../../src/locales/fr.json';
import arLevels from '../../src/locales/levels.ar.json';
import enLevels from '../../src/locales/levels.en.json';
import frLevels from '../../src/locales/levels.fr.json';

export const CATALOGUES = { ar, en, fr };
export const LEVEL_WORDS = { ar: arLevels, en: enLevels, fr: frLevels };

/** The translator of a language, without waiting for its file. */
export const translatorOf = (language: InterfaceLanguage): Translator =>
  createTranslator(language, CATALOGUES[language]);
