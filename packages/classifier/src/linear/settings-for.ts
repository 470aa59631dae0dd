import type { LanguageSettings, LinearModelHeader } from './linear-model.js';

const ARABIC = new Set(['ara', 'ary', 'arz', 'apc', 'aeb', 'ars']);

/** The language by which a text is calibrated: dialects of Arabic share one scale. */
export const calibrationLanguage = (code: string): string => (ARABIC.has(code) ? 'ara' : code);

/** Curves and thresholds for a language; those of `und` where its error was never measured. */
export const settingsFor = ({ languages }: LinearModelHeader, code: string): LanguageSettings => {
  const settings = languages[calibrationLanguage(code)] ?? languages.und;
  // The header's schema asks for «und».
  if (!settings) throw new RangeError('model: expected settings for «und», got none');
  return settings;
};

/** The languages in which the error of a model was measured; the dialects of Arabic were measured with it. Sorted. */
export const measuredLanguages = (codes: readonly string[]): string[] =>
  codes.flatMap((code) => (code === 'und' ? [] : code === 'ara' ? [...ARABIC] : [code])).sort();
