import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOfArea } from '../../src/view/figures.js';
import { rowRanks } from '../../src/view/row-ranks.js';
import { sortRows, TABLE_COLUMNS } from '../../src/view/sort-rows.js';
import { hidden, shown } from './make-block.js';

const WEEKS: [string, string] = ['2026-W14', '2026-W15'];
const question = { signal: 'hate', target: 'all', range: { from: WEEKS[0], to: WEEKS[1] }, whole: true } as const;
const collator = new Intl.Collator('fr');

const row = fc
  .record({
    name: fc.constantFrom('Été', 'ete', 'Zone', 'zone 2', ''),
    district: fc.constantFrom('x', 'y', ''),
    posts: fc.integer({ min: 0, max: 4 }),
    hate: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ name, district, posts, hate }) => ({
    name,
    district,
    change: null,
    figures: figuresOfArea(
      name,
      [posts === 0 ? hidden(name, null) : shown(name, WEEKS, { posts: posts * 20, flagged: { hate } })],
      question,
    ),
  }));

describe('rowRanks', () => {
  it('sorts rows by their ranks, then by the ranks of names, as sortRows does', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom(...TABLE_COLUMNS),
        fc.boolean(),
        (rows, column, descending) => {
          const ranks = rowRanks(rows, TABLE_COLUMNS, collator);
          const of = (at: number, by: (typeof TABLE_COLUMNS)[number]): number => ranks[by]?.[at] ?? Number.NaN;
          const sorted = rows
            .map((_, at) => at)
            .sort((a, b) => {
              const [left, right] = [of(a, column), of(b, column)];
              const difference =
                left < 0 || right < 0 ? Number(left < 0) - Number(right < 0) : descending ? right - left : left - right;
              return difference || of(a, 'name') - of(b, 'name');
            });
          expect(sorted.map((at) => rows[at])).toEqual(sortRows(rows, { column, descending }, collator));
        },
      ),
    );
  });

  it('gives equal rows one place, and none to rows without a value', () => {
    const rows = [20, 0, 20, 40].map((posts) => ({
      name: 'a',
      district: 'x',
      change: null,
      figures: figuresOfArea('a', [posts === 0 ? hidden('a', null) : shown('a', WEEKS, { posts })], question),
    }));
    expect(rowRanks(rows, ['posts', 'name'], collator)).toEqual({ posts: [0, -1, 0, 1], name: [0, 0, 0, 0] });
  });
});
