import { flowNetwork } from '../margins/most-flow.js';
import type { AreaRow, GroupCell } from '../margins/published-view.js';

/** A row, and those of its columns whose posts are sought (all of them, when left out); or a cell of a group. */
export type Asked = { row: number; columns?: readonly number[] } | { cell: number };

/** What the margins leave possible. */
export interface Bounds {
  low: number;
  high: number;
}

/**
 * The least and the most that one row may hold in some of its columns, when every column (a block of the city) is known
 * to hold exactly `columns[i]` posts, each of which stands in one row or in none. Every unknown number stands in one row
 * and one column, and groups of rows lie between the two, so that the equations are those of a flow through a network: its
 * linear programme has whole solutions, and the bounds are those of the programme (Hoffman and Kruskal 1956). Found by
 * greatest flows, without a solver.
 * @param leastInNone posts that at least stand in no row, in every column or in each
 * @param groups what is known of groups of rows, by column
 * @returns null when no numbers fit the margins
 */
export const marginBounds = (
  columns: readonly number[],
  rows: readonly AreaRow[],
  asked: Asked,
  leastInNone: number | readonly number[] = 0,
  groups: readonly GroupCell[] = [],
): Bounds | null => {
  const total = columns.reduce((sum, posts) => sum + posts, 0);
  const cap = (most: number): number => Math.min(most, total);
  const target = 'row' in asked ? rows[asked.row] : groups[asked.cell];
  if (!target) return null;
  const sought = new Set('row' in asked ? (asked.columns ?? rows[asked.row]?.columns) : []);
  const cellOf = new Map(groups.map(({ group, column }, at) => [`${group} ${column}`, at]));

  /** Whether numbers fit when the sought part is held between two bounds. */
  const fits = (least: number, most: number): boolean => {
    const SOURCE = 0;
    const SINK = 1;
    const EXTRA_SOURCE = 2;
    const EXTRA_SINK = 3;
    const column = (index: number): number => 4 + index;
    const row = (index: number): number => 4 + columns.length + index;
    const part = row(rows.length);
    const cell = (index: number): number => part + 1 + index;
    const network = flowNetwork(cell(groups.length));
    /** Where posts of a row go that stand in a column. */
    const into = (group: number | undefined, index: number): number => {
      const at = group === undefined ? undefined : cellOf.get(`${group} ${index}`);
      return at === undefined ? column(index) : cell(at);
    };
    let demand = 0;
    const between = (from: number, to: number, low: number, high: number): void => {
      if (high > low) network.addPipe(from, to, high - low);
      if (low <= 0) return;
      network.addPipe(EXTRA_SOURCE, to, low);
      network.addPipe(from, EXTRA_SINK, low);
      demand += low;
    };
    for (const [index, posts] of columns.entries()) {
      between(column(index), SINK, posts, posts);
      const inNone = typeof leastInNone === 'number' ? leastInNone : (leastInNone[index] ?? 0);
      between(SOURCE, column(index), inNone, total);
    }
    for (const [index, { group, column: at, least: low, most: high }] of groups.entries()) {
      const isAsked = 'cell' in asked && asked.cell === index;
      const [from, to] = isAsked ? [Math.max(low, least), Math.min(high, most)] : [low, high];
      if (from > cap(to)) return false;
      if (cellOf.get(`${group} ${at}`) === index) between(cell(index), column(at), from, cap(to));
    }
    for (const [index, { least: low, most: high, columns: of, group }] of rows.entries()) {
      if (low > cap(high)) return false;
      between(SOURCE, row(index), low, cap(high));
      const within = 'row' in asked && index === asked.row ? sought : new Set<number>();
      for (const each of of) if (!within.has(each)) network.addPipe(row(index), into(group, each), total);
      if (within.size === 0) continue;
      if (least > cap(most)) return false;
      between(row(index), part, least, cap(most));
      for (const each of within) network.addPipe(part, into(group, each), total);
    }
    network.addPipe(SINK, SOURCE, Number.MAX_SAFE_INTEGER);
    return network.most(EXTRA_SOURCE, EXTRA_SINK) === demand;
  };

  const highest = cap(target.most);
  if (!fits(0, highest)) return null;
  /** First number from `from` to `to` for which `holds`, which once true stays true. */
  const first = (from: number, to: number, holds: (number: number) => boolean): number => {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    low: first(0, highest, (most) => fits(0, most)),
    high: highest - first(0, highest, (less) => fits(highest - less, highest)),
  };
};
