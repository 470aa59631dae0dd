import { weeksBetween } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liesIn, marksByRow, marksOver } from '../../src/known/known-marks.js';
import { eventsOf, notesOf, ofPlace, touches } from '../../src/known/known-of-place.js';
import { neighbourhoodsIn } from '../../src/view/levels.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { madeKnown } from './made-known.js';

const weeks = weeksBetween('2026-W14', '2026-W39');
const known = madeKnown();
const { areas } = makeSnapshot();

describe('what is known of a place', () => {
  it('is its own and that of the whole city; the city has all', () => {
    const ids = (area: string | null) => ofPlace(eventsOf(known), area === null ? null : [area]).map(({ id }) => id);
    expect(ids('el-mahatta')).toEqual(['works', 'mediators', 'march']);
    expect(ids('el-qasba')).toEqual(['mediators', 'march']);
    expect(ids(null)).toEqual(['works', 'clash', 'lamp', 'mediators', 'march']);
    expect(ofPlace(notesOf(known), ['el-mahatta']).map(({ id }) => id)).toEqual(['square']);
  });

  it('is, of a district, that of all its neighbourhoods and no other', () => {
    const ids = (district: string) =>
      ofPlace(eventsOf(known), neighbourhoodsIn(areas, 'districts', district)).map(({ id }) => id);
    expect(ids('new-town')).toEqual(['works', 'clash', 'lamp', 'mediators', 'march']);
    expect(ids('medina')).toEqual(['mediators', 'march']);
    expect(ofPlace(notesOf(known), neighbourhoodsIn(areas, 'districts', 'port')).map(({ id }) => id)).toEqual(['quay']);
    expect(neighbourhoodsIn(areas, 'districts', null)).toBeNull();
    expect(neighbourhoodsIn(areas, 'neighbourhoods', 'el-qasba')).toEqual(['el-qasba']);
  });

  it('falls into the weeks that it has at least one week in, without end where it goes on', () => {
    const [works] = eventsOf(known);
    const mediators = eventsOf(known).find(({ id }) => id === 'mediators');
    expect(works && touches(works, { from: '2026-W14', to: '2026-W15' })).toBe(false);
    expect(works && touches(works, { from: '2026-W15', to: '2026-W16' })).toBe(true);
    expect(mediators && touches(mediators, { from: '2027-W01', to: '2027-W02' })).toBe(true);
  });
});

describe('the marks over weeks', () => {
  it('join what happened in one week, and lay programmes below', () => {
    const marks = marksOver(eventsOf(known), weeks);
    expect(marks.map(({ key, column, span, lane, events }) => [key, column, span, lane, events.length])).toEqual([
      ['2026-W16', 2, 1, 0, 1],
      ['2026-W25', 11, 1, 0, 2],
      ['mediators', 12, 14, 1, 1],
      ['2026-W31', 17, 1, 0, 1],
    ]);
  });

  it('are cut at the ends of the weeks, and left out beyond them', () => {
    const marks = marksOver(eventsOf(known), weeksBetween('2026-W30', '2026-W32'));
    expect(marks.map(({ key, column, span }) => [key, column, span])).toEqual([
      ['mediators', 0, 3],
      ['2026-W31', 1, 1],
    ]);
    expect(marksOver(eventsOf(known), [])).toEqual([]);
  });

  it('never lie on each other while there are lanes, nor outside the weeks, whatever runs when', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 2 });
    const all = weeksBetween('2026-W01', '2026-W53');
    fc.assert(
      fc.property(spans, (drawn) => {
        const interventions = drawn.map(([first, length], index) => ({
          id: `p${index}`,
          from: all[first] ?? '',
          to: all[Math.min(all.length - 1, first + length)] ?? '',
          areas: [],
          titles: { en: 'x' },
          by: 'x',
        }));
        const marks = marksOver(eventsOf({ ...known, incidents: [], interventions }), weeks);
        for (const one of marks) {
          expect(one.column).toBeGreaterThanOrEqual(0);
          expect(one.span).toBeGreaterThan(0);
          expect(one.column + one.span).toBeLessThanOrEqual(weeks.length);
          const onTop = marks.filter(
            (other) => other.lane === one.lane && liesIn(other, one.column, one.column + one.span - 1),
          );
          expect(onTop).toEqual([one]);
        }
      }),
    );
  });
});

describe('the marks of the rows of the matrix', () => {
  const rowsAt = (level: 'neighbourhoods' | 'districts' | 'city') =>
    [...marksByRow(eventsOf(known), weeks, level, areas)].map(([row, marks]) => [
      row,
      marks.flatMap(({ events }) => events.map(({ id }) => id)),
    ]);

  it('stand in the row of the neighbourhood, of its district, or of the city', () => {
    const ofCity = [null, ['mediators', 'march']];
    expect(rowsAt('neighbourhoods')).toEqual([
      ['el-mahatta', ['works']],
      ['cite-olympique', ['clash', 'lamp']],
      ofCity,
    ]);
    expect(rowsAt('districts')).toEqual([['new-town', ['works', 'clash', 'lamp']], ofCity]);
    expect(rowsAt('city')).toEqual([[null, ['works', 'clash', 'lamp', 'mediators', 'march']]]);
  });
});
