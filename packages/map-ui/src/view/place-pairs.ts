import type { AreaFigures } from './figures.js';

/** A place whose share lies clearly above that of another. */
export interface ClearPair {
  higher: string;
  lower: string;
}

/**
 * The pairs of places whose intervals do not meet, among those that show a share of the same kind: a corrected share and one
 * that is only flagged are not set beside each other.
 */
export const clearPairs = (places: readonly AreaFigures[]): ClearPair[] =>
  places.flatMap((high) =>
    places.flatMap((low) =>
      high.area !== null &&
      low.area !== null &&
      high.interval !== null &&
      low.interval !== null &&
      (high.corrected === null) === (low.corrected === null) &&
      high.interval.low > low.interval.high
        ? [{ higher: high.area, lower: low.area }]
        : [],
    ),
  );
