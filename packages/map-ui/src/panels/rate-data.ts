import type { AreaFigures } from '../view/figures.js';

/** The unrounded figures as data attributes, empty where nothing is shown: panel and table carry the same ones. */
export const rateData = (figures: AreaFigures) => ({
  'data-value': figures.rate === null ? '' : String(figures.rate),
  'data-posts': figures.rate === null ? '' : String(figures.posts),
  'data-flagged': figures.rate === null ? '' : String(figures.flagged),
  'data-class': figures.class,
});
