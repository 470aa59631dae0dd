import { weeksBetween } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { cellsOf, changeWithin } from '../../src/view/matrix.js';
import { courseOf, MATRIX_ORDERS, type SortableRow, sortMatrix } from '../../src/view/sort-matrix.js';
import { hidden, shown } from './make-block.js';

const weeks = weeksBetween('2026-W14', '2026-W17');
const range = { from: '2026-W14', to: '2026-W17' };
const row = (name: string, early: number | null, late: number | null): SortableRow => {
  const block = (from: string, to: string, flagged: number | null) =>
    flagged === null ? hidden(name, [from, to]) : shown(name, [from, to], { posts: 100, flagged: { hate: flagged } });
  const blocks = [block('2026-W14', '2026-W15', early), block('2026-W16', '2026-W17', late)];
  const cells = cellsOf(name, blocks, { signal: 'hate', target: 'all' }, weeks);
  return {
    area: name,
    cells,
    change: changeWithin(cells, range),
    name,
    rate: early === null ? null : (early + (late ?? early)) / 200,
  };
};
const collator = new Intl.Collator('en');
const rows = [
  row('falling', 40, 5),
  row('silent', null, null),
  row('low', 1, 2),
  row('rising', 5, 44),
  row('half', 30, null),
];
const names = (order: (typeof MATRIX_ORDERS)[number]) => sortMatrix(rows, order, 4, collator).map(({ name }) => name);

describe('the rows of the matrix', () => {
  it('are sorted by share, by change and by name, silent rows last', () => {
    expect(names('rate')).toEqual(['half', 'rising', 'falling', 'low', 'silent']);
    expect(names('change')).toEqual(['rising', 'low', 'falling', 'half', 'silent']);
    expect(names('name')).toEqual(['falling', 'half', 'low', 'rising', 'silent']);
  });

  it('stand by course beside their likes, silent rows last', () => {
    expect(names('course').at(-1)).toBe('silent');
    const order = names('course');
    expect(Math.abs(order.indexOf('half') - order.indexOf('falling'))).toBe(1);
  });

  it('lose nobody in any order', () => {
    for (const order of MATRIX_ORDERS) expect([...names(order)].sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});

describe('a course', () => {
  it('has at most thirteen points, each the mean of its weeks', () => {
    const year = weeksBetween('2026-W01', '2026-W52');
    const blocks = [shown('a', ['2026-W01', '2026-W52'], { posts: 100, flagged: { hate: 25 } })];
    const cells = cellsOf('a', blocks, { signal: 'hate', target: 'all' }, year);
    const course = courseOf({ area: 'a', cells, change: null }, 52);
    expect(course).toHaveLength(13);
    for (const value of course ?? []) expect(value).toBeCloseTo(Math.asin(0.5), 12);
  });

  it('fills hidden weeks with the mean of the others, and is nothing where all are hidden', () => {
    expect([...(courseOf(row('half', 25, null), 4) ?? [])]).toEqual(Array(4).fill(Math.asin(0.5)));
    expect(courseOf(row('silent', null, null), 4)).toBeNull();
  });
});
