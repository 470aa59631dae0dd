import type { BlockFigures, IsoWeek, Signal, SignalEstimate } from '@marsad/records';
import type { ShareOfWeeks } from './change.js';

/** What of a shown block its corrected share is made of. */
interface CorrectedBlock {
  weeks: readonly [IsoWeek, IsoWeek] | null;
  figures: Pick<BlockFigures, 'posts' | 'estimates'>;
}

/** Corrected by people's labels of this city, and of enough of them. */
const isSure = ({ method, tooFewLabels }: SignalEstimate): boolean => method === 'labels' && !tooFewLabels;

/**
 * The corrected share of several blocks of one place as one, weighted by their posts. The part of the error that is the
 * city's lies the same way in all of them and is averaged; what their own posts leave open adds up as squares (docs/method.md,
 * "Corrected shares of several groups of weeks"). Without the city's share all of it is taken to lie the same way.
 * @param blocks dated, in order
 * @param city the city's share over the whole time
 * @returns null without blocks, or where one of them has no share that can be relied on
 */
export const pooledShare = (
  blocks: readonly CorrectedBlock[],
  signal: Signal,
  city: SignalEstimate | undefined,
): ShareOfWeeks | null => {
  const parts = blocks.flatMap(({ weeks, figures: { posts, estimates } }) => {
    const estimate = estimates?.[signal];
    return weeks !== null && estimate && isSure(estimate) ? [{ weeks, posts, estimate }] : [];
  });
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || parts.length < blocks.length) return null;
  const all = parts.reduce((sum, { posts }) => sum + posts, 0);
  const rate = parts.reduce((sum, { posts, estimate }) => sum + (posts * estimate.rate) / all, 0);
  const reach = (end: 'low' | 'high'): number => {
    const ofCity = city && city.rate > 0 ? Math.abs(city[end] - city.rate) / city.rate : null;
    let together = 0;
    let apart = 0;
    for (const { posts, estimate } of parts) {
      const whole = Math.abs(estimate[end] - estimate.rate);
      const common = ofCity === null ? whole : Math.min(whole, estimate.rate * ofCity);
      together += (posts * common) / all;
      apart += (posts / all) ** 2 * (whole ** 2 - common ** 2);
    }
    return Math.hypot(together, Math.sqrt(apart));
  };
  return {
    weeks: [first.weeks[0], last.weeks[1]],
    posts: all,
    rate,
    low: Math.max(0, rate - reach('low')),
    high: Math.min(1, rate + reach('high')),
  };
};
