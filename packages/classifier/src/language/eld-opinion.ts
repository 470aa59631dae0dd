import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { EnabledLanguage } from './languages.js';

type Detector = typeof import('eld/small')['eld'];

let detector: Detector | undefined;

/**
 * Loads eld's small set when the first doubtful text comes: 60 MB and a quarter of a second that most short runs never
 * need. It is an ES module; `require` may load one since Node 20.19, which keeps `detectLanguage` synchronous.
 */
const loaded = (): Detector => {
  if (!detector) {
    const path = fileURLToPath(import.meta.resolve('eld/small'));
    detector = (createRequire(import.meta.url)(path) as typeof import('eld/small')).eld;
  }
  return detector;
};

/** What eld makes of a text among some languages: its score of each it knows. */
export const eldOpinion = (text: string, languages: readonly EnabledLanguage[]): Map<string, number> => {
  const codes = new Map(languages.flatMap(({ code, eld }) => (eld ? [[eld, code] as const] : [])));
  const scores = new Map<string, number>();
  for (const [eld, score] of Object.entries(loaded().detect(text).getScores())) {
    const code = codes.get(eld);
    if (code) scores.set(code, score);
  }
  return scores;
};
