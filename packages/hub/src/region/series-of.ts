import { type RegionCity, SIGNALS } from '@marsad/records';
import type { CityEvidence } from '../compare/evidence.js';
import { type Rate, rounded } from '../compare/rate.js';

/** The city as a whole, block by block, as it published it. */
export const seriesOf = ({ blocks }: CityEvidence): RegionCity['series'] =>
  blocks.map(({ weeks: [first, last], figures }) => {
    if (figures === null) return { weeks: [first, last], figures: null };
    const corrected = SIGNALS.flatMap((signal): [string, Rate][] => {
      const estimate = figures.estimates?.[signal];
      return estimate && estimate.method === 'labels' && !estimate.tooFewLabels ? [[signal, rounded(estimate)]] : [];
    });
    return {
      weeks: [first, last],
      figures: {
        posts: figures.posts,
        flagged: figures.flagged,
        ...(corrected.length > 0 && { corrected: Object.fromEntries(corrected) }),
      },
    };
  });
