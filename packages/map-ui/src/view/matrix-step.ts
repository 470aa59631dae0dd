import type { IsoWeek } from '@marsad/records/snapshot';
import type { MatrixRow } from './matrix.js';

/** Where the keyboard stands in the matrix: on the name of a row (`week` null) or on the cell that holds a week. */
export interface MatrixPlace {
  row: number;
  week: IsoWeek | null;
}

/** Rows that one press of PageUp or PageDown passes. */
const PAGE = 10;

/** The position of the cell that holds a week; -1 for the name. */
export const cellAt = (row: MatrixRow | undefined, week: IsoWeek | null): number =>
  week === null || !row ? -1 : row.cells.findIndex(({ weeks }) => weeks.from <= week && week <= weeks.to);

/**
 * Where a key leads, null for keys that lead nowhere. Up and down keep the week, although cells of another row begin
 * elsewhere. The arrow that points along the direction of writing goes forward in time.
 */
export const matrixStep = (
  key: string,
  place: MatrixPlace,
  rows: readonly MatrixRow[],
  direction: 'ltr' | 'rtl',
): MatrixPlace | null => {
  const toRow = (row: number): MatrixPlace => ({ ...place, row: Math.max(0, Math.min(rows.length - 1, row)) });
  const here = rows[place.row];
  const sideways = (by: number): MatrixPlace => {
    const at = Math.max(-1, Math.min((here?.cells.length ?? 0) - 1, cellAt(here, place.week) + by));
    return { row: place.row, week: here?.cells[at]?.weeks.from ?? null };
  };
  switch (key) {
    case 'ArrowDown':
      return toRow(place.row + 1);
    case 'ArrowUp':
      return toRow(place.row - 1);
    case 'PageDown':
      return toRow(place.row + PAGE);
    case 'PageUp':
      return toRow(place.row - PAGE);
    case 'ArrowRight':
      return sideways(direction === 'ltr' ? 1 : -1);
    case 'ArrowLeft':
      return sideways(direction === 'ltr' ? -1 : 1);
    case 'Home':
      return { row: place.row, week: null };
    case 'End':
      return { row: place.row, week: here?.cells.at(-1)?.weeks.from ?? null };
    default:
      return null;
  }
};
