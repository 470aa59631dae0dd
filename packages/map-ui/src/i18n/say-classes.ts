import { type AreaClass, CLASS_BOUNDS, RATE_CLASSES } from '../view/classes.js';
import type { Translator } from './translator.js';

/** What a class of the map means, in words: `5% to 10%`, or which silence it is. */
export const sayClass = ({ say, percent }: Translator, areaClass: AreaClass): string => {
  if (areaClass === 'suppressed') return say('legend.suppressed');
  if (areaClass === 'other-weeks') return say('legend.otherWeeks');
  if (areaClass === 'no-data') return say('legend.noData');
  const index = RATE_CLASSES.indexOf(areaClass);
  const low = percent(CLASS_BOUNDS[index] ?? 0);
  const next = CLASS_BOUNDS[index + 1];
  if (next === undefined) return say('legend.above', { low });
  return index === 0
    ? say('legend.below', { high: percent(next) })
    : say('legend.between', { low, high: percent(next) });
};
