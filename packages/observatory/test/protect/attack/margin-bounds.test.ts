import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginBounds } from '../../../src/protect/attack/margin-bounds.js';

const exactly = (posts: number, columns: number[]) => ({ least: posts, most: posts, columns });
const hidden = (columns: number[]) => ({ least: 0, most: 9, columns });

describe('marginBounds', () => {
  it('finds the one hidden row that a column leaves room for', () => {
    expect(marginBounds([30], [exactly(20, [0]), hidden([0])], { row: 1 })).toEqual({ low: 0, high: 9 });
    expect(marginBounds([22], [exactly(20, [0]), hidden([0])], { row: 1 })).toEqual({ low: 0, high: 2 });
    expect(marginBounds([22], [exactly(20, [0]), hidden([0])], { row: 1 }, 2)).toEqual({ low: 0, high: 0 });
  });

  it('bounds a part of a row that spans two columns from below as well', () => {
    const rows = [exactly(20, [0, 1]), exactly(15, [1])];
    expect(marginBounds([20, 18], rows, { row: 0, columns: [0] })).toEqual({ low: 17, high: 20 });
    expect(marginBounds([20, 18], rows, { row: 0, columns: [1] })).toEqual({ low: 0, high: 3 });
  });

  it('says when no numbers fit', () => {
    expect(marginBounds([10], [exactly(20, [0])], { row: 0 })).toBeNull();
  });

  it('gives what trying all numbers gives', () => {
    const small = fc.record({
      columns: fc.array(fc.nat(5), { minLength: 2, maxLength: 2 }),
      rows: fc.array(fc.record({ least: fc.nat(3), more: fc.nat(3), both: fc.constantFrom([0], [1], [0, 1]) }), {
        minLength: 1,
        maxLength: 3,
      }),
      none: fc.nat(2),
    });
    let feasible = 0;
    fc.assert(
      fc.property(small, ({ columns, rows, none }) => {
        const given = rows.map(({ least, more, both }) => ({
          least,
          most: least + more,
          columns: [...both] as number[],
        }));
        const seen: number[] = [];
        const tryRows = (at: number, left: readonly number[], first: number): void => {
          const row = given[at];
          if (!row) {
            if (left.every((posts) => posts >= none)) seen.push(first);
            return;
          }
          for (let a = 0; a <= (row.columns.includes(0) ? (left[0] ?? 0) : 0); a += 1)
            for (let b = 0; b <= (row.columns.includes(1) ? (left[1] ?? 0) : 0); b += 1)
              if (a + b >= row.least && a + b <= row.most)
                tryRows(at + 1, [(left[0] ?? 0) - a, (left[1] ?? 0) - b], at === 0 ? a + b : first);
        };
        tryRows(0, columns, 0);
        if (seen.length > 0) feasible += 1;
        expect(marginBounds(columns, given, { row: 0 }, none)).toEqual(
          seen.length === 0 ? null : { low: Math.min(...seen), high: Math.max(...seen) },
        );
      }),
      { numRuns: 500 },
    );
    expect(feasible).toBeGreaterThan(50);
  });
});
