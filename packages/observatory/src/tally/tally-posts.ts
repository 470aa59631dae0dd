import type { AreaCollection, IsoWeek, Tally } from '@marsad/records';
import { authorIdentities } from './author-identity.js';
import { addPost, type CountedCell, countedVerdict, countSource, emptyCell, tallyOf } from './cell.js';
import { districtsByArea, overlapsOf } from './districts.js';
import { readCells } from './kept-cells.js';
import { type PeriodUnit, periodsBy } from './period.js';
import { isElsewhere, type PlacedPost, UNDATED } from './placed-post.js';
import { knownAreas, placesOf } from './places-of.js';
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
 */
export const tallyPosts = async (
  placed: AsyncIterable<readonly PlacedPost[]>,
  { areas, unit = 'week', kept = new Map() }: TallyOptions,
): Promise<Tallied> => {
  const refuseUnknown = knownAreas(areas);
  const districts = districtsByArea(areas);
  const cells = new Map<string | null, Map<string, CountedCell>>();
  const overlaps = new Map<string, Map<string, CountedCell>>();
  const kinds = new PostKinds();
  const cellIn = <Key>(all: Map<Key, Map<string, CountedCell>>, key: Key, period: string): CountedCell => {
    let periods = all.get(key);
    if (!periods) {
      periods = new Map();
      all.set(key, periods);
    }
    let cell = periods.get(period);
    if (!cell) {
      cell = { ...emptyCell(kinds), scores: new Map(), ofSources: new Map() };
      periods.set(period, cell);
    }
    return cell;
  };
  const cellOf = (area: string | null, period: string): CountedCell => cellIn(cells, area, period);
  const identify = authorIdentities();
  const periodOf = periodsBy(unit);

  for (const [period, text] of kept) {
    for (const { area, overlap, cell } of readCells(text, kinds)) {
      if (overlap && area !== null) {
        overlaps.set(area, (overlaps.get(area) ?? new Map<string, CountedCell>()).set(period, cell));
        continue;
      }
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
      const tooOften = overlapsOf(places.areas, districts);
      // The author of a copy is nobody's voice more.
      if (post.copyOf !== null) {
        for (const { area } of places.areas) cellOf(area, period).copies += 1;
        cellOf(null, period).copies += 1;
        for (const { district, times } of tooOften) cellIn(overlaps, district, period).copies += times;
        continue;
      }
      const who = identify(post);
      const verdict = countedVerdict(post.verdict);
      for (const place of places.areas) addPost(cellOf(place.area, period), verdict, who, place, kinds);
      for (const { district, times } of tooOften)
        for (let time = 0; time < times; time += 1)
          addPost(cellIn(overlaps, district, period), verdict, who, { rung: places.rung, weight: 1 }, kinds);
      const city = cellOf(null, period);
      addPost(city, verdict, who, { rung: places.rung, weight: 1 }, kinds);
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
    overlaps,
    weeks: first !== undefined && last !== undefined ? [first, last] : null,
  };
};
