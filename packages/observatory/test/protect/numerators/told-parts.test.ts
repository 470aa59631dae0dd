import { type Block, weeksBetween } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginBounds } from '../../../src/protect/attack/margin-bounds.js';
import { publishedView } from '../../../src/protect/margins/published-view.js';
import { toldParts } from '../../../src/protect/numerators/told-parts.js';
import { rulesFrom } from '../../../src/protect/rules.js';
import { figuresOf, shown } from '../../snapshot/compare/snapshots.js';

const rules = rulesFrom({});
const [FIRST, SECOND, THIRD] = weeksBetween('2026-W10', '2026-W12') as [string, string, string];

/** A shown block of a hundred posts, of which so many carry hate. */
const told = (area: string | null, weeks: [string, string], hate: number): Block =>
  shown(area, weeks, { ...figuresOf(100), flagged: { ...figuresOf(0).flagged, hate } });

const find = (blocks: Block[], districts: Block[] = [], districtOf: [string, string][] = []) =>
  toldParts({ blocks, districts, districtOf: new Map(districtOf) }, rules).map(
    ({ block, column, numerator, low, high }) => [block.area, column.weeks?.[0], numerator, low, high],
  );

describe('toldParts', () => {
  it('finds the week in which all stand, where the city has none in the other', () => {
    const blocks = [told(null, [FIRST, FIRST], 9), told(null, [SECOND, SECOND], 0), told('a', [FIRST, SECOND], 4)];
    expect(find(blocks)).toEqual([['a', FIRST, 'hate', 4, 4]]);
  });

  it('finds nothing where the city leaves room for three in either week', () => {
    const blocks = [told(null, [FIRST, FIRST], 9), told(null, [SECOND, SECOND], 3), told('a', [FIRST, SECOND], 4)];
    expect(find(blocks)).toEqual([]);
  });

  it('counts what other neighbourhoods hold: it leaves less room', () => {
    const city = [told(null, [FIRST, FIRST], 9), told(null, [SECOND, SECOND], 3)];
    const blocks = [...city, told('a', [FIRST, SECOND], 4), told('b', [SECOND, SECOND], 2)];
    expect(find(blocks)).toEqual([['a', FIRST, 'hate', 3, 4]]);
  });

  it('finds what a district tells of its neighbourhoods', () => {
    const city = [told(null, [FIRST, FIRST], 30), told(null, [SECOND, SECOND], 30)];
    const blocks = [...city, told('a', [FIRST, SECOND], 6)];
    expect(find(blocks, [told('north', [FIRST, FIRST], 5)], [['a', 'north']])).toEqual([
      ['a', FIRST, 'hate', 5, 5],
      ['a', SECOND, 'hate', 1, 1],
    ]);
  });

  it('passes over blocks of one or two flagged posts, and such as reach into weeks in which the city is hidden', () => {
    const column = told(null, [SECOND, SECOND], 0);
    const hidden: Block = { area: null, weeks: [THIRD, THIRD], status: 'suppressed', reason: 'too-few-posts' };
    expect(find([told(null, [FIRST, FIRST], 9), column, told('a', [FIRST, SECOND], 2)])).toEqual([]);
    expect(find([told(null, [FIRST, FIRST], 9), column, hidden, told('a', [FIRST, THIRD], 4)])).toEqual([]);
  });

  it('says of every part what the bounds of a linear programme say', () => {
    const weeks = weeksBetween('2026-W01', '2026-W04');
    const from = fc.integer({ min: 0, max: 3 });
    const rows = fc.array(
      fc.record({ from, long: fc.integer({ min: 1, max: 3 }), at: fc.array(from, { maxLength: 5 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    const isInDistrict = fc.boolean();
    fc.assert(
      fc.property(rows, fc.array(from, { maxLength: 8 }), isInDistrict, (drawn, unplaced, north) => {
        // Posts in weeks first, so that the margins are of one city.
        const areas = drawn.map(({ from: start, long, at }, index) => {
          const end = Math.min(3, start + long);
          return { area: `area-${index}`, start, end, at: at.map((week) => start + (week % (end - start + 1))) };
        });
        const inWeek = (list: readonly number[], week: number): number => list.filter((one) => one === week).length;
        const city = weeks.map((week, index) =>
          told(
            null,
            [week, week],
            [unplaced, ...areas.map(({ at }) => at)].reduce((sum, at) => sum + inWeek(at, index), 0),
          ),
        );
        const blocks = areas.map(({ area, start, end, at }) =>
          told(area, [weeks[start] ?? '', weeks[end] ?? ''], at.length),
        );
        const districtOf = new Map(areas.map(({ area }, index) => [area, index % 2 === 0 ? 'north' : 'south']));
        const inNorth = areas.filter((_, index) => index % 2 === 0);
        const districts = north
          ? [
              told(
                'north',
                [weeks[1] ?? '', weeks[1] ?? ''],
                inNorth.reduce((sum, { at }) => sum + inWeek(at, 1), 0),
              ),
            ]
          : [];
        const published = { blocks: [...city, ...blocks], districts, districtOf };
        const view = publishedView(published, rules);
        const hate = (block: Block): number => (block.status === 'shown' ? block.figures.flagged.hate : 0);
        const margins = view.rows.map(({ block, row }) => ({ ...row, least: hate(block), most: hate(block) }));
        const groups = view.groups.map(({ block, cell }) => ({ ...cell, least: hate(block), most: hate(block) }));
        const expected = view.rows.flatMap(({ block, row }, at) =>
          row.columns.length < 2 || hate(block) < 3
            ? []
            : row.columns.flatMap((column) => {
                const bounds = marginBounds(city.map(hate), margins, { row: at, columns: [column] }, 0, groups);
                return bounds && bounds.low > 0 && bounds.high - bounds.low < 3
                  ? [[block.area, weeks[column], 'hate', bounds.low, bounds.high]]
                  : [];
              }),
        );
        expect(find(published.blocks, districts, [...districtOf])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
