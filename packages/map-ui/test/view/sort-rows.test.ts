import { describe, expect, it } from 'vitest';
import { figuresOfArea } from '../../src/view/figures.js';
import { rowAfterKey } from '../../src/view/row-after-key.js';
import { sortRows, TABLE_COLUMNS, tableColumns } from '../../src/view/sort-rows.js';
import { estimate, hidden, shown } from './make-block.js';

const question = { signal: 'hate', target: 'all', range: { from: '2026-W14', to: '2026-W15' }, whole: true } as const;
const row = (name: string, posts: number, hate: number) => ({
  name,
  district: name < 'c' ? 'y' : 'x',
  change: null,
  figures: figuresOfArea(
    name,
    [posts > 0 ? shown(name, ['2026-W14', '2026-W15'], { posts, flagged: { hate } }) : hidden(name, null)],
    question,
  ),
});
const rows = [row('b', 100, 3), row('d', 0, 0), row('a', 50, 10), row('c', 20, 1)];
const names = (column: (typeof TABLE_COLUMNS)[number], descending: boolean): string =>
  sortRows(rows, { column, descending }, new Intl.Collator('en'))
    .map((one) => one.name)
    .join('');

describe('sortRows', () => {
  it('sorts by name, district, share, counts and width of the interval', () => {
    expect(names('name', false)).toBe('abcd');
    expect(names('district', false)).toBe('cdab');
    expect(names('rate', true)).toBe('acbd');
    expect(names('posts', false)).toBe('cabd');
    expect(names('interval', true)).toBe('cabd');
  });

  it('sorts corrected shares by how they lie beside the city: what cannot be told stands in between', () => {
    const verdict = (name: string, versusCity: 'above' | 'below' | 'cannot-tell') => ({
      ...row(name, 50, 5),
      figures: figuresOfArea(
        name,
        [
          shown(name, ['2026-W14', '2026-W15'], {
            posts: 50,
            estimates: { hate: estimate(0.1, 0.05, 0.2, { versusCity }) },
          }),
        ],
        question,
      ),
    });
    const three = [verdict('a', 'cannot-tell'), verdict('b', 'above'), verdict('c', 'below'), row('d', 20, 1)];
    const sorted = sortRows(three, { column: 'versus', descending: true }, new Intl.Collator('en'));
    expect(sorted.map(({ name }) => name)).toEqual(['b', 'a', 'c', 'd']);
    expect(tableColumns(false)).not.toContain('versus');
    expect(tableColumns(true)).toContain('own');
  });

  it('keeps hidden rows at the end both ways', () => {
    for (const column of TABLE_COLUMNS.filter((one) => one !== 'name' && one !== 'district')) {
      expect(names(column, false).at(-1)).toBe('d');
      expect(names(column, true).at(-1)).toBe('d');
    }
  });
});

describe('rowAfterKey', () => {
  it('moves by one, jumps to the ends, and stops there', () => {
    expect(rowAfterKey('ArrowDown', 0, 3)).toBe(1);
    expect(rowAfterKey('ArrowDown', 2, 3)).toBe(2);
    expect(rowAfterKey('ArrowUp', 0, 3)).toBe(0);
    expect(rowAfterKey('Home', 2, 3)).toBe(0);
    expect(rowAfterKey('End', 0, 3)).toBe(2);
    expect(rowAfterKey('Tab', 0, 3)).toBeNull();
  });
});
