import type { Block, IsoWeek } from '@marsad/records/snapshot';
import { changeOf } from './change.js';
import type { WeekRange } from './coverage.js';

import type { Difference } from './difference.js';
import { type AreaFigures, figuresOfArea, type Question } from './figures.js';

/** One block of weeks of one area, or a run of weeks without any block. */
export interface MatrixCell {
  weeks: WeekRange;
  /** position of its first week among the columns, from 0 */
  column: number;
  /** number of columns it spans */
  span: number;
  figures: AreaFigures;
}

/** One area (null is the city) over all weeks of the snapshot, and its change in the chosen ones. */
export interface MatrixRow {
  area: string | null;
  /** side by side from the first column to the last, without gaps */
  cells: MatrixCell[];
  /** last shown cell wholly inside the chosen weeks minus the first; null where fewer than two are shown */
  change: Difference | null;
}

type Asked = Pick<Question, 'signal' | 'target'>;

/** The cells of one area, in order of time. `weeks` are all weeks of the snapshot; blocks outside of them are left out. */
export const cellsOf = (
  area: string | null,
  blocks: readonly Block[],
  asked: Asked,
  weeks: readonly IsoWeek[],
): MatrixCell[] => {
  const cells: MatrixCell[] = [];
  let next = 0;
  const add = (column: number, last: number, of: readonly Block[]): void => {
    const [from, to] = [weeks[column], weeks[last]];
    if (from === undefined || to === undefined) return;
    const range = { from, to };
    const figures = figuresOfArea(area, of, { ...asked, range, whole: false });
    cells.push({ weeks: range, column, span: last - column + 1, figures });
    next = last + 1;
  };
  for (const block of blocks) {
    if (block.weeks === null) continue;
    const [column, last] = [weeks.indexOf(block.weeks[0]), weeks.indexOf(block.weeks[1])];
    if (column < next || last < column) continue;
    if (column > next) add(next, column - 1, []);
    add(column, last, [block]);
  }
  if (next < weeks.length) add(next, weeks.length - 1, []);
  return cells;
};

/** How the share moved inside `range`: the last cell that lies wholly in it and shows a figure, minus the first. */
export const changeWithin = (cells: readonly MatrixCell[], range: WeekRange): Difference | null => {
  const shown = cells.filter(
    ({ weeks, figures }) => figures.rate !== null && weeks.from >= range.from && weeks.to <= range.to,
  );
  const [first] = shown;
  const last = shown.at(-1);
  return first && last && shown.length > 1 ? (changeOf(first.figures, last.figures).shares?.difference ?? null) : null;
};
