import type { IsoWeek } from '@marsad/records/snapshot';
import { weekCount } from '@marsad/records/without-checks';
import type { AskedBlock } from './sliced-blocks.js';

/** Whole weeks, both ends included. */
export interface WeekRange {
  from: IsoWeek;
  to: IsoWeek;
}

type ShownBlock = Extract<AskedBlock, { status: 'shown' }>;
type HiddenBlock = Extract<AskedBlock, { status: 'suppressed' }>;

/** How the blocks of one area lie in a range of weeks. */
export interface Coverage {
  /** shown blocks wholly inside the range, and the undated one when the range is everything */
  inside: ShownBlock[];
  /** hidden blocks that touch the range */
  hidden: HiddenBlock[];
  /** shown blocks that the range cuts: a block may only be read whole */
  cut: ShownBlock[];
  /** runs of consecutive weeks that the figures cover, in order */
  runs: WeekRange[];
  /** number of weeks the figures cover */
  weeks: number;
  /** number of weeks in the range */
  weeksAsked: number;
}

const touches = (weeks: readonly [IsoWeek, IsoWeek], range: WeekRange): boolean =>
  weeks[0] <= range.to && weeks[1] >= range.from;

const lies = (weeks: readonly [IsoWeek, IsoWeek], range: WeekRange): boolean =>
  weeks[0] >= range.from && weeks[1] <= range.to;

const counts = new WeakMap<readonly [IsoWeek, IsoWeek], number>();

/** Number of weeks of a block. Counted once: at every step of the range thousands of blocks are asked again. */
const weeksOf = (span: readonly [IsoWeek, IsoWeek]): number => {
  const count = counts.get(span) ?? weekCount(...span);
  counts.set(span, count);
  return count;
};

/** Joins weeks that follow one another. Input in any order; output in order of time. */
const runsOf = (spans: readonly (readonly [IsoWeek, IsoWeek])[]): WeekRange[] => {
  const runs: WeekRange[] = [];
  for (const [from, to] of [...spans].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const last = runs.at(-1);
    if (last && weekCount(last.to, from) === 2) last.to = to;
    else runs.push({ from, to });
  }
  return runs;
};

/** Whether two figures cover the same weeks. */
export const sameRuns = (a: readonly WeekRange[], b: readonly WeekRange[]): boolean =>
  a.length === b.length && a.every((run, index) => run.from === b[index]?.from && run.to === b[index]?.to);

/**
 * Which blocks of one area may be read for a range of weeks. `range` is null in a snapshot without any dated post;
 * `whole` says that the range is everything there is, which is the only case where undated posts may be counted.
 */
export const coverageOf = (blocks: readonly AskedBlock[], range: WeekRange | null, whole: boolean): Coverage => {
  const inside: ShownBlock[] = [];
  const hidden: HiddenBlock[] = [];
  const cut: ShownBlock[] = [];
  for (const block of blocks) {
    const touching = block.weeks === null ? whole : range !== null && touches(block.weeks, range);
    if (!touching) continue;
    if (block.status === 'suppressed') hidden.push(block);
    else if (block.weeks === null || (range !== null && lies(block.weeks, range))) inside.push(block);
    else cut.push(block);
  }
  const spans = inside.flatMap((block) => (block.weeks === null ? [] : [block.weeks]));
  return {
    inside,
    hidden,
    cut,
    runs: runsOf(spans),
    weeks: spans.reduce((sum, span) => sum + weeksOf(span), 0),
    weeksAsked: range === null ? 0 : weekCount(range.from, range.to),
  };
};
