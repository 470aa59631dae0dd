import type { Part } from './parts.js';

/**
 * A square grid over all areas. A cell that no edge touches has one answer for every point in it; a touched cell lists
 * the parts to be asked. The edges of a part are also filed by grid row, since a ray to the side meets no others.
 */
export interface Grid {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  size: number;
  columnsPerDegree: number;
  rowsPerDegree: number;
  /** per cell: the part that holds all of it, `NOBODY`, or `ASK` */
  answer: Int32Array;
  /** per cell: where its candidates begin in `candidates`; one entry more than there are cells */
  candidateStart: Int32Array;
  /** `part * 2`, plus 1 when an edge of the part touches the cell; in the order of the parts */
  candidates: Int32Array;
  /** per part: `firstRow` and the offset of that row in `rowStart` */
  firstRow: Int32Array;
  rowOffset: Int32Array;
  rowStart: Int32Array;
  /** x1, y1, x2, y2 of the edges of one part and row, side by side */
  rowEdges: Float64Array;
}

export const NOBODY = -1;
export const ASK = -2;

/** Cells are widened by this share of their width when edges are drawn into them: far above rounding, far below a cell. */
const PAD = 1e-6;

/** About one cell per edge: finer grids cost memory, coarser ones leave more points at a border. */
const sizeFor = (edges: number): number => Math.min(512, Math.max(16, Math.ceil(1.2 * Math.sqrt(edges))));

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

/** Files the edges of every part by the grid rows they reach into. */
const fileByRow = (parts: readonly Part[], rowOf: (y: number) => number) => {
  const firstRow = new Int32Array(parts.length);
  const rowOffset = new Int32Array(parts.length);
  const rows: number[][] = [];
  parts.forEach(({ edges }, part) => {
    let first = Number.POSITIVE_INFINITY;
    let last = -1;
    for (let edge = 0; edge < edges.length; edge += 4) {
      const row = rowOf(at(edges, edge + 1));
      first = Math.min(first, row);
      last = Math.max(last, row);
    }
    firstRow[part] = first;
    rowOffset[part] = rows.length;
    const own: number[][] = Array.from({ length: last - first + 1 }, () => []);
    for (let edge = 0; edge < edges.length; edge += 4) {
      const from = rowOf(Math.min(at(edges, edge + 1), at(edges, edge + 3)));
      const to = rowOf(Math.max(at(edges, edge + 1), at(edges, edge + 3)));
      for (let row = from; row <= to; row += 1)
        own[row - first]?.push(at(edges, edge), at(edges, edge + 1), at(edges, edge + 2), at(edges, edge + 3));
    }
    for (const row of own) rows.push(row);
  });
  const rowStart = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    rowStart[index + 1] = at(rowStart, index) + row.length;
  });
  const rowEdges = new Float64Array(at(rowStart, rows.length));
  rows.forEach((row, index) => {
    rowEdges.set(row, at(rowStart, index));
  });
  return { firstRow, rowOffset, rowStart, rowEdges };
};

/** Builds the grid. `box` is west, south, east, north of all parts. */
export const gridOver = (parts: readonly Part[], box: readonly [number, number, number, number]): Grid => {
  const [minX, minY, maxX, maxY] = box;
  const size = sizeFor(parts.reduce((sum, { edges }) => sum + edges.length / 4, 0));
  const columnsPerDegree = maxX > minX ? size / (maxX - minX) : 0;
  const rowsPerDegree = maxY > minY ? size / (maxY - minY) : 0;
  const cellOf = (offset: number): number => Math.max(0, Math.min(size - 1, Math.floor(offset)));
  const rowOf = (y: number): number => cellOf((y - minY) * rowsPerDegree);
  const rows = fileByRow(parts, rowOf);

  const entryCells: number[] = [];
  const entries: number[] = [];
  const touchedBy = new Int32Array(size * size).fill(-1);
  parts.forEach((_, part) => {
    const offset = at(rows.rowOffset, part);
    const rowCount = (part + 1 < parts.length ? at(rows.rowOffset, part + 1) : rows.rowStart.length - 1) - offset;
    for (let index = 0; index < rowCount; index += 1) {
      const row = at(rows.firstRow, part) + index;
      const bottom = minY + (row - PAD) / (rowsPerDegree || 1);
      const top = minY + (row + 1 + PAD) / (rowsPerDegree || 1);
      const middle = minY + (row + 0.5) / (rowsPerDegree || 1);
      const crossings: number[] = [];
      for (let edge = at(rows.rowStart, offset + index); edge < at(rows.rowStart, offset + index + 1); edge += 4) {
        const x1 = at(rows.rowEdges, edge);
        const y1 = at(rows.rowEdges, edge + 1);
        const x2 = at(rows.rowEdges, edge + 2);
        const y2 = at(rows.rowEdges, edge + 3);
        const xAt = (y: number): number => (y1 === y2 ? x1 : x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
        // The piece of the edge inside this row: its ends are the edge's own or lie on the rims of the row.
        const low =
          y1 === y2 ? [x1, x2] : [Math.max(bottom, Math.min(y1, y2)), Math.min(top, Math.max(y1, y2))].map(xAt);
        const [a = x1, b = x2] = low;
        const from = cellOf((Math.min(a, b) - minX) * columnsPerDegree - PAD);
        const to = cellOf((Math.max(a, b) - minX) * columnsPerDegree + PAD);
        for (let cell = row * size + from; cell <= row * size + to; cell += 1) {
          if (touchedBy[cell] === part) continue;
          touchedBy[cell] = part;
          entryCells.push(cell);
          entries.push(part * 2 + 1);
        }
        if (y1 > middle !== y2 > middle) crossings.push(xAt(middle));
      }
      // Between the first and second crossing, third and fourth … the middle of the row lies inside the part.
      crossings.sort((left, right) => left - right);
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const from = cellOf((at(crossings, pair) - minX) * columnsPerDegree);
        const to = cellOf((at(crossings, pair + 1) - minX) * columnsPerDegree);
        for (let cell = row * size + from; cell <= row * size + to; cell += 1) {
          if (touchedBy[cell] === part) continue;
          entryCells.push(cell);
          entries.push(part * 2);
        }
      }
    }
  });

  const answer = new Int32Array(size * size).fill(NOBODY);
  const candidateStart = new Int32Array(size * size + 1);
  for (const cell of entryCells) candidateStart[cell + 1] = at(candidateStart, cell + 1) + 1;
  for (let cell = 0; cell < size * size; cell += 1)
    candidateStart[cell + 1] = at(candidateStart, cell + 1) + at(candidateStart, cell);
  const next = candidateStart.slice();
  const candidates = new Int32Array(entries.length);
  entryCells.forEach((cell, index) => {
    const entry = at(entries, index);
    const slot = at(next, cell);
    next[cell] = slot + 1;
    candidates[slot] = entry;
    // Parts come in order, so the first one to hold a cell whole keeps it unless an earlier one touches it.
    if (answer[cell] === NOBODY) answer[cell] = entry % 2 === 0 ? entry / 2 : ASK;
  });
  return { minX, minY, maxX, maxY, size, columnsPerDegree, rowsPerDegree, answer, candidateStart, candidates, ...rows };
};
