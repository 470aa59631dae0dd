import { type AreaChange, type ChangeClass, changeKind } from '../view/change.js';
import { writtenChange } from '../view/change-digits.js';
import type { WeekRange } from '../view/coverage.js';
import { sayRange, sayRangeWithDates, sayRuns } from './say-weeks.js';
import { isolate, type Translator } from './translator.js';

/** The class of a change in words, as in the legend. */
export const sayChangeClass = (translator: Translator, changeClass: ChangeClass): string =>
  translator.say(`change.class.${changeClass}`);

/** `+4.5 points`, what the two shares as they are written add up to, or why there is none. */
export const sayChangeValue = (translator: Translator, { shares, class: changeClass }: AreaChange): string => {
  if (shares === null) return sayChangeClass(translator, changeClass);
  const { difference, digits } = writtenChange(shares);
  return translator.say('change.points', { points: isolate(translator.points(difference, digits)) });
};

/** `−2 to +11 points`; empty where there is none. */
export const sayChangeInterval = ({ say, points }: Translator, { shares }: AreaChange): string =>
  shares === null
    ? ''
    : say('change.interval', {
        low: isolate(points(shares.difference.low)),
        high: isolate(points(shares.difference.high)),
      });

/** The share of one side as a comparison writes it: both sides have the same decimals. Empty where there is none. */
export const sayChangeShare = ({ percentTo }: Translator, { shares }: AreaChange, side: 'before' | 'after'): string => {
  if (shares === null) return '';
  const written = writtenChange(shares);
  return percentTo(written[side], written.digits);
};

/** `uncorrected, 45 of 432 posts`: what the share of one side rests on. Empty where there is no change to show. */
export const sayChangeBase = ({ say, count }: Translator, change: AreaChange, side: 'before' | 'after'): string => {
  if (change.shares === null) return '';
  const { flagged, posts } = change[side];
  return say(`change.base.${changeKind(change)}`, { flagged: count(flagged), posts });
};

/** One side in words: share, interval, base, whether it is corrected, and which weeks it covers where that is a part. */
const saySide = (translator: Translator, change: AreaChange, side: 'before' | 'after', range: WeekRange): string => {
  const { say, percent } = translator;
  const { flagged, posts, coverage } = change[side];
  const interval = change.shares?.[side].interval;
  return say('change.side', {
    rate: isolate(sayChangeShare(translator, change, side)),
    low: isolate(interval ? percent(interval.low) : ''),
    high: isolate(interval ? percent(interval.high) : ''),
    kind: changeKind(change),
    flagged,
    posts,
    part: String(coverage.weeks < coverage.weeksAsked && coverage.runs.length > 0),
    runs: sayRuns(translator, coverage.runs, range),
  });
};

/**
 * The change in a sentence, or which period has no figure. `short` is for the ear: both shares and how sure it is; `whole`
 * is for what is read and quoted: with dates, intervals, bases and the weeks that each share covers.
 */
export const sayChange = (
  translator: Translator,
  change: AreaChange,
  before: WeekRange,
  after: WeekRange,
  length: 'short' | 'whole' = 'whole',
): string => {
  const { say, points } = translator;
  const { shares } = change;
  const sayWeeks = length === 'whole' ? sayRangeWithDates : sayRange;
  const weeks = { beforeWeeks: sayWeeks(translator, before), afterWeeks: sayWeeks(translator, after) };
  if (shares === null) {
    const missing = change.before.rate === null ? (change.after.rate === null ? 'both' : 'before') : 'after';
    return say('change.noneShown', { ...weeks, missing });
  }
  const difference = {
    direction: shares.difference.direction,
    points: sayChangeValue(translator, change),
    low: isolate(points(shares.difference.low)),
    high: isolate(points(shares.difference.high)),
  };
  return length === 'whole'
    ? say('change.sentenceWhole', {
        ...weeks,
        ...difference,
        before: saySide(translator, change, 'before', before),
        after: saySide(translator, change, 'after', after),
      })
    : say('change.sentence', {
        ...weeks,
        ...difference,
        before: isolate(sayChangeShare(translator, change, 'before')),
        after: isolate(sayChangeShare(translator, change, 'after')),
      });
};

/** The words under the pointer: the place, its change and what that means. */
export const sayChangeTip = (translator: Translator, name: string, change: AreaChange): string => {
  const values = { name: isolate(name), class: sayChangeClass(translator, change.class) };
  return change.shares === null
    ? translator.say('change.tipSilent', values)
    : translator.say('change.tip', { ...values, value: sayChangeValue(translator, change) });
};

/** What the live region speaks while two periods are compared. */
export const sayChangeAloud = (
  translator: Translator,
  name: string,
  change: AreaChange,
  before: WeekRange,
  after: WeekRange,
): string =>
  translator.say('live.value', {
    name: isolate(name),
    sentence: sayChange(translator, change, before, after, 'short'),
  });
