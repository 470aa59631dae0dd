import { francAll } from 'franc';
import type { EnabledLanguage } from './languages.js';

/** What franc makes of a text among some languages: its score of each, the best 1. */
export const francOpinion = (text: string, languages: readonly EnabledLanguage[]): Map<string, number> => {
  const only = languages.flatMap(({ franc }) => (franc ? [franc] : []));
  const codes = new Map(languages.map(({ code, franc }) => [franc, code]));
  const scores = new Map<string, number>();
  for (const [franc, score] of francAll(text, { only, minLength: 1 })) {
    const code = codes.get(franc);
    if (code) scores.set(code, score);
  }
  return scores;
};
