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
import { BY_WEEKS, type SurgeDay, surgeAlerts } from '../estimate/trend/surge-alert.js';
import { gate } from '../protect/gate.js';
import type { CountedCell } from '../tally/cell.js';
import type { Tallied } from '../tally/tally-posts.js';

/** Flagged posts of a block beside those that a surge is sure to hold: a hidden number has a range of three above its least. */
const LEAST_BESIDE = 3;

/** A week of the city that lies in a shown block. */
interface ShownWeek {
  week: IsoWeek;
  cell: CountedCell | undefined;
  block: Extract<Block, { status: 'shown' }>;
  /** the block holds other weeks too */
  isPart: boolean;
}

/** Weeks of the city's shown blocks, in runs without a gap: what stands behind hidden blocks enters nothing. */
const runsOfWeeks = (blocks: readonly Block[], { cells }: Pick<Tallied, 'cells'>): ShownWeek[][] => {
  const periods = cells.get(null);
  const runs: ShownWeek[][] = [];
  for (const block of blocks) {
    if (block.status !== 'shown' || block.area !== null || block.weeks === null) continue;
    const weeks = weeksBetween(...block.weeks);
    const own = weeks.map((week): ShownWeek => {
      return { week, cell: periods?.get(week), block, isPart: weeks.length > 1 };
    });
    const before = runs.at(-1);
    const last = before?.at(-1);
    if (before && last && nextWeek(last.week) === block.weeks[0]) before.push(...own);
    else runs.push(own);
  }
  return runs;
};

/** By block, how many flagged posts are published for one that is counted: a published block may keep its earlier answer. */
const publishedPerCounted = (run: readonly ShownWeek[], signal: Signal): Map<Block, number> => {
  const counted = new Map<Block, number>();
  for (const { block, cell } of run) counted.set(block, (counted.get(block) ?? 0) + (cell?.flagged[signal] ?? 0));
  return new Map(
    run.map(({ block }) => {
      const all = counted.get(block) ?? 0;
      return [block, all > 0 ? block.figures.flagged[signal] / all : 0];
    }),
  );
};

/** Whether the flagged posts of a week would pass the gate by themselves, and leave enough beside them in their block. */
const mayBeTold = (
  { cell, block, isPart }: ShownWeek,
  signal: Signal,
  perCounted: number,
  rules: ProtectionRules,
): boolean => {
  if (cell === undefined) return false;
  const posts = cell.flagged[signal] * Math.min(1, perCounted);
  // Who wrote which post is not kept; but more posts than the four most prolific authors of the week wrote have five of their own.
  const reason = gate(
    {
      posts,
      authors: posts > cell.authors.ofMostProlific(rules.minimumAuthors - 1) ? rules.minimumAuthors : 0,
      sources: [...cell.ofSources.values()].filter(({ flagged }) => flagged[signal] > 0).length,
      topAuthorShare: cell.authors.top / posts,
    },
    rules,
  );
  return reason === null && (!isPart || block.figures.flagged[signal] >= rules.minimumPosts + LEAST_BESIDE);
};

/**
 * Weeks in which flagged posts of the city began to run at twice what was usual in the eight weeks before; sources younger than
 * four weeks do not count (`surgeAlerts`). Made of weeks within shown blocks alone, in the numbers that these publish, and told
 * only where the flagged posts of the week would pass the gate by themselves: the one thing a reader learns beside the published
 * figures is that they are at least so many.
 * @param blocks that passed the gate, in order
 */
export const citySurges = (
  blocks: readonly Block[],
  tallied: Pick<Tallied, 'cells'>,
  rules: ProtectionRules,
): Surge[] => {
  const runs = runsOfWeeks(blocks, tallied);
  return SIGNALS.flatMap((signal) => {
    const weeks = runs.flatMap((run) => {
      const perCounted = publishedPerCounted(run, signal);
      const series = run.map(({ week, cell, block }): SurgeDay => {
        const sources = [...(cell?.ofSources ?? [])].map(([source, { posts, flagged }]) => ({
          source: String(source),
          posts,
          flagged: flagged[signal] * (perCounted.get(block) ?? 0),
        }));
        return { day: week, sources };
      });
      return surgeAlerts(series, BY_WEEKS).flatMap((at) => {
        const found = run[at];
        return found && mayBeTold(found, signal, perCounted.get(found.block) ?? 0, rules) ? [found.week] : [];
      });
    });
    return weeks.length > 0 ? [{ signal, weeks }] : [];
  });
};
