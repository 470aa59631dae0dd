import { type Signal, wilsonInterval } from '@marsad/records';
import type { LanguageFigures } from './evidence.js';
import { LIMITS } from './limits.js';
import { type Mix, meanMix, mixOf } from './mix.js';
import type { Rate } from './rate.js';

/** A language in which the cities have less than this share of their posts on average is left out of the standard. */
const LEAST_OF_STANDARD = 0.01;

/** A city as far as a standard needs it. */
interface ByLanguage {
  /** shares of its posts whose language is told */
  languages: Mix;
  /** see `figuresByLanguage` */
  byLanguage: ReadonlyMap<string, LanguageFigures>;
}

/** To what rates are standardised. */
export interface Standard {
  /** weights of the languages */
  mix: Mix;
  /** mean share of the cities' posts that is in these languages */
  covers: number;
}

/** The mean mix of languages of some cities, rare ones left out: the mix that a standard would have if all were told. */
export const commonMix = (cities: readonly Pick<ByLanguage, 'languages'>[]): Mix =>
  Object.fromEntries(
    Object.entries(meanMix(cities.map(({ languages }) => languages))).filter(([, share]) => share >= LEAST_OF_STANDARD),
  );

/**
 * The common mix of some cities, of the languages alone that each of those tells figures of which tell any. Null where fewer than two
 * do, or where so few posts are in these languages that the rate would be of something else.
 */
export const standardOf = (cities: readonly ByLanguage[]): Standard | null => {
  const telling = cities.filter(({ byLanguage }) => byLanguage.size > 0);
  if (telling.length < 2) return null;
  const told = Object.entries(commonMix(cities)).filter(([language]) =>
    telling.every(({ byLanguage }) => (byLanguage.get(language)?.posts ?? 0) > 0),
  );
  const covers = told.reduce((sum, [, share]) => sum + share, 0);
  return covers >= LIMITS.standardCovers ? { mix: mixOf(Object.fromEntries(told)), covers } : null;
};

/** Share of a city's posts that is in the languages of a standard. */
export const coveredBy = ({ mix }: Standard, languages: Mix): number =>
  Object.entries(languages).reduce((sum, [language, share]) => sum + (language in mix ? share : 0), 0);

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
