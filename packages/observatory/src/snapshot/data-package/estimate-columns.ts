import type { SignalEstimate } from '@marsad/records';
import { CATEGORIES } from './categories.js';
import type { Cell, Field } from './table.js';

/** The columns of a share corrected for the classifier's error (docs/method.md), with its 95 % interval. */
export const estimateFields: readonly Field[] = [
  { name: 'rate', type: 'number', description: 'share of the posts that carry the signal, corrected' },
  { name: 'low', type: 'number', description: 'lower end of its 95 % interval' },
  { name: 'high', type: 'number', description: 'upper end of its 95 % interval' },
  {
    name: 'shrunk',
    type: 'number',
    description: 'the share drawn towards the city; empty where that makes it no surer',
  },
  { name: 'shrunk_low', type: 'number', description: 'lower end of its 95 % interval' },
  { name: 'shrunk_high', type: 'number', description: 'upper end of its 95 % interval' },
  { name: 'versus_city', type: 'string', description: 'against the city', categories: CATEGORIES.versusCity },
  { name: 'method', type: 'string', description: 'what corrects it', categories: CATEGORIES.method },
  { name: 'labels', type: 'integer', description: 'labels of the whole city behind the correction' },
  { name: 'too_few_labels', type: 'boolean', description: 'true: the interval is not to be relied on' },
];

/** The minor version of the format since which no share is told that a card leaves open. */
const OPEN_UNTOLD_SINCE = 4;
/** An interval of this width leaves everything open: the end of the scale is then no share to read. */
const SAYS_NOTHING = 0.9;

/**
 * The cells of those columns. Where a model card's error rates leave the share open the share is empty, and the interval says so.
 * @param minor of the format: what is derived of a released version never changes
 */
export const estimateCells = (estimate: SignalEstimate, minor: number): Cell[] => [
  minor >= OPEN_UNTOLD_SINCE && estimate.method === 'model-card' && estimate.high - estimate.low >= SAYS_NOTHING
    ? null
    : estimate.rate,
  estimate.low,
  estimate.high,
  estimate.shrunk ?? null,
  estimate.shrunkLow ?? null,
  estimate.shrunkHigh ?? null,
  estimate.versusCity,
  estimate.method,
  estimate.labels,
  estimate.tooFewLabels,
];
