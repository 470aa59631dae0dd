import { type IsoWeek, type Rung, SIGNALS, type Signal, weekCount } from '@marsad/records';
import type { CityEvidence, CityFigures, LanguageFigures } from './evidence.js';
import { figuresByLanguage } from './figures-by-language.js';
import type { Rate } from './rate.js';

/** First and last week. */
export type Weeks = readonly [IsoWeek, IsoWeek];

/** What a city published of some weeks: the sums of its blocks that lie wholly inside them. */
export interface CityPeriod {
  posts: number;
  weeksCovered: number;
  /** a shown block lies across an end of the period, so that its figures are of other weeks too */
  isCut: boolean;
  /** equal for cities whose figures of the period are the same, block by block; empty where there are none */
  fingerprint: string;
  flagged: Readonly<Record<Signal, number>>;
  /** posts by language, as far as it is told */
  languages: Readonly<Record<string, number>>;
  rungs: Readonly<Partial<Record<Rung, number>>>;
  /** see `figuresByLanguage` */
  byLanguage: ReadonlyMap<string, LanguageFigures>;
  /** shares corrected by labels of the city's posts; signals that a block of the period lacks are left out */
  corrected: Readonly<Partial<Record<Signal, Rate>>>;
  /** labels behind them */
  labels: number;
}

const inside = (weeks: Weeks, [first, last]: Weeks): boolean => first <= weeks[0] && weeks[1] <= last;

const overlaps = (weeks: Weeks, [first, last]: Weeks): boolean => first <= weeks[1] && weeks[0] <= last;

const printOf = (weeks: Weeks, { posts, copies, authors, sources, flagged }: CityFigures): string =>
  [...weeks, posts, copies, authors, sources, ...SIGNALS.map((signal) => flagged[signal])].join(' ');

const addTo = (sums: Record<string, number>, counts: Readonly<Partial<Record<string, number>>>): void => {
  for (const [code, posts] of Object.entries(counts)) sums[code] = (sums[code] ?? 0) + (posts ?? 0);
};

/**
 * Adds up a city's figures of a period.
 *
 * Corrected shares of blocks are averaged by posts, and so are the ends of their intervals: the errors of the correction are
 * mostly common to all blocks, and taking them as wholly common can only make the interval too wide.
 */
export const sumPeriod = (city: CityEvidence, period: Weeks): CityPeriod => {
  const flagged: Record<string, number> = Object.fromEntries(SIGNALS.map((signal) => [signal, 0]));
  const languages: Record<string, number> = {};
  const rungs: Record<string, number> = {};
  const shown: CityFigures[] = [];
  const prints: string[] = [];
  const corrected = new Map<Signal, { rate: number; low: number; high: number }>();
  const uncorrected = new Set<Signal>();
  let posts = 0;
  let weeksCovered = 0;
  let isCut = false;
  let labels = 0;
  for (const { weeks, figures } of city.blocks) {
    if (figures === null || !overlaps(weeks, period)) continue;
    if (!inside(weeks, period)) {
      isCut = true;
      continue;
    }
    shown.push(figures);
    prints.push(printOf(weeks, figures));
    posts += figures.posts;
    weeksCovered += weekCount(...weeks);
    addTo(flagged, figures.flagged);
    addTo(languages, figures.languages);
    for (const signal of SIGNALS) {
      const estimate = figures.estimates?.[signal];
      if (estimate === undefined || estimate.method !== 'labels' || estimate.tooFewLabels) {
        uncorrected.add(signal);
        continue;
      }
      labels = Math.max(labels, estimate.labels);
      const sum = corrected.get(signal) ?? { rate: 0, low: 0, high: 0 };
      sum.rate += figures.posts * estimate.rate;
      sum.low += figures.posts * estimate.low;
      sum.high += figures.posts * estimate.high;
      corrected.set(signal, sum);
    }
  }
  for (const { weeks, rungs: counts } of city.placed) if (inside(weeks, period)) addTo(rungs, counts);
  return {
    posts,
    weeksCovered,
    isCut,
    fingerprint: prints.join('\n'),
    flagged: flagged as Record<Signal, number>,
    languages,
    rungs,
    byLanguage: figuresByLanguage(shown),
    corrected: Object.fromEntries(
      [...corrected].flatMap(([signal, { rate, low, high }]) =>
        uncorrected.has(signal) ? [] : [[signal, { rate: rate / posts, low: low / posts, high: high / posts }]],
      ),
    ),
    labels,
  };
};
