import { type AreaCollection, InputError, type IsoWeek, RUNGS, type Rung, type Tally, weekOf } from '@marsad/records';
import { authorIdentities } from './author-identity.js';
import { addPost, type Cell, emptyCell, tallyOf } from './cell.js';
import { isElsewhere, type PlacedPost, UNDATED } from './placed-post.js';

/** All judged posts, counted per area and ISO week. Holds sets of authors and sources: for the gate, never to be shown. */
export interface Tallied {
  /** sorted by area (the city as a whole first), then period (undated last) */
  tallies: Tally[];
  /** by area (null: the city as a whole), then by period */
  cells: ReadonlyMap<string | null, ReadonlyMap<string, Cell>>;
  /** first and last week with a dated post; null when there is none */
  weeks: [IsoWeek, IsoWeek] | null;
}

/** The areas of a post, each once, with the surest rung and the whole weight it has there. */
const areasOf = (post: PlacedPost): Map<string, { rung: Rung; weight: number }> => {
  const areas = new Map<string, { rung: Rung; weight: number }>();
  for (const { areaId, rung, weight } of post.placements) {
    if (areaId === null) continue;
    const before = areas.get(areaId);
    areas.set(areaId, { rung: surest(before?.rung ?? rung, rung), weight: (before?.weight ?? 0) + weight });
  }
  return areas;
};

const surest = (a: Rung, b: Rung): Rung => (RUNGS.indexOf(a) <= RUNGS.indexOf(b) ? a : b);

/** Area null sorts first. */
export const byArea = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
};

/**
 * Counts the posts that have a verdict, per area and ISO week (UTC) and for the city as a whole, where each counts
 * once; posts that are not of the city count nowhere. Copies are counted as reach where and when they stand, and in nothing else. The order of the posts makes no
 * difference.
 * @throws InputError when a placement names an area that is not there
 */
export const tallyPosts = async (
  placed: AsyncIterable<readonly PlacedPost[]>,
  { areas }: { areas: AreaCollection },
): Promise<Tallied> => {
  const known = new Set(areas.features.map(({ id }) => id));
  const cells = new Map<string | null, Map<string, Cell>>();
  const cellOf = (area: string | null, period: string): Cell => {
    const periods = cells.get(area) ?? new Map<string, Cell>();
    cells.set(area, periods);
    const cell = periods.get(period) ?? emptyCell();
    periods.set(period, cell);
    return cell;
  };
  const identify = authorIdentities();

  for await (const posts of placed) {
    for (const post of posts) {
      if (post.verdict === null || isElsewhere(post)) continue;
      const period = post.publishedAt === null ? UNDATED : weekOf(post.publishedAt);
      // The author of a copy is nobody's voice more.
      const who = post.copyOf === null ? identify(post) : undefined;
      let cityRung: Rung = 'city';
      for (const [area, { rung, weight }] of areasOf(post)) {
        if (!known.has(area))
          throw new InputError(
            'unknown-area',
            `post ${post.postId}: placed in area ${area}, which the boundaries lack`,
            {
              remedy: 'The boundaries have changed: run `marsad place`, then `marsad tally` again.',
            },
          );
        cityRung = surest(cityRung, rung);
        const cell = cellOf(area, period);
        if (who) addPost(cell, post.verdict, { ...who, rung, weight });
        else cell.copies += 1;
      }
      const city = cellOf(null, period);
      if (who) addPost(city, post.verdict, { ...who, rung: cityRung, weight: 1 });
      else city.copies += 1;
    }
  }

  const tallies = [...cells].flatMap(([area, periods]) =>
    [...periods].map(([period, cell]) => tallyOf(area, period, cell)),
  );
  tallies.sort((a, b) => byArea(a.area, b.area) || (a.period < b.period ? -1 : 1));
  const dated = [...(cells.get(null)?.keys() ?? [])].filter((period) => period !== UNDATED).sort();
  const [first] = dated;
  const last = dated.at(-1);
  return { tallies, cells, weeks: first !== undefined && last !== undefined ? [first, last] : null };
};
