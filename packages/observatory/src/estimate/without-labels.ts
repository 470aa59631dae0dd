import { type Interval, wilsonInterval } from '@marsad/records';
import type { AreaEstimate, CardErrorRates, EstimateOptions } from './estimate.js';
import { benjaminiHochberg } from './false-discovery.js';
import type { Gathered } from './gather-cells.js';
import { twoSided } from './normal.js';

/**
 * A share corrected by error rates that were measured elsewhere: (flagged share − false alarms) ÷ (recall − false alarms).
 * Source: Rogan & Gladen, American Journal of Epidemiology 107 (1978). The interval joins those of the three parts on
 * the log-free scale by MOVER (Zou & Donner, Statistics in Medicine 27 (2008)): Wilson's for the flagged share, the
 * false alarms and the recall. It holds only as far as the card's texts are like the city's.
 */
const roganGladen = (flagged: number, posts: number, card: CardErrorRates): Interval & { rate: number } => {
  const share = flagged / posts;
  const recall = card.positivesFlagged / card.positives;
  const alarms = card.harmlessFlagged / card.harmless;
  const told = recall - alarms;
  if (!(told > 0)) return { rate: share, low: 0, high: 1 };
  const observed = wilsonInterval(flagged, posts);
  const ofAlarms = wilsonInterval(card.harmlessFlagged, card.harmless);
  const ofRecall = wilsonInterval(card.positivesFlagged, card.positives);
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  const raw = (share - alarms) / told;
  const rate = inside(raw);
  // Each part moved to the end of its own interval, the others held: distances add up as squares.
  const distance = (moved: number): number => moved - raw;
  const ends = (at: { share: number; alarms: number; recall: number }): number =>
    at.recall > at.alarms ? (at.share - at.alarms) / (at.recall - at.alarms) : 1;
  const lower = [
    ends({ share: observed.low, alarms, recall }),
    ends({ share, alarms: ofAlarms.high, recall }),
    ends({ share, alarms, recall: ofRecall.high }),
  ];
  const upper = [
    ends({ share: observed.high, alarms, recall }),
    ends({ share, alarms: ofAlarms.low, recall }),
    ends({ share, alarms, recall: ofRecall.low }),
  ];
  return {
    rate,
    low: inside(raw - Math.hypot(...lower.map(distance))),
    high: inside(raw + Math.hypot(...upper.map(distance))),
  };
};

/**
 * Estimates where nobody has labelled a post of the city: by the error rates of the model card, or, without these, the
 * share of flagged posts with an interval that says nothing. The comparison with the city needs no correction: it asks
 * whether the area's share of flagged posts differs from that of the rest.
 */
export const withoutLabels = (
  { cells, periods, sampled }: Gathered,
  { errorRates, falseDiscoveryRate = 0.05 }: EstimateOptions,
): AreaEstimate[] => {
  const tested = cells.map(({ period, counts }) => {
    const whole = periods.get(period) ?? sampled;
    const pooled = whole.flagged / whole.posts;
    const outside = whole.posts - counts.posts;
    const spread = pooled * (1 - pooled) * (outside > 0 ? 1 / counts.posts - 1 / whole.posts : 0);
    // A normal test stands on so many expected flags on either side; under that nothing can be told.
    const enough = counts.posts * Math.min(pooled, 1 - pooled) >= 5;
    const z = enough && spread > 0 ? (counts.flagged / counts.posts - pooled) / Math.sqrt(spread) : 0;
    return { z, p: twoSided(z) };
  });
  const significant = new Set<number>();
  for (const period of periods.keys()) {
    const places = cells.flatMap((cell, index) => (cell.period === period ? [index] : []));
    benjaminiHochberg(
      places.map((index) => tested[index]?.p ?? 1),
      falseDiscoveryRate,
    ).forEach((is, at) => {
      const index = places[at];
      if (is && index !== undefined) significant.add(index);
    });
  }
  return cells.map(({ area, period, counts }, index) => {
    const { posts, flagged } = counts;
    const { rate, low, high } = errorRates
      ? roganGladen(flagged, posts, errorRates)
      : { rate: flagged / posts, low: 0, high: 1 };
    const test = tested[index] ?? { z: 0, p: 1 };
    return {
      area,
      period,
      n: posts,
      flagged,
      rate,
      low,
      high,
      shrunk: rate,
      shrunkLow: low,
      shrunkHigh: high,
      versusCity: !significant.has(index) ? 'cannot-tell' : test.z > 0 ? 'above' : 'below',
      versusCityP: test.p,
      labels: 0,
      method: errorRates ? 'model-card' : 'uncorrected',
      basis: 'own-posts',
      tooFewLabels: true,
    };
  });
};
