import type { Corner, MoveTable } from './cheapest-move.js';

/** Beside this, what it costs to hide a cell is little. */
const BROKEN = 1e6;
const STEPS = 150;
/** For so many steps a change is not taken back. */
const REMEMBERED = 6;

/** One post more or less in one or two of the lowest cells, and what that does to all sums. */
interface Step {
  leaves: readonly Corner[];
  changes: readonly Corner[];
}

/**
 * A change of the lowest cells of a table, and with them of all sums above, after which `from` holds `far` more or fewer, hidden cells hold
 * what a reader may think they hold, and as few shown cells as can be found have another number: those would have to be hidden. For the
 * few cells for which no product of moves does. A search by steps of one post that does not go back where it came from (tabu search, Glover
 * 1989), always the same for the same table.
 * @param cells how many the table has
 * @returns null when none is found
 */
export const searchedChange = (table: MoveTable, cells: number, from: number, far: number): Corner[] | null => {
  const room = Array.from({ length: cells }, (_, cell) => ({ ...table.room(cell), cost: table.cost(cell) }));
  const above = table.lowest().filter(({ cell }) => table.cost(cell) !== Number.POSITIVE_INFINITY);
  const stepOf = (leaves: readonly Corner[]): Step => {
    const changes = new Map<number, number>();
    for (const { cell, by } of leaves) {
      const sums = above.find((leaf) => leaf.cell === cell)?.sums ?? [];
      for (const one of [cell, ...sums]) changes.set(one, (changes.get(one) ?? 0) + by);
    }
    return { leaves, changes: [...changes].flatMap(([cell, by]) => (by === 0 ? [] : [{ cell, by }])) };
  };
  const steps: Step[] = above.flatMap(({ cell }) => [
    stepOf([{ cell, by: 1 }]),
    stepOf([{ cell, by: -1 }]),
    ...above
      .filter((other) => other.cell !== cell && table.areInLine(cell, other.cell))
      .map((other) =>
        stepOf([
          { cell, by: 1 },
          { cell: other.cell, by: -1 },
        ]),
      ),
  ]);
  let best: { corners: Corner[]; cost: number } | null = null;

  for (const direction of [1, -1]) {
    const changed = new Int32Array(cells);
    const weight = (cell: number, by: number): number => {
      const missing = cell === from ? Math.max(0, far - direction * by) : 0;
      const of = room[cell];
      if (by === 0 || of === undefined) return missing * BROKEN;
      if (of.cost === Number.POSITIVE_INFINITY) return (missing + far * Math.abs(by)) * BROKEN;
      return (missing + Math.max(0, of.least - by, by - of.most)) * BROKEN + of.cost;
    };
    const change = (cell: number): number => changed[cell] ?? 0;
    const notBefore = new Map<string, number>();
    let total = weight(from, 0);
    for (let at = 0; at < STEPS; at += 1) {
      let chosen: Step | null = null;
      let least = Number.POSITIVE_INFINITY;
      for (const step of steps) {
        let after = total;
        for (const { cell, by } of step.changes) after += weight(cell, change(cell) + by) - weight(cell, change(cell));
        if (after >= least || step.leaves.some(({ cell, by }) => (notBefore.get(`${cell} ${by}`) ?? 0) > at)) continue;
        chosen = step;
        least = after;
      }
      if (chosen === null) break;
      for (const { cell, by } of chosen.changes) changed[cell] = change(cell) + by;
      for (const { cell, by } of chosen.leaves) notBefore.set(`${cell} ${-by}`, at + REMEMBERED);
      total = least;
      if (total >= BROKEN || (best !== null && total >= best.cost)) continue;
      const corners = [...changed].flatMap((by, cell) => (by === 0 ? [] : [{ cell, by }]));
      if (table.keepsSums(corners)) best = { corners, cost: total };
      if (total === 0) break;
    }
  }
  return best?.corners ?? null;
};
