import { createContext, use } from 'react';
import type { Translator } from './translator.js';

const TranslationContext = createContext<Translator | null>(null);

/** Gives the translator to everything below. */
export const TranslationProvider = TranslationContext.Provider;

/** The translator of the page. Throws outside of `TranslationProvider`. */
export const useTranslator = (): Translator => {
  const translator = use(TranslationContext);
  if (translator === null) throw new Error('useTranslator was called outside of TranslationProvider');
  return translator;
};
