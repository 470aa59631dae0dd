import {
  type AreaCollection,
  type Block,
  entersFigures,
  type IsoWeek,
  type ProtectionRules,
  SIGNALS,
  type Signal,
  type Surge,
  weekOf,
  weekStart,
  weeksBetween,
} from '@marsad/records';
import type { CountedCell } from '../../tally/cell.js';
import type { PlacedPost } from '../../tally/placed-post.js';
import { type Tallied, tallyPosts } from '../../tally/tally-posts.js';
import type { Recovered } from './attack-margins.js';
import { type DatedBlock, isDated } from './dated-blocks.js';
import { cellOf } from './true-cells.js';

/** What a city says of surges, of its blocks and the posts behind them. */
export type TellSurges = (
  blocks: readonly Block[],
  tallied: Pick<Tallied, 'cells'>,
  rules: ProtectionRules,
) => readonly Surge[];

/** One snapshot, and what it was made of. */
export interface SurgeView {
  blocks: readonly Block[];
  posts: readonly PlacedPost[];
  tallied: Pick<Tallied, 'cells'>;
}

/** How far a reader tries to shift the number of a week. */
const SHIFTS = [2, -2, 3, -3, 4, -4, 6, -6, 9, -9];
/** A block with fewer flagged posts tells the number of each of its weeks to within one post by itself, or nearly. */
const LEAST_FLAGGED = 4;

const weekOfPost = ({ publishedAt }: PlacedPost): IsoWeek | null => (publishedAt === null ? null : weekOf(publishedAt));

const carries = ({ verdict, copyOf }: PlacedPost, signal: Signal): boolean =>
  copyOf === null &&
  verdict !== null &&
  verdict.signals.some(({ code }) => code === signal && entersFigures(code, verdict.stance));

const isDatedCity = (block: Block): block is DatedBlock => block.area === null && isDated(block);

/** Whether a post may stand in another week while every block of a neighbourhood stays what it is. */
const movable = (blocks: readonly Block[]): ((post: PlacedPost, from: IsoWeek, to: IsoWeek) => boolean) => {
  const byArea = new Map<string, Block[]>();
  for (const block of blocks)
    if (block.area !== null) byArea.set(block.area, [...(byArea.get(block.area) ?? []), block]);
  const blockAt = (area: string, week: IsoWeek): Block | undefined =>
    byArea.get(area)?.find(({ weeks }) => weeks !== null && weeks[0] <= week && week <= weeks[1]);
  return ({ placements }, from, to) =>
    placements.every(({ areaId }) => areaId === null || blockAt(areaId, from) === blockAt(areaId, to));
};

async function* oneBatch(posts: readonly PlacedPost[]): AsyncGenerator<readonly PlacedPost[]> {
  yield posts;
}

/** The cells of the city when the posts of some weeks are these. */
const withWeeks = async (
  { tallied }: SurgeView,
  posts: readonly PlacedPost[],
  weeks: readonly IsoWeek[],
  areas: AreaCollection,
): Promise<Pick<Tallied, 'cells'>> => {
  const own = await tallyPosts(oneBatch(posts), { areas });
  const city = new Map<string, CountedCell>(tallied.cells.get(null));
  for (const week of weeks) {
    const cell = own.cells.get(null)?.get(week);
    if (cell) city.set(week, cell);
    else city.delete(week);
  }
  return { cells: new Map<string | null, ReadonlyMap<string, CountedCell>>([[null, city]]) };
};

/**
 * An attacker who reads which weeks surged, in every snapshot, and knows the method and all posts but the weeks in which those of one block stand:
 * if all snapshots would say the same in a city in which a week has two flagged posts more or less, then they do not tell how
 * many it has. In that other city some posts stand in another week of the same block of the city and of their neighbourhood, so that
 * every figure of every block is the same. Attacked are weeks inside the city's blocks whose flagged posts would not pass the gate by themselves.
 * @param views one snapshot after the other
 * @param tell what says which weeks surged
 */
export const attackSurges = async (
  views: readonly SurgeView[],
  areas: AreaCollection,
  rules: ProtectionRules,
  tell: TellSurges,
): Promise<Recovered> => {
  const found: Recovered = { cells: [], attacked: 0 };
  const last = views.at(-1);
  if (!last) return found;
  // The latest first: it knows most weeks, and so tells worlds apart soonest.
  const told = views.map((view) => ({ view, said: JSON.stringify(tell(view.blocks, view.tallied, rules)) })).reverse();
  const mayMove = movable(last.blocks);

  for (const { weeks, figures } of last.blocks.filter(isDatedCity)) {
    const inside = weeksBetween(...weeks);
    if (inside.length === 1) continue;
    const own = last.posts.filter((post) => inside.includes(weekOfPost(post) ?? ''));
    const seen = told.filter(({ view }) =>
      view.blocks.some((block) => isDatedCity(block) && block.weeks.join() === weeks.join()),
    );
    const isSame = async (moved: ReadonlyMap<string, IsoWeek>): Promise<boolean> => {
      for (const { view, said } of seen) {
        const known = new Set(view.posts.map(({ postId }) => postId));
        const others = own.flatMap((post): PlacedPost[] => {
          if (!known.has(post.postId)) return [];
          const week = moved.get(post.postId);
          return [week ? { ...post, publishedAt: new Date(weekStart(week) + 43_200_000).toISOString() } : post];
        });
        const tallied = await withWeeks(view, others, inside, areas);
        if (JSON.stringify(tell(view.blocks, tallied, rules)) !== said) return false;
      }
      return true;
    };
    for (const signal of SIGNALS) {
      if (figures.flagged[signal] < LEAST_FLAGGED) continue;
      const flagged = own.filter((post) => carries(post, signal));
      /** Flagged posts that stand in other weeks: into this one (or out of it), from (or to) those beside it, by turns. */
      const movedBy = (
        shift: number,
        week: IsoWeek,
        beside: readonly IsoWeek[],
      ): ReadonlyMap<string, IsoWeek> | null => {
        const moved = new Map<string, IsoWeek>();
        for (const post of flagged) {
          const at = weekOfPost(post);
          if (at === null || moved.size === Math.abs(shift)) continue;
          const to = shift > 0 ? week : beside[moved.size % beside.length];
          const isFrom = shift > 0 ? beside.includes(at) : at === week;
          if (to !== undefined && isFrom && mayMove(post, at, to)) moved.set(post.postId, to);
        }
        return moved.size === Math.abs(shift) ? moved : null;
      };
      for (const week of inside) {
        const cell = cellOf(
          flagged.filter((post) => weekOfPost(post) === week),
          rules,
        );
        if (!cell.underThreshold) continue;
        const worlds = SHIFTS.flatMap((shift) => {
          const others = inside.filter((other) => other !== week);
          return [...others.map((other) => [other]), others].flatMap((weeksBeside) => {
            const moved = movedBy(shift, week, weeksBeside);
            return moved ? [moved] : [];
          });
        });
        if (worlds.length === 0) continue;
        found.attacked += 1;
        let isOpen = false;
        for (const moved of worlds) {
          isOpen = await isSame(moved);
          if (isOpen) break;
        }
        if (!isOpen)
          found.cells.push(
            `the city, ${week} of ${weeks.join(' to ')}: ${cell.posts} of ${figures.flagged[signal]} posts that carry ${signal}, told by surges`,
          );
      }
    }
  }
  return found;
};
