import type { ProtectionRules, SuppressionReason, Tally } from '@marsad/records';
import { gate, type Measures } from './gate.js';
import { rulesFrom } from './rules.js';

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
 * comes back without its figures, so that nothing behind the gate can print them.
 * @param rules what the city raised; the floor holds for the rest
 * @throws InputError for rules below the floor
 */
export const protect = <Cell extends Measures>(
  cells: readonly Cell[],
  rules: Partial<ProtectionRules> = {},
): Protected<Cell>[] => {
  const full = rulesFrom(rules);
  return cells.map((cell): Protected<Cell> => {
    if (cell.posts === 0 && !cell.copies) return { ...cell, status: 'no-data' };
    const reason = gate(cell, full);
    if (reason === null) return { ...cell, status: 'shown' };
    const kept = Object.fromEntries(Object.entries(cell).filter(([field]) => !FIGURES.includes(field as Figure)));
    return { ...(kept as Omit<Cell, Figure>), status: 'suppressed', reason };
  });
};
