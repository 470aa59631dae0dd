import type { Block, Interval, OverallEstimate, Signal, SignalEstimate } from '@marsad/records/snapshot';
import { classOfInterval } from './classes.js';
import { type Comparison, compareWithCity } from './compare.js';

/** A share with its 95 % interval. */
export interface Share {
  rate: number;
  interval: Interval;
}

/** A share corrected for the model's error. */
export interface Corrected {
  /** what corrects it: people's labels of this city's posts, or error rates that were measured elsewhere */
  method: SignalEstimate['method'];
  /** labels of the whole city */
  labels: number;
  /** what the place's own posts say */
  own: Share;
  /** the same drawn towards the city; null for the city, and where drawing it makes it no surer */
  shrunk: Share | null;
  /** null for the city itself */
  versusCity: Comparison | null;
  /** more than one where groups of weeks were put together */
  groups: number;
}

/** Why a share that is shown is not corrected. */
export type Uncorrected = 'by-target' | 'by-severity' | 'by-code' | 'no-labels' | 'too-few-labels' | 'card-unsure';

type ShownBlock = Extract<Block, { status: 'shown' }>;

const isUsable = ({ method, tooFewLabels }: SignalEstimate): boolean => method === 'model-card' || !tooFewLabels;

const ownOf = ({ rate, low, high }: SignalEstimate): Share => ({ rate, interval: { low, high } });

const shrunkOf = ({ shrunk, shrunkLow, shrunkHigh }: SignalEstimate): Share | null =>
  shrunk === undefined || shrunkLow === undefined || shrunkHigh === undefined
    ? null
    : { rate: shrunk, interval: { low: shrunkLow, high: shrunkHigh } };

/** A share, and how many posts it is of. */
interface Part {
  posts: number;
  share: Share;
}

/**
 * Shares of several groups of weeks as one, weighted by their posts. A share is as unsure as the city's, whose labels correct
 * them all, and as its own posts leave it (docs/method.md): the first part of the error lies the same way in every group, the
 * second by chance. Without the city's share all of it is taken to lie the same way, which makes the interval too wide.
 */
const pooled = (parts: readonly Part[], city: SignalEstimate | undefined): Share => {
  const all = parts.reduce((sum, { posts }) => sum + posts, 0);
  const rate = parts.reduce((sum, { posts, share }) => sum + (posts * share.rate) / all, 0);
  const reach = (end: 'low' | 'high'): number => {
    const ofCity = city && city.rate > 0 ? Math.abs(city[end] - city.rate) / city.rate : null;
    let together = 0;
    let apart = 0;
    for (const { posts, share } of parts) {
      const whole = Math.abs(share.interval[end] - share.rate);
      const common = ofCity === null ? whole : Math.min(whole, share.rate * ofCity);
      const own = whole * whole - common * common;
      together += (posts * common) / all;
      apart += (posts / all) ** 2 * own;
    }
    return Math.hypot(together, Math.sqrt(apart));
  };
  return { rate, interval: { low: Math.max(0, rate - reach('low')), high: Math.min(1, rate + reach('high')) } };
};

const of = (area: string | null, estimate: SignalEstimate): Corrected => ({
  method: estimate.method,
  labels: estimate.labels,
  own: ownOf(estimate),
  shrunk: area === null ? null : shrunkOf(estimate),
  versusCity: area === null ? null : estimate.versusCity,
  groups: 1,
});

/** What a share is made beside. */
interface BesideShare {
  /** of this place, when all of its shown blocks are asked for */
  overall?: OverallEstimate | undefined;
  /** of the city, over the whole time */
  cityOverall?: OverallEstimate | undefined;
  /** the corrected share of the city in the same weeks; null where it shows one that is not corrected */
  city?: Corrected | null | undefined;
}

/** Error rates of other texts may leave everything open: then they correct nothing. */
const saysSomething = (share: Corrected): boolean =>
  classOfInterval((share.shrunk ?? share.own).interval) !== 'rate-any';

/**
 * The corrected share of a place over its shown groups of weeks, or why there is none. One group has its own estimate, all of
 * them together the overall one; a few put together are pooled, and then differ from the city only where the two intervals
 * do not meet.
 */
export const correctedOf = (
  area: string | null,
  inside: readonly ShownBlock[],
  signal: Signal,
  beside: BesideShare,
): Corrected | Exclude<Uncorrected, 'by-target' | 'by-severity' | 'by-code'> => {
  const share = shareOf(area, inside, signal, beside);
  if (typeof share === 'string' || share.method === 'labels') return share;
  // Where the card leaves the city open, none of its neighbourhoods looks corrected.
  if (beside.city === null) return 'card-unsure';
  return beside.city !== undefined || saysSomething(share) ? share : 'card-unsure';
};

const shareOf = (
  area: string | null,
  inside: readonly ShownBlock[],
  signal: Signal,
  { overall, cityOverall, city }: BesideShare,
): Corrected | 'no-labels' | 'too-few-labels' => {
  const parts = inside.flatMap(({ figures: { posts, estimates } }) => {
    const estimate = estimates?.[signal];
    return estimate ? [{ posts, estimate }] : [];
  });
  const [first] = parts;
  if (first === undefined || parts.length < inside.length) return 'no-labels';
  if (!parts.every(({ estimate }) => isUsable(estimate))) return 'too-few-labels';
  if (parts.length === 1) return of(area, first.estimate);
  const whole = overall?.estimates[signal];
  const posts = parts.reduce((sum, part) => sum + part.posts, 0);
  if (whole && isUsable(whole) && overall?.posts === posts) return of(area, whole);
  const own = pooled(
    parts.map((part) => ({ posts: part.posts, share: ownOf(part.estimate) })),
    cityOverall?.estimates[signal],
  );
  return {
    method: first.estimate.method,
    labels: first.estimate.labels,
    own,
    // Each group drawn towards the city by itself would hide what they have in common.
    shrunk: null,
    versusCity: area === null ? null : city ? compareWithCity(own.interval, city.own.interval) : 'cannot-tell',
    groups: parts.length,
  };
};
