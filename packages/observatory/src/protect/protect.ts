import type { ProtectionRules, SuppressionReason } from '@marsad/records';
import { gate, type Measures } from './gate.js';
import { rulesFrom } from './rules.js';
import { dimensionsOf, placeIn, withoutFigures } from './table/dimensions.js';
import { hideComplements } from './table/hide-complements.js';
import { breaksWeeks } from './table/units-of-time.js';

/** Fields of words, and those that say which cell it is though they may be numbers. */
type Named<Cell> = {
  [Field in keyof Cell as Field extends 'severity' | 'week' | 'month' | 'day'
    ? Field
    : NonNullable<Cell[Field]> extends string
      ? Field
      : never]: Cell[Field];
};

export type Protected<Cell extends Measures> =
  | (Cell & { status: 'shown' | 'no-data' })
  | (Named<Cell> & { status: 'suppressed'; reason: SuppressionReason });

const known = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

/** What was published before of the same table. */
export interface ProtectedBefore<Cell extends Measures> {
  /** answers of `protect` that left the house; none when left out */
  before?: readonly Protected<Cell>[];
}

/** Whether an earlier answer stays, since those who came or went would not pass by themselves. */
const staysAsShown = (then: Measures, now: Measures, rules: ProtectionRules): boolean => {
  const more = {
    posts: now.posts - then.posts,
    authors: now.authors - then.authors,
    sources: now.sources - then.sources,
  };
  const isSame = more.posts === 0 && more.authors === 0 && more.sources === 0;
  return !isSame && gate(more, rules) !== null;
};

/**
 * The publish gate over a list of cells (tallies or anything with their counts), in the same order. A suppressed cell
 * comes back with nothing but which it is, so that nothing behind the gate can print its figures. Cells of which one is the sum of
 * others (the city of its areas, a period of its weeks, all signals of each) are looked at together: where all sums together
 * would tell a hidden one to within one post, others are hidden with it. The week is the finest unit of time: days are
 * hidden, and months beside weeks, since neither is made of the other.
 *
 * What says which cell it is: `area`, `district`, `period` and their like, and whatever field of words tells cells apart that are alike in these.
 * @param rules what the city raised; the floor holds for the rest
 * @param before answers that were published: what was shown keeps its answer unless those who came since pass the gate by themselves, what was hidden
 *   stays hidden, so that subtracting two tables tells no more than either
 * @throws InputError for rules below the floor
 */
export const protect = <Cell extends Measures>(
  cells: readonly Cell[],
  rules: Partial<ProtectionRules> = {},
  { before = [] }: ProtectedBefore<Cell> = {},
): Protected<Cell>[] => {
  const full = rulesFrom(rules);
  const rows: Readonly<Record<string, unknown>>[] = cells.map((cell) => Object.fromEntries(Object.entries(cell)));
  const earlierRows = before.map((cell) => Object.fromEntries(Object.entries(cell)));
  const dimensions = dimensionsOf([...rows, ...earlierRows]);
  const answers = new Map(before.map((cell, at) => [placeIn(earlierRows[at] ?? {}, dimensions), cell]));
  const earlier = rows.map((row) => answers.get(placeIn(row, dimensions)));
  /** Cells as they may be told at most: as they were told before where too few came since. */
  const told = cells.map((cell, at): Cell => {
    const answer = earlier[at];
    if (answer?.status !== 'shown' || !staysAsShown(answer, cell, full)) return cell;
    const { status: _, ...asBefore } = answer;
    return asBefore as unknown as Cell;
  });
  const isEmpty = (cell: Cell): boolean => cell.posts === 0 && !cell.copies;
  const reasonOf = breaksWeeks(rows);
  const reasons = hideComplements(
    rows,
    dimensions,
    told.map(({ posts }) => (Number.isFinite(posts) ? posts : 0)),
    told.map((cell, at) => {
      if (isEmpty(cell)) return null;
      const { posts, authors, sources, topAuthorShare } = cell;
      const measures = { posts: known(posts), authors: known(authors), sources: known(sources), topAuthorShare };
      const wasHidden = earlier[at]?.status === 'suppressed';
      return gate(measures, full) ?? (wasHidden || reasonOf(at) ? 'protects-another-cell' : null);
    }),
    full,
    (at) => earlier[at]?.status === 'shown',
  );
  return told.map((cell, at): Protected<Cell> => {
    if (isEmpty(cell)) return { ...cell, status: 'no-data' };
    const reason = reasons[at] ?? null;
    return reason === null
      ? { ...cell, status: 'shown' }
      : { ...(withoutFigures(rows[at] ?? {}, dimensions) as Named<Cell>), status: 'suppressed', reason };
  });
};
