import { flowNetwork } from './most-flow.js';

/** Posts of one area over one run of weeks, of which a reader knows the number or only its bounds. */
export interface AreaRow {
  least: number;
  /** Infinity when nothing is known */
  most: number;
  /** index into the columns that the run of weeks touches */
  columns: readonly number[];
}

/** What the margins leave possible. */
export interface Bounds {
  low: number;
  high: number;
}

/**
 * The least and the most that one row may hold in some of its columns, when every column (a block of the city) is known
 * to hold exactly `columns[i]` posts, each of which stands in one row or in none. Every unknown number stands in one row
 * and one column, so that the equations are those of a flow through a network: its linear programme has whole
 * solutions, and the bounds are those of the programme (Hoffman and Kruskal 1956). Found by greatest flows, without a
 * solver.
 * @param asked a row, and those of its columns whose posts are sought (all of them, when left out)
 * @param leastInNone posts that at least stand in no row, in every column
 * @returns null when no numbers fit the margins
 */
export const marginBounds = (
  columns: readonly number[],
  rows: readonly AreaRow[],
  asked: { row: number; columns?: readonly number[] },
  leastInNone = 0,
): Bounds | null => {
  const total = columns.reduce((sum, posts) => sum + posts, 0);
  const cap = (most: number): number => Math.min(most, total);
  const target = rows[asked.row];
  if (!target) return null;
  const sought = new Set(asked.columns ?? target.columns);

  /** Whether numbers fit when the sought part is held between two bounds. */
  const fits = (least: number, most: number): boolean => {
    const SOURCE = 0;
    const SINK = 1;
    const EXTRA_SOURCE = 2;
    const EXTRA_SINK = 3;
    const column = (index: number): number => 4 + index;
    const row = (index: number): number => 4 + columns.length + index;
    const part = row(rows.length);
    const network = flowNetwork(part + 1);
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
      between(SOURCE, column(index), leastInNone, total);
    }
    for (const [index, { least: low, most: high, columns: of }] of rows.entries()) {
      if (low > cap(high)) return false;
      between(SOURCE, row(index), low, cap(high));
      const within = index === asked.row ? sought : new Set<number>();
      for (const each of of) if (!within.has(each)) network.addPipe(row(index), column(each), total);
      if (within.size === 0) continue;
      if (least > cap(most)) return false;
      between(row(index), part, least, cap(most));
      for (const each of within) network.addPipe(part, column(each), total);
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
