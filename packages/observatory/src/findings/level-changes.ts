import { type Block, type IsoWeek, type LevelChange, SIGNALS } from '@marsad/records';
import { changePoints, type SeriesPoint } from '../estimate/trend/change-points.js';
import type { PanelCounts } from './city-panel.js';

/** Fewer blocks show no level to move from. */
const LEAST_BLOCKS = 4;
/** Median of a squared standard normal deviate. */
const MEDIAN_SQUARE = 0.455;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/**
 * How much more than chance neighbouring blocks differ: the median of their squared standardised differences over what chance
 * gives, at least 1. A median, so that the one step that is looked for does not count as unrest.
 */
const overdispersionOf = (series: readonly SeriesPoint[]): number => {
  const squares = series.slice(1).map((point, at) => {
    const before = series[at] ?? point;
    const pooled = (point.positives + before.positives) / (point.posts + before.posts);
    const variance = pooled * (1 - pooled) * (1 / point.posts + 1 / before.posts);
    const difference = point.positives / point.posts - before.positives / before.posts;
    return variance > 0 ? difference ** 2 / variance : 0;
  });
  return Math.max(1, median(squares) / MEDIAN_SQUARE);
};

const weeksOfChange = (series: readonly (SeriesPoint & { from: IsoWeek })[]): IsoWeek[] => {
  if (series.length < LEAST_BLOCKS) return [];
  return changePoints(series, { overdispersion: overdispersionOf(series) }).flatMap((at) => series[at]?.from ?? []);
};

/**
 * Weeks in which the flagged share of the city or of a neighbourhood moved to another level: of the published counts, and of
 * the city on its constant panel. Hidden blocks are passed over.
 * @param panel what stands behind the shares of the panel; none without one
 */
export const levelChanges = (blocks: readonly Block[], panel: readonly PanelCounts[]): LevelChange[] => {
  const byArea = new Map<string | null, Extract<Block, { status: 'shown' }>[]>();
  for (const block of blocks)
    if (block.status === 'shown' && block.weeks !== null)
      byArea.set(block.area, [...(byArea.get(block.area) ?? []), block]);
  return SIGNALS.flatMap((signal): LevelChange[] => {
    const raw = [...byArea].map(([area, own]): LevelChange => {
      const series = own.map(({ weeks, figures }) => ({
        from: weeks?.[0] ?? '',
        posts: figures.posts,
        positives: figures.flagged[signal],
      }));
      return { area, signal, series: 'raw', weeks: weeksOfChange(series) };
    });
    const onPanel = weeksOfChange(
      panel.map(({ weeks, posts, flagged }) => ({ from: weeks[0], posts, positives: flagged[signal] })),
    );
    const all = [...raw, { area: null, signal, series: 'panel' as const, weeks: onPanel }];
    return all.filter(({ weeks }) => weeks.length > 0);
  });
};
