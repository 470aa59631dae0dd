import type { Block, Interval, IsoWeek, Signal, SuppressionReason, Target } from '@marsad/records/snapshot';
import { flaggedIn } from './figures.js';
import { intervalOf } from './interval.js';

interface Span {
  from: IsoWeek;
  to: IsoWeek;
}

/** One step of the trend: a whole block, shown or hidden. */
export type TrendStep =
  | (Span & { shown: true; posts: number; flagged: number; rate: number; interval: Interval })
  | (Span & { shown: false; reason: SuppressionReason });

/** The dated blocks of one area as steps in time. Undated posts have no place in it; gaps stay gaps. */
export const trendOf = (blocks: readonly Block[], signal: Signal, target: Target | 'all'): TrendStep[] =>
  blocks.flatMap((block): TrendStep[] => {
    if (block.weeks === null) return [];
    const [from, to] = block.weeks;
    if (block.status === 'suppressed') return [{ from, to, shown: false, reason: block.reason }];
    const { posts } = block.figures;
    const flagged = flaggedIn(block.figures, signal, target);
    const interval = intervalOf(flagged, posts);
    return interval === null ? [] : [{ from, to, shown: true, posts, flagged, rate: flagged / posts, interval }];
  });
