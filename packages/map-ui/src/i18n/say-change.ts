import type { AreaChange, ChangeClass } from '../view/change.js';
import type { WeekRange } from '../view/coverage.js';
import { sayRange } from './say-weeks.js';
import { isolate, type Translator } from './translator.js';

/** The class of a change in words, as in the legend. */
export const sayChangeClass = (translator: Translator, changeClass: ChangeClass): string =>
  translator.say(`change.class.${changeClass}`);

/** `+4.5 points`, or why there is none. */
export const sayChangeValue = (translator: Translator, { shares, class: changeClass }: AreaChange): string =>
  shares === null
    ? sayChangeClass(translator, changeClass)
    : translator.say('change.points', { points: isolate(translator.points(shares.difference.value)) });

/** `-2 to +11 points`; empty where there is none. */
export const sayChangeInterval = ({ say, points }: Translator, { shares }: AreaChange): string =>
  shares === null
    ? ''
    : say('change.interval', {
        low: isolate(points(shares.difference.low)),
        high: isolate(points(shares.difference.high)),
      });

/** The change in a sentence with both shares and how sure it is, or which period has no figure. */
export const sayChange = (translator: Translator, change: AreaChange, before: WeekRange, after: WeekRange): string => {
  const { say, percent } = translator;
  const { shares } = change;
  const weeks = { beforeWeeks: sayRange(translator, before), afterWeeks: sayRange(translator, after) };
  if (shares === null) {
    const missing = change.before.rate === null ? (change.after.rate === null ? 'both' : 'before') : 'after';
    return say('change.noneShown', { ...weeks, missing });
  }
  return say('change.sentence', {
    ...weeks,
    direction: shares.difference.direction,
    before: isolate(percent(shares.before.rate)),
    after: isolate(percent(shares.after.rate)),
    points: sayChangeValue(translator, change),
    interval: sayChangeInterval(translator, change),
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
  translator.say('live.value', { name: isolate(name), sentence: sayChange(translator, change, before, after) });
