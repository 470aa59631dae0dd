import { type Interval, Z95 } from '@marsad/records';
import type { AreaCurve } from './area-curve.js';
import { fayHerriot } from './fay-herriot.js';
import { fromLogOdds, logOdds } from './log-odds.js';

/**
 * Figures of the areas of one period, shrunk towards the city (Fay–Herriot). What goes in is the estimate by one step of
 * the score function, which is unbiased where a share bounded by 0 cannot be, with the variance it has when the area is like
 * the city. The interval holds the area's own part and the city's.
 * @param cityShare of the period, to which figures shrink
 * @param city the share over all periods and its interval
 */
export const shrinkAreas = (
  curves: readonly AreaCurve[],
  cityShare: number,
  city: { centre: number; interval: Interval },
): (Interval & { value: number })[] => {
  const direct = curves.map(({ information, oneStep, baseline }) => {
    const share = fromLogOdds(baseline);
    const rise = share * (1 - share);
    return { value: share + rise * oneStep, variance: (rise * rise) / Math.max(1e-9, information) };
  });
  const { areas } = fayHerriot(direct, cityShare);
  const down = logOdds(city.centre) - logOdds(city.interval.low);
  const up = logOdds(city.interval.high) - logOdds(city.centre);
  return areas.map(({ value, variance }) => {
    const inside = Math.min(1, Math.max(0, value));
    const steady = Math.min(1 - 1e-9, Math.max(inside, cityShare / 4));
    const own = (Z95 * Math.sqrt(variance)) / (steady * (1 - steady));
    return {
      value: inside,
      low: Math.min(inside, fromLogOdds(logOdds(steady) - Math.hypot(down, own))),
      high: Math.max(inside, fromLogOdds(logOdds(steady) + Math.hypot(up, own))),
    };
  });
};
