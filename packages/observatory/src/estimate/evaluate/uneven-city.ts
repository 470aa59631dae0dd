import { estimateAreas } from '../estimate-areas.js';
import { simulateCity } from './simulate-city.js';

/** How the intervals of areas fared in cities whose areas differ. */
export interface UnevenFigures {
  separation: number;
  labels: number;
  /** posts of the area and its planted rate */
  posts: number;
  rate: number;
  /** share of intervals that hold it */
  coverage: number;
}

const SIZES = [200, 1000, 3000];
const RATES = [0.01, 0.02, 0.04, 0.06, 0.12];

/** Cities of fifteen areas, a quarter to three times of 4 %, and how often each interval holds its own area's rate. */
export const measureUneven = (
  { separation, labels }: { separation: number; labels: number },
  runs: number,
  seed: number,
): UnevenFigures[] => {
  const areas = SIZES.flatMap((posts) => RATES.map((rate) => ({ posts, rate })));
  const held = areas.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    const city = simulateCity({ areas, separation, calibratedFor: 0.04, labels, design: 'random', seed: seed + run });
    estimateAreas(city).forEach(({ low, high }, index) => {
      const rate = areas[index]?.rate ?? 0;
      if (low <= rate && rate <= high) held[index] = (held[index] ?? 0) + 1;
    });
  }
  return areas.map((area, index) => ({ separation, labels, ...area, coverage: (held[index] ?? 0) / runs }));
};
