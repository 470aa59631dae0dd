import { type Signal, wilsonInterval } from '@marsad/records';
import type { LanguageFigures } from './evidence.js';
import type { Mix } from './mix.js';
import type { Rate } from './rate.js';

/** Languages of a standard that a city does not tell figures of. */
export const languagesMissing = (standard: Mix, byLanguage: ReadonlyMap<string, LanguageFigures>): string[] =>
  Object.keys(standard).filter((language) => (byLanguage.get(language)?.posts ?? 0) === 0);

/**
 * Direct standardisation: the rate a city would have with the languages of the standard, Σ share · rate of the language. The
 * interval joins those of the languages by MOVER (Zou & Donner, Statistics in Medicine 27, 2008), which keeps to 0–1 and to
 * Wilson's intervals where normal ones do not. Undefined where a language of the standard is not told.
 */
export const standardised = (
  signal: Signal,
  standard: Mix,
  byLanguage: ReadonlyMap<string, LanguageFigures>,
): Rate | undefined => {
  if (Object.keys(standard).length === 0 || languagesMissing(standard, byLanguage).length > 0) return undefined;
  let rate = 0;
  let below = 0;
  let above = 0;
  for (const [language, share] of Object.entries(standard)) {
    const { posts = 0, flagged = {} } = byLanguage.get(language) ?? {};
    const positives = flagged[signal] ?? 0;
    const { low, high } = wilsonInterval(positives, posts);
    rate += (share * positives) / posts;
    below += (share * (positives / posts - low)) ** 2;
    above += (share * (high - positives / posts)) ** 2;
  }
  return { rate, low: Math.max(0, rate - Math.sqrt(below)), high: Math.min(1, rate + Math.sqrt(above)) };
};
