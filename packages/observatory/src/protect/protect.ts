import type { ProtectionRules, SuppressionReason, Tally } from '@marsad/records';
import { gate, type Measures } from './gate.js';
import { hideComplements } from './hide-complements.js';
import { rulesFrom } from './rules.js';
import { marginsOf } from './table-margins.js';

/** Fields of a cell that are figures; all others say which cell it is. */
const FIGURES = [
  'posts',
  'copies',
  'weight',
  'authors',
  'sources',
  'topAuthorShare',
  'flagged',
  'targets',
  'severities',
  'probabilitySums',
  'languages',
  'rungs',
  'stances',
] as const satisfies readonly (keyof Tally)[];
type Figure = (typeof FIGURES)[number];

export type Protected<Cell extends Measures> =
  | (Cell & { status: 'shown' | 'no-data' })
  | (Omit<Cell, Figure> & { status: 'suppressed'; reason: SuppressionReason });

/**
 * The publish gate over a list of cells (tallies or anything with their counts), in the same order. A suppressed cell
 * comes back without its figures, so that nothing behind the gate can print them. Cells of which one is the sum of
 * others (the city of its areas, a period of its weeks, all signals of each) are looked at together: where subtracting
 * would tell a hidden one to within one post, another is hidden with it.
 * @param rules what the city raised; the floor holds for the rest
 * @throws InputError for rules below the floor
 */
export const protect = <Cell extends Measures>(
  cells: readonly Cell[],
  rules: Partial<ProtectionRules> = {},
): Protected<Cell>[] => {
  const full = rulesFrom(rules);
  const without = (cell: Cell): Omit<Cell, Figure> =>
    Object.fromEntries(Object.entries(cell).filter(([field]) => !FIGURES.includes(field as Figure))) as Omit<
      Cell,
      Figure
    >;
  const isEmpty = (cell: Cell): boolean => cell.posts === 0 && !cell.copies;
  const reasons = hideComplements(
    cells.map(({ posts }) => (Number.isFinite(posts) ? posts : 0)),
    cells.map((cell) => (isEmpty(cell) ? null : gate(cell, full))),
    marginsOf(cells.map(without)),
    full,
  );
  return cells.map((cell, at): Protected<Cell> => {
    if (isEmpty(cell)) return { ...cell, status: 'no-data' };
    const reason = reasons[at] ?? null;
    return reason === null ? { ...cell, status: 'shown' } : { ...without(cell), status: 'suppressed', reason };
  });
};
