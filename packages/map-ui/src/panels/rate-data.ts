import type { AreaFigures } from '../view/figures.js';

const text = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

/** The unrounded figures as data attributes, empty where nothing is shown: panel and table carry the same ones. */
export const rateData = (figures: AreaFigures) => {
  const { rate, interval, flaggedShare, corrected, posts, flagged } = figures;
  return {
    'data-value': text(rate),
    'data-low': text(interval?.low),
    'data-high': text(interval?.high),
    'data-own': text(corrected?.own.rate),
    'data-corrected': corrected?.method ?? '',
    'data-versus': corrected?.versusCity ?? '',
    'data-flagged-share': text(flaggedShare?.rate),
    'data-posts': rate === null ? '' : String(posts),
    'data-flagged': rate === null ? '' : String(flagged),
    'data-class': figures.class,
  };
};
