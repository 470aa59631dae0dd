import {
  type Block,
  type IsoWeek,
  nextWeek,
  type ProtectionRules,
  SIGNALS,
  type Signal,
  type Surge,
  weeksBetween,
} from '@marsad/records';
import { BY_WEEKS, type SurgeDay, type SurgeOptions, surgeAlerts } from '../estimate/trend/surge-alert.js';
import type { CountedCell } from '../tally/cell.js';
import type { Tallied } from '../tally/tally-posts.js';

type DatedBlock = Extract<Block, { status: 'shown' }> & { weeks: [IsoWeek, IsoWeek] };

/** Weeks that say what is usual. */
const USUAL_WEEKS = 7;

/** Shown blocks of the city, in runs without a gap: what stands behind hidden blocks enters nothing. */
const runsOfBlocks = (blocks: readonly Block[]): DatedBlock[][] => {
  const runs: DatedBlock[][] = [];
  for (const block of blocks) {
    if (block.status !== 'shown' || block.area !== null || block.weeks === null) continue;
    const dated = { ...block, weeks: block.weeks };
    const before = runs.at(-1);
    const last = before?.at(-1);
    if (before && last && nextWeek(last.weeks[1]) === dated.weeks[0]) before.push(dated);
    else runs.push([dated]);
  }
  return runs;
};

/** By source the first of some weeks in which it has a post. */
const firstWeeks = (cells: ReadonlyMap<string, CountedCell>, weeks: readonly IsoWeek[]): Map<number, IsoWeek> => {
  const first = new Map<number, IsoWeek>();
  for (const week of weeks)
    for (const [source, { posts }] of cells.get(week)?.ofSources ?? [])
      if (posts > 0 && !first.has(source)) first.set(source, week);
  return first;
};

/**
 * The weeks of a run of blocks as if the flagged posts that each block publishes were spread evenly over its weeks: how they truly are is
 * hidden, and would be told by the weeks in which an alert begins. Between sources they are parted as the counted ones are.
 */
const spreadWeeks = (
  run: readonly DatedBlock[],
  signal: Signal,
  cells: ReadonlyMap<string, CountedCell>,
): (SurgeDay & { block: DatedBlock })[] => {
  const all = run.flatMap(({ weeks }) => weeksBetween(...weeks));
  const first = firstWeeks(cells, all);
  return run.flatMap((block) => {
    const weeks = weeksBetween(...block.weeks);
    const bySource = new Map<number, number>();
    for (const week of weeks)
      for (const [source, { flagged }] of cells.get(week)?.ofSources ?? [])
        bySource.set(source, (bySource.get(source) ?? 0) + flagged[signal]);
    const counted = [...bySource.values()].reduce((sum, flagged) => sum + flagged, 0);
    const perCounted = counted > 0 ? block.figures.flagged[signal] / counted / weeks.length : 0;
    return weeks.map((week) => ({
      day: week,
      part: block.weeks[0],
      block,
      sources: [...bySource].flatMap(([source, flagged]) =>
        (first.get(source) ?? week) <= week
          ? [{ source: String(source), posts: 1, flagged: flagged * perCounted }]
          : [],
      ),
    }));
  });
};

/** What is usual is taken from weeks before the block itself, however long it is. */
const optionsFor = (run: readonly DatedBlock[]): Partial<SurgeOptions> => {
  const longest = Math.max(...run.map(({ weeks }) => weeksBetween(...weeks).length));
  return { ...BY_WEEKS, quietDays: longest, baselineDays: USUAL_WEEKS + longest };
};

/**
 * Blocks of the city in which flagged posts ran at twice what was usual before, each named by its first week; sources younger than
 * four weeks do not count (`surgeAlerts`). Made of what shown blocks publish, not of the weeks inside them, so that a reader who knows the method learns
 * nothing of these (docs/decisions/0012-publish-gate.md).
 * @param blocks that passed the gate, in order
 */
export const citySurges = (
  blocks: readonly Block[],
  { cells }: Pick<Tallied, 'cells'>,
  { minimumPosts }: Pick<ProtectionRules, 'minimumPosts'>,
): Surge[] => {
  const city = cells.get(null) ?? new Map<string, CountedCell>();
  const runs = runsOfBlocks(blocks);
  return SIGNALS.flatMap((signal) => {
    const found = runs.flatMap((run) => {
      const series = spreadWeeks(run, signal, city);
      return surgeAlerts(series, optionsFor(run)).flatMap((at) => series[at]?.block ?? []);
    });
    const told = found.filter(({ figures }) => figures.flagged[signal] >= minimumPosts);
    const weeks = [...new Set(told.map((block) => block.weeks[0]))];
    return weeks.length > 0 ? [{ signal, weeks }] : [];
  });
};
