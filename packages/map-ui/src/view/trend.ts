import type { Block, Findings, Interval, IsoWeek, Signal } from '@marsad/records/snapshot';
import { figuresOfArea } from './figures.js';
import type { Slice } from './slice.js';
import { type HiddenReason, slicedBlocks } from './sliced-blocks.js';

interface Span {
  from: IsoWeek;
  to: IsoWeek;
}

/** One step of the trend: a whole block, shown or hidden. `rate` is corrected where it can be, as everywhere. */
export type TrendStep =
  | (Span & {
      shown: true;
      posts: number;
      flagged: number;
      rate: number;
      interval: Interval;
      corrected: boolean;
      /** flagged / posts, whatever `rate` is */
      flaggedShare: number;
    })
  | (Span & { shown: false; reason: HiddenReason });

/** The dated blocks of one area as steps in time. Undated posts have no place in it; gaps stay gaps. */
export const trendOf = (blocks: readonly Block[], signal: Signal, target: Slice): TrendStep[] =>
  blocks.flatMap((block): TrendStep[] => {
    if (block.weeks === null) return [];
    const [from, to] = block.weeks;
    const [asked] = slicedBlocks([block], target);
    if (asked?.status === 'suppressed') return [{ from, to, shown: false, reason: asked.reason }];
    const { posts, flagged, rate, interval, flaggedShare, corrected } = figuresOfArea(block.area, [block], {
      signal,
      target,
      range: { from, to },
      whole: false,
    });
    if (rate === null || interval === null || flaggedShare === null) return [];
    const shown = { posts, flagged, rate, interval, corrected: corrected !== null, flaggedShare: flaggedShare.rate };
    return [{ from, to, shown: true, ...shown }];
  });

/** The city on the sources that were there all the time: uncorrected shares of one signal. */
export interface PanelTrend {
  sources: number;
  of: number;
  steps: (Span & { share: number })[];
}

/** The constant panel's series of a signal; null where it could not be made, or says nothing of a single target. */
export const panelTrend = ({ panel }: Findings, signal: Signal, target: Slice): PanelTrend | null => {
  if (panel === undefined || target !== 'all') return null;
  const steps = panel.blocks.flatMap(({ weeks: [from, to], shares }) => {
    const share = shares[signal];
    return share === undefined ? [] : [{ from, to, share }];
  });
  return steps.length === 0 ? null : { sources: panel.sources, of: panel.of, steps };
};

/** Weeks in which a place's share moved to another level, as published and on the constant panel, and in which a surge began. */
export interface LevelChanges {
  raw: IsoWeek[];
  panel: IsoWeek[];
  /** of the city alone */
  surges: IsoWeek[];
}

/** The changes of level and surges of one place (null: the city) and signal. */
export const levelChanges = (
  { changes = [], surges = [] }: Findings,
  area: string | null,
  signal: Signal,
  target: Slice,
): LevelChanges => {
  const weeksOf = (series: 'raw' | 'panel'): IsoWeek[] =>
    target === 'all'
      ? changes.flatMap((one) => (one.area === area && one.signal === signal && one.series === series ? one.weeks : []))
      : [];
  return {
    raw: weeksOf('raw'),
    panel: weeksOf('panel'),
    surges: area === null && target === 'all' ? surges.flatMap((one) => (one.signal === signal ? one.weeks : [])) : [],
  };
};
