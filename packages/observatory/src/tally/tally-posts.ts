import type { AreaCollection, IsoWeek, Tally } from '@marsad/records';
import { authorIdentities } from './author-identity.js';
import { addPost, type CountedCell, countedVerdict, countSource, emptyCell, tallyOf } from './cell.js';
import { readCells } from './kept-cells.js';
import { type PeriodUnit, periodsBy } from './period.js';
import { isElsewhere, type PlacedPost, UNDATED } from './placed-post.js';
import { knownAreas, placesOf } from './places-of.js';

/** All judged posts, counted per area and period. Holds sets of authors and sources: for the gate, never to be shown. */
export interface Tallied {
  /** sorted by area (the city as a whole first), then period (undated last) */
  tallies: Tally[];
  /** by area (null: the city as a whole), then by period */
  cells: ReadonlyMap<string | null, ReadonlyMap<string, CountedCell>>;
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
 */
export const tallyPosts = async (
  placed: AsyncIterable<readonly PlacedPost[]>,
  { areas, unit = 'week', kept = new Map() }: TallyOptions,
): Promise<Tallied> => {
  const refuseUnknown = knownAreas(areas);
  const cells = new Map<string | null, Map<string, CountedCell>>();
  const cellOf = (area: string | null, period: string): CountedCell => {
    let periods = cells.get(area);
    if (!periods) {
      periods = new Map();
      cells.set(area, periods);
    }
    let cell = periods.get(period);
    if (!cell) {
      cell = { ...emptyCell(), scores: new Map(), ofSources: new Map() };
      periods.set(period, cell);
    }
    return cell;
  };
  const identify = authorIdentities();
  const periodOf = periodsBy(unit);

  for (const [period, text] of kept) {
    for (const [area, cell] of readCells(text)) {
      if (area !== null) refuseUnknown(area, `posts of ${period}`);
      const periods = cells.get(area) ?? new Map<string, CountedCell>();
      cells.set(area, periods.set(period, cell));
    }
  }
  for await (const posts of placed) {
    for (const post of posts) {
      if (post.verdict === null || isElsewhere(post)) continue;
      const period = periodOf(post.publishedAt);
      const places = placesOf(post);
      for (const { area } of places.areas) refuseUnknown(area, `post ${post.postId}`);
      // The author of a copy is nobody's voice more.
      if (post.copyOf !== null) {
        for (const { area } of places.areas) cellOf(area, period).copies += 1;
        cellOf(null, period).copies += 1;
        continue;
      }
      const who = identify(post);
      const verdict = countedVerdict(post.verdict);
      for (const place of places.areas) addPost(cellOf(place.area, period), verdict, who, place);
      const city = cellOf(null, period);
      addPost(city, verdict, who, { rung: places.rung, weight: 1 });
      countSource(city, who.source, verdict);
    }
  }

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
    weeks: first !== undefined && last !== undefined ? [first, last] : null,
  };
};
