import type { Block, ProtectionRules } from '@marsad/records';
import type { ShownBlock } from './keep-published.js';
import { periodsOf } from './place-of.js';
import { leastLeft, partsOf, Remainder } from './remainder.js';
import { cellsIn, merged, type Periods } from './sum-of-cells.js';

/** District of each area that lies in one, and the blocks of districts of the last tally. */
export interface DistrictsSoFar {
  of: ReadonlyMap<string, string>;
  published: readonly Block[];
}

const NONE: Periods = new Map();

export interface Margins {
  /** whether enough stays when the cells of an area in these periods are told */
  allow(area: string, of: readonly string[]): boolean;
  take(area: string, of: readonly string[]): void;
}

/** What stays of one block of the city. */
interface OpenColumn {
  /** how many posts must stay */
  least: number;
  /** when the neighbourhoods that are told are subtracted */
  beside: Remainder;
  /** when shown districts are, and the neighbourhoods of the others; null where no district is shown */
  besideDistricts: { left: Remainder; shown: ReadonlySet<string> } | null;
}

/** What stays unpublished beside the published figures of the city, by week; the neighbourhoods take from it. */
export const openMargins = (
  cells: ReadonlyMap<string | null, Periods>,
  keptCity: readonly ShownBlock[],
  districts: DistrictsSoFar,
  rules: ProtectionRules,
): Margins => {
  const byPeriod = new Map<string, OpenColumn>();
  for (const { weeks, figures } of keptCity) {
    const of = periodsOf(weeks);
    const whole = merged(cells.get(null) ?? NONE, of);
    const posts = Math.min(whole.posts, figures.posts);
    const key = JSON.stringify(weeks);
    const shownDistricts = new Set(
      districts.published.flatMap((block) =>
        block.status === 'shown' && block.area !== null && JSON.stringify(block.weeks) === key ? [block.area] : [],
      ),
    );
    const left = new Remainder(whole, posts);
    for (const [area, district] of districts.of)
      if (shownDistricts.has(district)) for (const cell of cellsIn(cells.get(area) ?? NONE, of)) left.takeAway(cell);
    const column: OpenColumn = {
      least: leastLeft(rules, partsOf(figures)),
      beside: new Remainder(whole, posts),
      besideDistricts: shownDistricts.size > 0 ? { left, shown: shownDistricts } : null,
    };
    for (const period of of) byPeriod.set(period, column);
  }
  const takenFrom = (area: string, of: readonly string[]): { remainder: Remainder; least: number }[] =>
    of.flatMap((period) => {
      const cell = cells.get(area)?.get(period);
      const column = byPeriod.get(period);
      if (!cell || !column) return [];
      const { beside, besideDistricts, least } = column;
      const isPart = besideDistricts?.shown.has(districts.of.get(area) ?? '') ?? true;
      const touched = besideDistricts === null || isPart ? [beside] : [beside, besideDistricts.left];
      for (const remainder of touched) remainder.takeAway(cell);
      return touched.map((remainder) => ({ remainder, least }));
    });
  return {
    allow: (area, of) => {
      const touched = takenFrom(area, of);
      const wide = touched.every(({ remainder, least }) => remainder.isWide(rules, least));
      for (const { remainder } of touched) remainder.putBack();
      return wide;
    },
    take: (area, of) => void takenFrom(area, of),
  };
};
