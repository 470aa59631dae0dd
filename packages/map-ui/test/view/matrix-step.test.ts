import { weeksBetween } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/view/matrix.js';
import { cellAt, matrixStep } from '../../src/view/matrix-step.js';
import { visibleRows } from '../../src/view/visible-rows.js';
import { weekTicks } from '../../src/view/week-ticks.js';
import { hidden } from './make-block.js';

const weeks = weeksBetween('2026-W14', '2026-W19');
const row = (...cuts: [string, string][]) => ({
  area: 'a',
  cells: cellsOf(
    'a',
    cuts.map((one) => hidden('a', one)),
    { signal: 'hate', target: 'all' },
    weeks,
  ),
  change: null,
});
const rows = [
  row(['2026-W14', '2026-W16'], ['2026-W17', '2026-W19']),
  row(['2026-W14', '2026-W17'], ['2026-W18', '2026-W19']),
];

describe('the keys of the matrix', () => {
  const at = { row: 0, week: '2026-W17' };

  it('go forward in time along the direction of writing', () => {
    expect(matrixStep('ArrowLeft', at, rows, 'ltr')).toEqual({ row: 0, week: '2026-W14' });
    expect(matrixStep('ArrowRight', at, rows, 'rtl')).toEqual({ row: 0, week: '2026-W14' });
    expect(matrixStep('ArrowRight', { row: 0, week: null }, rows, 'ltr')).toEqual({ row: 0, week: '2026-W14' });
    expect(matrixStep('ArrowLeft', { row: 0, week: '2026-W14' }, rows, 'ltr')).toEqual({ row: 0, week: null });
    expect(matrixStep('ArrowLeft', at, rows, 'rtl')).toEqual(at);
  });

  it('keep the week on the way up and down, although the cells begin elsewhere', () => {
    const below = matrixStep('ArrowDown', at, rows, 'ltr');
    expect(below).toEqual({ row: 1, week: '2026-W17' });
    expect(cellAt(rows[1], '2026-W17')).toBe(0);
    expect(below && matrixStep('ArrowUp', below, rows, 'ltr')).toEqual(at);
    expect(matrixStep('PageDown', at, rows, 'ltr')?.row).toBe(1);
    expect(matrixStep('PageUp', at, rows, 'ltr')?.row).toBe(0);
  });

  it('reach both ends of a row, and leave other keys alone', () => {
    expect(matrixStep('Home', at, rows, 'ltr')).toEqual({ row: 0, week: null });
    expect(matrixStep('End', { row: 1, week: null }, rows, 'ltr')).toEqual({ row: 1, week: '2026-W18' });
    expect(matrixStep('Tab', at, rows, 'ltr')).toBeNull();
  });
});

describe('the rows in sight', () => {
  it('are all of a short list, and few of a long one', () => {
    expect(visibleRows(20, 30, 0, 1200)).toEqual({ first: 0, end: 20 });
    expect(visibleRows(3000, 30, 30_000, 600)).toEqual({ first: 992, end: 1028 });
    expect(visibleRows(3000, 30, 89_400, 600).end).toBe(3000);
  });
});

describe('the weeks written on an axis', () => {
  it('are evenly apart and no more than there is room for, the last one too', () => {
    expect(weekTicks(weeksBetween('2026-W14', '2026-W39'), 8).map(({ column }) => column)).toEqual([
      0, 4, 8, 12, 16, 20,
    ]);
    expect(weekTicks(weeks, 8)).toHaveLength(6);
    for (const count of [1, 60, 200, 900]) {
      const many = Array.from({ length: count }, (_, index) => String(index));
      expect(weekTicks(many, 8).length).toBeLessThanOrEqual(8);
    }
  });
});
