import type { ProtectionRules, SuppressionReason } from '@marsad/records';
import { type Axis, axesOf } from './axes.js';
import { type Corner, cheapestMove, type Move, type MoveTable } from './cheapest-move.js';
import { searchedChange } from './searched-change.js';
import { marginsOf } from './table-margins.js';

/** A number is told within one when nobody can think it to be so much more or less. */
const FAR = 2;

/** In tables of more lowest cells than this no change is searched for step by step: it would take long. */
const SEARCHED = 150;

/** What the words beside a hidden number give away: none is shown as no data, few are fewer than the gate asks for. */
const toldBy = (reason: SuppressionReason, posts: number, { minimumPosts }: ProtectionRules) =>
  reason === 'too-few-posts'
    ? { low: Math.min(1, posts), high: minimumPosts - 1 }
    : { low: minimumPosts, high: Number.POSITIVE_INFINITY };

/**
 * Complementary suppression over a table of any dimensions. For every cell that the gate hides there is, in the end, another table with the
 * same sums and the same shown cells in which it holds two more or two less, and every hidden cell a number that the word beside it
 * allows. So bounds by linear programming over all sums never tell it to within one. Where hidden cells do not make up such a table, the
 * cheapest shown ones that do are hidden with them: those of fewest posts. What was found for one cell is not undone by hiding more.
 * Where readers know so many cells already (`isKnown`) that no other table is left, nothing more can be done.
 * @param cells which each cell is, by its dimensions
 * @param reasons why the gate hides each cell, null for those it lets through
 * @param isKnown whether readers know the number of a cell, so that hiding it is of no use
 * @returns the reasons after it
 */
export const hideComplements = (
  cells: readonly Readonly<Record<string, unknown>>[],
  dimensions: readonly string[],
  posts: readonly number[],
  reasons: readonly (SuppressionReason | null)[],
  rules: ProtectionRules,
  isKnown: (cell: number) => boolean = () => false,
): (SuppressionReason | null)[] => {
  const result = [...reasons];
  const axes = axesOf(cells, dimensions);
  const coordinates = cells.map((cell) => axes.map((axis) => axis.coordinateOf(cell)));
  const keys = coordinates.map((of) => JSON.stringify(of));
  const cellAt = new Map(keys.map((key, at) => [key, at]));
  const margins = marginsOf(cells, dimensions);
  const marginsAt = new Map<number, { margin: (typeof margins)[number]; isTotal: boolean }[]>();
  for (const margin of margins) {
    for (const at of [margin.total, ...margin.parts]) {
      const list = marginsAt.get(at);
      const entry = { margin, isTotal: at === margin.total };
      if (list) list.push(entry);
      else marginsAt.set(at, [entry]);
    }
  }

  /** Hidden cells whose word would tell too much: that they protect others says nothing of their own number. */
  const mute = new Set<number>();
  let known: { cell: number; sums: number[] }[] | undefined;
  const sumsOver = (cell: number): number[] =>
    axes
      .map((axis, at) => axis.chainFrom(coordinates[cell]?.[at] ?? ''))
      .reduce<string[][]>((lists, chain) => lists.flatMap((list) => chain.map((one) => [...list, one])), [[]])
      .flatMap((of) => cellAt.get(JSON.stringify(of)) ?? [])
      .filter((at) => at !== cell);

  /** By how many posts cells have changed in a move that is half done. */
  const moved = new Map<number, number>();
  const table: MoveTable = {
    axes,
    at: (of) => cellAt.get(JSON.stringify(of)),
    coordinatesOf: (cell) => coordinates[cell] ?? [],
    cost: (cell) => {
      if (result[cell] !== null && result[cell] !== undefined) return 0;
      const number = posts[cell] ?? 0;
      return number > 0 && !isKnown(cell) ? number : Number.POSITIVE_INFINITY;
    },
    room: (cell) => {
      const number = posts[cell] ?? 0;
      const { low, high } = mute.has(cell)
        ? { low: 1, high: Number.POSITIVE_INFINITY }
        : toldBy(result[cell] ?? 'protects-another-cell', number, rules);
      const now = number + (moved.get(cell) ?? 0);
      return { least: low - now, most: high - now };
    },
    areInLine: (one, other) => axes.filter((_, at) => coordinates[one]?.[at] !== coordinates[other]?.[at]).length === 1,
    lowest: () => {
      known ??= [...cells.keys()]
        .filter((at) => !(marginsAt.get(at) ?? []).some(({ isTotal }) => isTotal))
        .map((cell) => ({ cell, sums: sumsOver(cell) }));
      return known;
    },
    keepsSums: (corners: readonly Corner[], axis?: Axis) => {
      const sums = new Map<(typeof margins)[number], number>();
      for (const { cell, by } of corners)
        for (const { margin, isTotal } of marginsAt.get(cell) ?? []) {
          if (axis && !axis.dimensions.includes(margin.along)) continue;
          sums.set(margin, (sums.get(margin) ?? 0) + (isTotal ? -by : by));
        }
      return [...sums.values()].every((sum) => sum === 0);
    },
  };

  /** Two moves one after the other, each of half the way, where none goes all of it. */
  const inTwo = (at: number): Move[] => {
    const ways = [1, -1].flatMap((step): Move[][] => {
      const half = cheapestMove(table, at, [step]);
      if (half === null) return [];
      for (const { cell, by } of half.corners) moved.set(cell, by * half.step);
      const other = cheapestMove(table, at, [step]);
      moved.clear();
      return other === null ? [] : [[half, other]];
    });
    const costOf = (moves: readonly Move[]): number => moves.reduce((sum, { cost }) => sum + cost, 0);
    return ways.sort((a, b) => costOf(a) - costOf(b))[0] ?? [];
  };

  const toProtect = [...reasons.keys()]
    .filter((at) => reasons[at] !== null && marginsAt.has(at))
    .sort((a, b) => (posts[a] ?? 0) - (posts[b] ?? 0) || ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
  const wayOut = (at: number): readonly Corner[] | null => {
    const whole = cheapestMove(table, at, [FAR, -FAR]);
    if (whole) return whole.corners;
    const halves = inTwo(at);
    return halves.length > 0 ? halves.flatMap(({ corners }) => corners) : null;
  };
  const silence = (these: readonly number[]): void => {
    for (const one of these) if (result[one] !== null && (posts[one] ?? 0) > 0) mute.add(one);
  };
  const around = (at: number): number[] =>
    (marginsAt.get(at) ?? []).flatMap(({ margin: { total, parts } }) => [total, ...parts]);
  for (const at of toProtect) {
    let way = wayOut(at);
    for (const these of [[at], around(at), toProtect]) {
      if (way !== null) break;
      silence(these);
      way = wayOut(at) ?? (table.lowest().length > SEARCHED ? null : searchedChange(table, cells.length, at, FAR));
    }
    for (const { cell } of way ?? []) result[cell] ??= 'protects-another-cell';
  }
  return result.map((reason, at) => (reason !== null && mute.has(at) ? 'protects-another-cell' : reason));
};
