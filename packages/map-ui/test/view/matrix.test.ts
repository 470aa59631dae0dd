import { weeksBetween } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, changeWithin } from '../../src/view/matrix.js';
import { hidden, shown } from './make-block.js';

const weeks = weeksBetween('2026-W14', '2026-W25');
const asked = { signal: 'hate', target: 'all' } as const;
const place = (cells: ReturnType<typeof cellsOf>) =>
  cells.map(({ column, span, figures }) => [column, span, figures.class]);

describe('the cells of an area', () => {
  it('are its blocks, whole, and the weeks without any, each silence apart', () => {
    const blocks = [
      shown('a', ['2026-W15', '2026-W17'], { posts: 20, flagged: { hate: 3 } }),
      hidden('a', ['2026-W18', '2026-W19']),
      shown('a', null, { posts: 10 }),
    ];
    expect(place(cellsOf('a', blocks, asked, weeks))).toEqual([
      [0, 1, 'no-data'],
      [1, 3, 'flagged-3-5'],
      [4, 2, 'suppressed'],
      [6, 6, 'no-data'],
    ]);
  });

  it('are one cell without data where there is no block', () => {
    expect(place(cellsOf('a', [], asked, weeks))).toEqual([[0, 12, 'no-data']]);
  });

  it('leave out what lies outside of the weeks of the snapshot', () => {
    expect(place(cellsOf('a', [hidden('a', ['2025-W50', '2026-W15'])], asked, weeks))).toEqual([[0, 12, 'no-data']]);
  });

  it('stand side by side from the first week to the last, whatever the blocks', () => {
    const cuts = fc.uniqueArray(fc.nat(11), { maxLength: 12 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(cuts, fc.array(fc.constantFrom('shown', 'hidden', 'none'), { minLength: 12 }), (at, kinds) => {
        const blocks = at.flatMap((start, index) => {
          const [from, to] = [weeks[start], weeks[(at[index + 1] ?? 12) - 1]];
          if (from === undefined || to === undefined || kinds[index] === 'none') return [];
          return [kinds[index] === 'shown' ? shown('a', [from, to], { posts: 12 }) : hidden('a', [from, to])];
        });
        const cells = cellsOf('a', blocks, asked, weeks);
        let next = 0;
        for (const cell of cells) {
          expect(cell.column).toBe(next);
          expect(weeks[cell.column]).toBe(cell.weeks.from);
          expect(weeks[cell.column + cell.span - 1]).toBe(cell.weeks.to);
          next += cell.span;
        }
        expect(next).toBe(12);
        expect(cells.filter(({ figures }) => figures.class !== 'no-data')).toHaveLength(blocks.length);
      }),
    );
  });
});

describe('the change of an area', () => {
  const blocks = [
    shown('a', ['2026-W14', '2026-W15'], { posts: 100, flagged: { hate: 2 } }),
    hidden('a', ['2026-W16', '2026-W17']),
    shown('a', ['2026-W18', '2026-W19'], { posts: 100, flagged: { hate: 30 } }),
    shown('a', ['2026-W20', '2026-W25'], { posts: 100, flagged: { hate: 32 } }),
  ];
  const range = { from: '2026-W14', to: '2026-W25' };

  it('is the last shown cell minus the first, and clear only where the intervals do not meet', () => {
    const change = changeWithin(cellsOf('a', blocks, asked, weeks), range);
    expect(change?.value).toBeCloseTo(0.3, 10);
    expect(change?.direction).toBe('rise');
    const later = changeWithin(cellsOf('a', blocks, asked, weeks), { from: '2026-W18', to: '2026-W25' });
    expect(later?.value).toBeCloseTo(0.02, 10);
    expect(later?.direction).toBe('no-clear-change');
  });

  it('is nothing where fewer than two cells lie wholly in the chosen weeks', () => {
    expect(changeWithin(cellsOf('a', blocks, asked, weeks), { from: '2026-W18', to: '2026-W24' })).toBeNull();
  });
});
