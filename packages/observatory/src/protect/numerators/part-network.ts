import type { BlockFigures } from '@marsad/records';
import { flowNetwork } from '../margins/most-flow.js';
import type { PublishedView } from '../margins/published-view.js';
import type { Numerator } from './numerators.js';

/** What the margins leave open of how much of a row's numerator stands in one of its columns. */
export interface PartNetwork {
  /** the least that may stand there */
  lowest(row: number, column: number): number;
  /** the most that may stand there; not looked for beyond `enough` more than some number that may */
  highest(row: number, column: number, enough?: number): number;
}

/** What a block tells of a numerator, else the most that it may be. */
const mostOf = (figures: BlockFigures, { told, within }: Numerator): number =>
  told(figures) ?? (within === null ? Number.MAX_SAFE_INTEGER : figures.flagged[within]);

/**
 * All margins of one numerator as a network: what a block of a neighbourhood tells stands in the columns (blocks of the city) that it
 * touches, and no column holds more than the city tells; less is left to posts that name no neighbourhood. What a district tells of a column is held by its
 * neighbourhoods. One way in which the numbers fit is found, and kept; the least and the most of a part are looked for from there,
 * so that asking for many parts costs little.
 * @param limit the most of a row that may stand in a column, for another reason
 * @returns null when no numbers fit, as when margins are of different times
 */
export const partNetwork = (
  { columns, rows, groups }: PublishedView,
  numerator: Numerator,
  limit: (row: number, column: number) => number = () => Number.MAX_SAFE_INTEGER,
): PartNetwork | null => {
  const ELSEWHERE = 0;
  const columnNode = (column: number): number => 1 + column;
  const cellNode = (cell: number): number => 1 + columns.length + cell;
  const rowNode = (row: number): number => 1 + columns.length + groups.length + row;
  const network = flowNetwork(rowNode(rows.length));

  const left = columns.map(({ figures }) => mostOf(figures, numerator));
  const cellAt = new Map<string, number>();
  const exact: { pipe: number; node: number; number: number }[] = [];
  for (const [at, { block, cell }] of groups.entries()) {
    if (block.status !== 'shown') continue;
    cellAt.set(`${cell.group} ${cell.column}`, cellNode(at));
    const number = numerator.told(block.figures);
    if (number === null) {
      network.addPipe(cellNode(at), columnNode(cell.column), mostOf(block.figures, numerator));
      continue;
    }
    // What a district tells of a column is a column of its own.
    left[cell.column] = (left[cell.column] ?? 0) - number;
    exact.push({ pipe: network.addPipe(cellNode(at), ELSEWHERE, number), node: cellNode(at), number });
  }
  for (const [column, most] of left.entries()) {
    if (most < 0) return null;
    network.addPipe(columnNode(column), ELSEWHERE, most);
  }

  const pipes = new Map<string, { pipe: number; into: number; capacity: number }>();
  const demands: [row: number, number: number][] = [];
  for (const [at, { block, row }] of rows.entries()) {
    const number = block.status === 'shown' ? numerator.told(block.figures) : null;
    const most = number ?? (block.status === 'shown' ? mostOf(block.figures, numerator) : row.most);
    // A block that reaches into weeks in which the city is hidden may hold any part of them there.
    const isWhole = number !== null && row.least > 0;
    const isInTold = row.columns.some((column) => cellAt.has(`${row.group} ${column}`));
    if (most === 0 || (!isWhole && !isInTold)) continue;
    if (isWhole) demands.push([at, most]);
    else network.addPipe(ELSEWHERE, rowNode(at), most);
    for (const column of row.columns) {
      const into = cellAt.get(`${row.group} ${column}`) ?? columnNode(column);
      const capacity = Math.min(most, limit(at, column));
      pipes.set(`${at} ${column}`, { pipe: network.addPipe(rowNode(at), into, capacity), into, capacity });
    }
  }

  for (const [row, number] of demands) if (network.most(rowNode(row), ELSEWHERE, number) < number) return null;
  for (const { pipe, node, number } of exact) {
    const missing = number - network.flow(pipe);
    network.close(pipe);
    if (network.most(ELSEWHERE, node, missing) < missing) return null;
  }

  return {
    lowest: (row, column) => {
      const part = pipes.get(`${row} ${column}`);
      if (!part) return 0;
      const now = network.flow(part.pipe);
      network.close(part.pipe);
      const low = now - network.most(rowNode(row), part.into, now);
      network.open(part.pipe, low);
      return low;
    },
    highest: (row, column, enough = Number.POSITIVE_INFINITY) => {
      const part = pipes.get(`${row} ${column}`);
      if (!part) return Number.MAX_SAFE_INTEGER;
      const now = network.flow(part.pipe);
      network.close(part.pipe);
      const high = now + network.most(part.into, rowNode(row), Math.min(enough, part.capacity - now));
      network.open(part.pipe, high);
      return high;
    },
  };
};
