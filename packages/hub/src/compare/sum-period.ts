import { pooledShare } from '@marsad/observatory/snapshot';
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
  /** the city as a whole is hidden in some of these weeks, whatever its neighbourhoods tell */
  isHidden: boolean;
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

interface ShownBlock {
  weeks: Weeks;
  figures: CityFigures;
}

/**
 * The city's corrected share of some of its blocks as its own page tells it: where these are all that it shows, the overall
 * share that it published; else its blocks pooled (docs/method.md, "Corrected shares of several groups of weeks").
 */
const correctedShare = (
  { overall }: CityEvidence,
  blocks: readonly ShownBlock[],
  posts: number,
  signal: Signal,
): Rate | null => {
  const ofAll = overall?.estimates?.[signal];
  const pooled = pooledShare(blocks, signal, ofAll);
  if (pooled === null) return null;
  const { rate, low, high } =
    blocks.length > 1 && ofAll?.method === 'labels' && !ofAll.tooFewLabels && overall?.posts === posts ? ofAll : pooled;
  return { rate, low, high };
};

/** Adds up a city's figures of a period. */
export const sumPeriod = (city: CityEvidence, period: Weeks): CityPeriod => {
  const flagged: Record<string, number> = Object.fromEntries(SIGNALS.map((signal) => [signal, 0]));
  const languages: Record<string, number> = {};
  const rungs: Record<string, number> = {};
  const shown: ShownBlock[] = [];
  const prints: string[] = [];
  let posts = 0;
  let weeksCovered = 0;
  let isCut = false;
  let isHidden = false;
  let labels = 0;
  for (const { weeks, figures } of city.blocks) {
    if (!overlaps(weeks, period)) continue;
    if (figures === null) {
      isHidden = true;
      continue;
    }
    if (!inside(weeks, period)) {
      isCut = true;
      continue;
    }
    shown.push({ weeks, figures });
    prints.push(printOf(weeks, figures));
    posts += figures.posts;
    weeksCovered += weekCount(...weeks);
    addTo(flagged, figures.flagged);
    addTo(languages, figures.languages);
    for (const signal of SIGNALS) {
      const estimate = figures.estimates?.[signal];
      if (estimate?.method === 'labels' && !estimate.tooFewLabels) labels = Math.max(labels, estimate.labels);
    }
  }
  for (const { weeks, rungs: counts } of city.placed) if (inside(weeks, period)) addTo(rungs, counts);
  return {
    posts,
    weeksCovered,
    isCut,
    isHidden,
    fingerprint: prints.join('\n'),
    flagged: flagged as Record<Signal, number>,
    languages,
    rungs,
    byLanguage: figuresByLanguage(shown.map(({ figures }) => figures)),
    corrected: Object.fromEntries(
      SIGNALS.flatMap((signal) => {
        const share = correctedShare(city, shown, posts, signal);
        return share === null ? [] : [[signal, share]];
      }),
    ),
    labels,
  };
};
