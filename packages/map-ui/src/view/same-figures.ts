import type { Share } from './corrected.js';
import type { AreaFigures } from './figures.js';

const sameShare = (a: Share | null, b: Share | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.rate === b.rate &&
    a.interval.low === b.interval.low &&
    a.interval.high === b.interval.high);

/** Whether a row of the table shows the same of two figures: from one week to the next most areas stay as they are. */
export const sameInTable = (a: AreaFigures, b: AreaFigures): boolean =>
  a === b ||
  (a.area === b.area &&
    a.class === b.class &&
    a.posts === b.posts &&
    a.flagged === b.flagged &&
    a.rate === b.rate &&
    a.interval?.low === b.interval?.low &&
    a.interval?.high === b.interval?.high &&
    sameShare(a.flaggedShare, b.flaggedShare) &&
    a.corrected?.method === b.corrected?.method &&
    a.corrected?.versusCity === b.corrected?.versusCity &&
    sameShare(a.corrected?.own ?? null, b.corrected?.own ?? null) &&
    (a.rate === null || (a.coverage.weeks === b.coverage.weeks && a.coverage.weeksAsked === b.coverage.weeksAsked)));
