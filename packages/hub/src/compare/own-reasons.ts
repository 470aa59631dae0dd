import { type ComparedCity, weekCount } from '@marsad/records';
import { LIMITS } from './limits.js';
import { mixOf } from './mix.js';
import type { Standing } from './standing.js';
import type { CityPeriod, Weeks } from './sum-period.js';

export type Reason = ComparedCity['reasons'][number];

/** What the comparison is of. */
export interface Question {
  weeks: Weeks;
  measure: 'flagged' | 'corrected';
  /** the time for which it is asked what is expired, ISO 8601 */
  at: string;
  /** whether a real city is among those compared */
  anyReal: boolean;
}

/** Thousandths are as fine as a distance between mixes says something. */
export const thousandths = (share: number): number => Math.round(share * 1000) / 1000;

/** Of the posts whose language is told, those in languages in which the model's error was never measured. */
const unmeasured = (period: CityPeriod, measured: readonly string[]): { languages: string[]; share: number } => {
  const languages = Object.entries(mixOf(period.languages)).filter(([language]) => !measured.includes(language));
  return {
    languages: languages.map(([language]) => language),
    share: languages.reduce((sum, [, share]) => sum + share, 0),
  };
};

/** Formats before 1.1.0 knew no copies with changes and counted them as posts. */
const countsCopies = (format: string): boolean => Number(format.split('.')[1]) < 1;

/** Why a city cannot be set beside any other in this question, whatever the others are; empty when it can. */
export const ownReasons = (
  { evidence, expires, fictional }: Standing,
  period: CityPeriod | undefined,
  { weeks, measure, at, anyReal }: Question,
): Reason[] => {
  if (evidence === null || period === undefined) return [{ code: 'withdrawn', params: {} }];
  const reasons: Reason[] = [];
  if (Date.parse(expires) <= Date.parse(at)) reasons.push({ code: 'expired', params: { since: expires } });
  if (fictional && anyReal) reasons.push({ code: 'fictional', params: {} });
  if (period.posts === 0) {
    const code = period.isCut ? 'weeks-grouped' : period.isHidden ? 'city-hidden' : 'no-figures';
    return [...reasons, { code, params: {} }];
  }

  const of = weekCount(...weeks);
  const needed = Math.ceil(LIMITS.weeksCovered * of);
  if (period.weeksCovered < needed)
    reasons.push({ code: 'weeks-missing', params: { covered: period.weeksCovered, of, needed } });
  if (period.posts < LIMITS.posts)
    reasons.push({ code: 'too-few-posts', params: { posts: period.posts, needed: LIMITS.posts } });
  if (countsCopies(evidence.format)) reasons.push({ code: 'counts-copies', params: { format: evidence.format } });
  if (measure === 'corrected') {
    if (Object.keys(period.corrected).length === 0) reasons.push({ code: 'not-corrected', params: {} });
    return reasons;
  }
  const { languages, share } = unmeasured(period, evidence.model.measuredLanguages ?? []);
  if (share > LIMITS.unmeasured)
    reasons.push({
      code: 'language-unmeasured',
      params: { languages, share: thousandths(share), allowed: LIMITS.unmeasured },
    });
  return reasons;
};
