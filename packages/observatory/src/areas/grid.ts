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
  /** per cell: the part that holds all of it, `NOBODY`, or −2 − i when its candidates begin at `candidates[i]` */
  answer: Int32Array;
  /**
   * `part * 2`, plus 1 when an edge of the part touches the cell; in the order of the parts. The last one of a cell is
   * followed by `END`.
   */
  candidates: Int32Array;
  /** per part: what is added to a row of the grid to find its edges in `rowStart` */
  rowBase: Int32Array;
  rowStart: Int32Array;
  /** x1, y1, x2, y2 of the edges of one part and row, side by side */
  rowEdges: Float64Array;
}

export const NOBODY = -1;
export const END = -1;

/** Cells are widened by this share of their width when edges are drawn into them: far above rounding, far below a cell. */
const PAD = 1e-6;

/** About three cells per edge: finer grids cost memory and time to build, coarser ones leave more points at a border. */
const sizeFor = (edges: number): number => Math.min(768, Math.max(16, Math.ceil(1.8 * Math.sqrt(edges))));

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

interface Frame {
  minX: number;
  minY: number;
  size: number;
  columnsPerDegree: number;
  rowsPerDegree: number;
  cellOf(offset: number): number;
}

/** Which part holds or touches which cell: `entries[i]` (see `Grid.candidates`) stands in cell `cells[i]`. */
const coverCells = (partCount: number, rows: ReturnType<typeof fileByRow>, frame: Frame) => {
  const { minX, minY, size, columnsPerDegree, cellOf } = frame;
  const { firstRow, rowOffset, rowStart, rowEdges } = rows;
  const rowHeight = frame.rowsPerDegree > 0 ? 1 / frame.rowsPerDegree : 0;
  const cells: number[] = [];
  const entries: number[] = [];
  const touchedBy = new Int32Array(size * size).fill(-1);

  const coverRow = (part: number, row: number, from: number, to: number): void => {
    const bottom = minY + (row - PAD) * rowHeight;
    const top = minY + (row + 1 + PAD) * rowHeight;
    const middle = minY + (row + 0.5) * rowHeight;
    const crossings: number[] = [];
    for (let edge = from; edge < to; edge += 4) {
      const x1 = at(rowEdges, edge);
      const y1 = at(rowEdges, edge + 1);
      const x2 = at(rowEdges, edge + 2);
      const y2 = at(rowEdges, edge + 3);
      const xAt = (y: number): number => x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
      // The piece of the edge inside this row: its ends are the edge's own or lie on the rims of the row.
      const a = y1 === y2 ? x1 : xAt(Math.max(bottom, Math.min(y1, y2)));
      const b = y1 === y2 ? x2 : xAt(Math.min(top, Math.max(y1, y2)));
      const last = row * size + cellOf((Math.max(a, b) - minX) * columnsPerDegree + PAD);
      for (let cell = row * size + cellOf((Math.min(a, b) - minX) * columnsPerDegree - PAD); cell <= last; cell += 1) {
        if (touchedBy[cell] === part) continue;
        touchedBy[cell] = part;
        cells.push(cell);
        entries.push(part * 2 + 1);
      }
      if (y1 > middle !== y2 > middle) crossings.push(xAt(middle));
    }
    // Between the first and second crossing, third and fourth … the middle of the row lies inside the part.
    crossings.sort((left, right) => left - right);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const last = row * size + cellOf((at(crossings, pair + 1) - minX) * columnsPerDegree);
      for (let cell = row * size + cellOf((at(crossings, pair) - minX) * columnsPerDegree); cell <= last; cell += 1) {
        if (touchedBy[cell] === part) continue;
        cells.push(cell);
        entries.push(part * 2);
      }
    }
  };

  for (let part = 0; part < partCount; part += 1) {
    const begin = at(rowOffset, part);
    const end = part + 1 < partCount ? at(rowOffset, part + 1) : rowStart.length - 1;
    for (let slot = begin; slot < end; slot += 1)
      coverRow(part, at(firstRow, part) + slot - begin, at(rowStart, slot), at(rowStart, slot + 1));
  }
  return { cells, entries };
};

/** Sorts the entries by cell, keeping the order of the parts, and notes the cells that need no further question. */
const listByCell = (cells: readonly number[], entries: readonly number[], cellCount: number) => {
  const answer = new Int32Array(cellCount).fill(NOBODY);
  const start = new Int32Array(cellCount + 1);
  for (const cell of cells) start[cell + 1] = at(start, cell + 1) + 1;
  // One place more per cell, for `END`.
  for (let cell = 0; cell < cellCount; cell += 1) {
    const own = at(start, cell + 1);
    start[cell + 1] = at(start, cell) + (own > 0 ? own + 1 : 0);
  }
  const next = start.slice();
  const candidates = new Int32Array(at(start, cellCount)).fill(END);
  cells.forEach((cell, index) => {
    const entry = at(entries, index);
    const slot = at(next, cell);
    next[cell] = slot + 1;
    candidates[slot] = entry;
    // Parts come in order, so the first one to hold a cell whole keeps it unless an earlier one touches it.
    if (answer[cell] === NOBODY) answer[cell] = entry % 2 === 0 ? entry / 2 : -2 - slot;
  });
  return { answer, candidates };
};

/** Builds the grid. `box` is west, south, east, north of all parts. */
export const gridOver = (parts: readonly Part[], box: readonly [number, number, number, number]): Grid => {
  const [minX, minY, maxX, maxY] = box;
  const size = sizeFor(parts.reduce((sum, { edges }) => sum + edges.length / 4, 0));
  const columnsPerDegree = maxX > minX ? size / (maxX - minX) : 0;
  const rowsPerDegree = maxY > minY ? size / (maxY - minY) : 0;
  const cellOf = (offset: number): number => Math.max(0, Math.min(size - 1, Math.floor(offset)));
  const rows = fileByRow(parts, (y) => cellOf((y - minY) * rowsPerDegree));
  const frame = { minX, minY, size, columnsPerDegree, rowsPerDegree, cellOf };
  const { cells, entries } = coverCells(parts.length, rows, frame);
  return {
    minX,
    minY,
    maxX,
    maxY,
    size,
    columnsPerDegree,
    rowsPerDegree,
    rowBase: rows.rowOffset.map((offset, part) => offset - at(rows.firstRow, part)),
    rowStart: rows.rowStart,
    rowEdges: rows.rowEdges,
    ...listByCell(cells, entries, size * size),
  };
};
