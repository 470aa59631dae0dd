import { type Cell, emptyCell, mergeInto } from '../tally/cell.js';

/** Cells of one area by period. */
export type Periods = ReadonlyMap<string, Cell>;

/** The cells of some periods, where there are any. */
export const cellsIn = (periods: Periods, of: readonly string[]): Cell[] =>
  of.flatMap((period) => periods.get(period) ?? []);

/** Posts of some weeks together; not to be changed, since those of one week are its own cell. */
export class Sum {
  #cell: Cell | null = null;
  #isOwn = false;

  add(cell: Cell): void {
    if (this.#cell === null) {
      this.#cell = cell;
      return;
    }
    if (!this.#isOwn) {
      const own = emptyCell();
      mergeInto(own, this.#cell);
      this.#cell = own;
      this.#isOwn = true;
    }
    mergeInto(this.#cell, cell);
  }

  get cell(): Cell {
    this.#cell ??= emptyCell();
    return this.#cell;
  }
}

/** All posts of some periods together; not to be changed. */
export const merged = (periods: Periods, of: readonly string[]): Cell => {
  const sum = new Sum();
  for (const cell of cellsIn(periods, of)) sum.add(cell);
  return sum.cell;
};
