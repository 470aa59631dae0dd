import type { Axis, Coordinate } from './axes.js';

/** A cell of the table that takes part in a move. */
export interface Corner {
  cell: number;
  by: number;
}

/** Cells whose numbers change together. */
export interface Move {
  corners: readonly Corner[];
  /** by how many posts: below 0 when `from` holds fewer */
  step: number;
  cost: number;
}

/** What the search asks of the table. */
export interface MoveTable {
  axes: readonly Axis[];
  /** the cell at these coordinates, if the table has one */
  at(coordinates: readonly Coordinate[]): number | undefined;
  coordinatesOf(cell: number): readonly Coordinate[];
  /** what it costs to use a cell: 0 if it is hidden, Infinity where its number is known */
  cost(cell: number): number;
  /** by how many posts a hidden cell may change, down and up, and still be what a reader thinks possible; of a shown one, if it were hidden */
  room(cell: number): { least: number; most: number };
  /** whether two cells differ along one axis alone */
  areInLine(one: number, other: number): boolean;
  /** the cells that are no sums of others, each with the sums that it is a part of */
  lowest(): readonly { cell: number; sums: readonly number[] }[];
  /** whether all sums of the table stay when these cells change; along one axis, when given */
  keepsSums(corners: readonly Corner[], axis?: Axis): boolean;
}

interface Point {
  coordinates: readonly Coordinate[];
  by: 1 | -1;
}

/** What it costs to let these points change, and by how much they can; cells that the table lacks cost nothing. Null from `limit` on. */
const weigh = (
  table: MoveTable,
  from: number,
  steps: readonly number[],
  points: readonly Point[],
  limit: number,
): Move | null => {
  const corners: Corner[] = [];
  let cost = 0;
  let open = steps;
  for (const { coordinates, by } of points) {
    const cell = table.at(coordinates);
    if (cell === undefined) continue;
    cost += cell === from ? 0 : table.cost(cell);
    if (cost >= limit) return null;
    const { least, most } = table.room(cell);
    const fits = (step: number): boolean => least <= by * step && by * step <= most;
    if (!open.every(fits)) open = open.filter(fits);
    if (open.length === 0) return null;
    corners.push({ cell, by });
  }
  return { corners, cost, step: open[0] ?? 0 };
};

/**
 * The cheapest change of hidden numbers, one of them `from`, that leaves all sums of the table as they are: then whoever knows all that is
 * shown cannot tell that number from the other. Looked for among products of moves along each axis (the hypercube method, Giessing &
 * Repsilber 2002, with totals as corners too), each checked against the sums themselves.
 * @param steps by how many posts `from` may change: the first that is possible is taken
 * @returns null when there is none
 */
export const cheapestMove = (table: MoveTable, from: number, steps: readonly number[]): Move | null => {
  const base = table.coordinatesOf(from);
  let best: Move | null = null;
  const limit = (): number => best?.cost ?? Number.POSITIVE_INFINITY;
  const along = (index: number, points: readonly Point[]): void => {
    const axis = table.axes[index];
    if (axis === undefined) {
      const found = weigh(table, from, steps, points, limit());
      if (found && table.keepsSums(found.corners)) best = found;
      return;
    }
    const ways = axis.movesFrom(base[index] ?? '').flatMap((move) => {
      const moved = points.flatMap(({ coordinates, by }) =>
        move.map(([coordinate, more]): Point => {
          const there = [...coordinates];
          there[index] = coordinate;
          return { coordinates: there, by: by === more ? 1 : -1 };
        }),
      );
      const found = weigh(table, from, steps, moved, limit());
      return found && table.keepsSums(found.corners, axis) ? [{ moved, cost: found.cost }] : [];
    });
    // The cheapest first, so that the rest need not be followed far.
    for (const { moved } of ways.sort((a, b) => a.cost - b.cost)) {
      if (limit() === 0) return;
      along(index + 1, moved);
    }
  };
  along(0, [{ coordinates: base, by: 1 }]);
  return best;
};
