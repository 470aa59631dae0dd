import { type AreaClass, boundsOfClass, isTexture } from '../view/classes.js';
import type { Translator } from './translator.js';

/** What a class of the map means, in words: `5% to 10%`, which silence it is, or that it cannot be told from the city. */
export const sayClass = ({ say, percent }: Translator, areaClass: AreaClass): string => {
  if (isTexture(areaClass)) {
    if (areaClass === 'cannot-tell') return say('legend.cannotTell');
    if (areaClass === 'suppressed') return say('legend.suppressed');
    return say(areaClass === 'other-weeks' ? 'legend.otherWeeks' : 'legend.noData');
  }
  if (areaClass === 'rate-any' || areaClass === 'flagged-any') return say('legend.any');
  const { low, high } = boundsOfClass(areaClass);
  if (high === null) return say('legend.above', { low: percent(low) });
  if (low === 0) return say('legend.below', { high: percent(high) });
  return say('legend.between', { low: percent(low), high: percent(high) });
};
