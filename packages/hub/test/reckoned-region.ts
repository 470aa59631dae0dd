import { type Block, type IsoWeek, type Region, SIGNALS, type Signal, wilsonInterval } from '@marsad/records';
import { expect } from 'vitest';
import { rollUp } from '../src/compare/roll-up.js';

type Weeks = [IsoWeek, IsoWeek];

/**
 * Reckons the series, sums, flagged shares and roll-ups of a region again, from nothing but the public blocks of its cities, and expects the
 * same: what a hub holds beside them enters nowhere.
 * @param blocks of each city that is held, as its public figures tell them
 * @returns how many shares and roll-ups were reckoned
 */
export const reckonRegion = (
  region: Region,
  blocks: ReadonlyMap<string, readonly Block[]>,
): { rates: number; together: number } => {
  let rates = 0;
  let together = 0;
  const cityOf = (id: string) =>
    (blocks.get(id) ?? []).flatMap((block) =>
      block.area === null && block.weeks !== null
        ? [{ weeks: block.weeks, figures: block.status === 'shown' ? block.figures : null }]
        : [],
    );
  for (const { id, series } of region.cities)
    expect(
      series.map(({ weeks, figures }) => [weeks, figures?.posts, figures?.flagged]),
      id,
    ).toEqual(cityOf(id).map(({ weeks, figures }) => [weeks, figures?.posts, figures?.flagged]));
  for (const { period, measure, cities, region: rolledUp } of region.comparisons) {
    const [first, last]: Weeks = period.weeks;
    for (const { id, posts, signals } of cities) {
      const inside = cityOf(id).flatMap(({ weeks, figures }) =>
        figures !== null && first <= weeks[0] && weeks[1] <= last ? [figures] : [],
      );
      const all = inside.reduce((sum, own) => sum + own.posts, 0);
      expect(posts, `${id}, ${period.id}`).toBe(all);
      if (measure !== 'flagged' || all === 0) continue;
      for (const signal of SIGNALS) {
        const flagged = inside.reduce((sum, own) => sum + own.flagged[signal], 0);
        const { low, high } = wilsonInterval(flagged, all);
        expect(signals[signal]?.rate, `${id}, ${period.id}, ${signal}`).toBeCloseTo(flagged / all, 6);
        expect(signals[signal]?.low).toBeCloseTo(low, 6);
        expect(signals[signal]?.high).toBeCloseTo(high, 6);
        rates += 1;
      }
    }
    for (const [signal, told] of Object.entries(rolledUp)) {
      const compared = cities.flatMap(({ comparable, signals }) => {
        const own = comparable ? signals[signal as Signal] : undefined;
        return own === undefined ? [] : [own.standardised ?? own];
      });
      const again = rollUp(compared);
      expect(again?.cities).toBe(told.cities);
      expect(again?.rate).toBeCloseTo(told.rate, 4);
      together += 1;
    }
  }
  return { rates, together };
};
