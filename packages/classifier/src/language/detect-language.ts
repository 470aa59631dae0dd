import type { LanguageGuess } from '@marsad/records';
import { franc } from 'franc';

/** Language of a text. */
export const detectLanguage = (text: string): LanguageGuess => {
  const code = franc(text, { only: ['arb', 'fra', 'eng'], minLength: 3 });
  return {
    code: code === 'arb' ? 'ara' : code,
    script: code === 'arb' ? 'Arab' : 'Latn',
    confidence: code === 'und' ? 0 : 0.9,
  };
};
