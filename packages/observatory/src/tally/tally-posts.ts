import { type AreaCollection, type IsoWeek, MarsadError, type Tally } from '@marsad/records';
import { type CountedCell, tallyOf } from './cell.js';
import { countPosts } from './count-posts.js';
import { readCells } from './kept-cells.js';
import type { PeriodUnit } from './period.js';
import { type PlacedPost, UNDATED } from './placed-post.js';
import { knownAreas } from './places-of.js';
import { PostKinds } from './post-kinds.js';

/** All judged posts, counted per area and period. Holds sets of authors and sources: for the gate, never to be shown. */
export interface Tallied {
  /** sorted by area (the city as a whole first), then period (undated last) */
  tallies: Tally[];
  /** by area (null: the city as a whole), then by period */
  cells: ReadonlyMap<string | null, ReadonlyMap<string, CountedCell>>;
  /** by district, then by period: posts that name several of its areas, as often as those hold them too often */
  overlaps: ReadonlyMap<string, ReadonlyMap<string, CountedCell>>;
  /** first and last week (or day, or month) with a dated post; null when there is none */
  weeks: [IsoWeek, IsoWeek] | null;
}

export interface TallyOptions {
  areas: AreaCollection;
  /** ISO weeks if left out, as everything that is published goes by */
  unit?: PeriodUnit;
  /** cells of an earlier tally by period, as `keepCells` made them, of periods whose posts are not handed over */
  kept?: ReadonlyMap<string, string>;
}

/** Area null sorts first. */
export const byArea = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
};

/**
 * Counts the posts that have a verdict, per area and period (UTC) and for the city as a whole, where each counts once;
 * posts that are not of the city count nowhere. Copies are counted as reach where and when they stand, and in nothing
 * else. The order of the posts makes no difference.
 * @throws InputError when a placement names an area that is not there
 * @throws MarsadError when a post is of a period whose cells were kept
 */
export const tallyPosts = async (
  placed: AsyncIterable<readonly PlacedPost[]>,
  { areas, unit = 'week', kept = new Map() }: TallyOptions,
): Promise<Tallied> => {
  const kinds = new PostKinds();
  const refuseUnknown = knownAreas(areas);
  const cells = new Map<string | null, Map<string, CountedCell>>();
  const overlaps = new Map<string, Map<string, CountedCell>>();
  const put = <Key>(all: Map<Key, Map<string, CountedCell>>, key: Key, period: string, cell: CountedCell): void => {
    const periods = all.get(key) ?? new Map<string, CountedCell>();
    all.set(key, periods);
    if (periods.has(period))
      throw new MarsadError('period-kept-and-counted', `posts of ${period}: counted, though their counts were kept`);
    periods.set(period, cell);
  };

  for (const [period, text] of kept) {
    for (const { area, overlap, cell } of readCells(text, kinds)) {
      if (overlap && area !== null) {
        put(overlaps, area, period, cell);
        continue;
      }
      if (area !== null) refuseUnknown(area, `posts of ${period}`);
      put(cells, area, period, cell);
    }
  }
  const open = await countPosts(placed, { areas, unit, kinds });
  for (const [area, periods] of open.cells)
    for (const [period, cell] of periods) put(cells, area, period, cell.close(area === null));
  for (const [district, periods] of open.overlaps)
    for (const [period, cell] of periods) put(overlaps, district, period, cell.close(false));

  const tallies = [...cells].flatMap(([area, periods]) =>
    [...periods].map(([period, cell]) => tallyOf(area, period, cell)),
  );
  tallies.sort((a, b) => byArea(a.area, b.area) || (a.period < b.period ? -1 : 1));
  const dated = [...(cells.get(null)?.keys() ?? [])].filter((period) => period !== UNDATED).sort();
  const [first] = dated;
  const last = dated.at(-1);
  return {
    tallies,
    cells,
    overlaps,
    weeks: first !== undefined && last !== undefined ? [first, last] : null,
  };
};
