import { type IsoWeek, type ProtectionRules, weekOf } from '@marsad/records';
import type { PlacedPost } from '../../tally/placed-post.js';
import { gate } from '../gate.js';

/** What truly stands in an area (null: the city) and some weeks. */
export interface TrueCell {
  posts: number;
  /** true when it may not be published by itself */
  underThreshold: boolean;
}

/** What truly stands in a set of posts. */
export const cellOf = (posts: readonly PlacedPost[], rules: ProtectionRules): TrueCell => {
  const byAuthor = new Map<string, number>();
  for (const { authorHash } of posts) {
    const author = authorHash ?? '';
    byAuthor.set(author, (byAuthor.get(author) ?? 0) + 1);
  }
  const measures = {
    posts: posts.length,
    authors: byAuthor.size,
    sources: new Set(posts.map(({ sourceId }) => sourceId)).size,
    topAuthorShare: posts.length === 0 ? 0 : Math.max(...byAuthor.values()) / posts.length,
  };
  return { posts: posts.length, underThreshold: gate(measures, rules) !== null };
};

/** What stands for a district among areas. */
export const districtKey = (district: string): string => `district ${district}`;

/** The posts by area, district and week. */
export class PostsByCell {
  readonly #cells = new Map<string, PlacedPost[]>();

  /** @param districtOf district of each area that lies in one */
  constructor(posts: Iterable<PlacedPost>, districtOf: ReadonlyMap<string, string> = new Map()) {
    for (const post of posts) {
      if (post.publishedAt === null) continue;
      const week = weekOf(post.publishedAt);
      const areas = post.placements.flatMap(({ areaId }) => (areaId === null ? [] : [areaId]));
      const districts = new Set(areas.flatMap((area) => districtOf.get(area) ?? []));
      for (const area of [null, ...areas, ...[...districts].map(districtKey)]) this.#list(area, week).push(post);
    }
  }

  /** The posts of an area (null: the city) in some weeks. */
  posts(area: string | null, weeks: readonly IsoWeek[]): PlacedPost[] {
    return weeks.flatMap((week) => this.#cells.get(`${area ?? ''} ${week}`) ?? []);
  }

  /** Every dated post, once. */
  everyPost(): PlacedPost[] {
    return [...this.#cells].flatMap(([key, posts]) => (key.startsWith(' ') ? posts : []));
  }

  #list(area: string | null, week: IsoWeek): PlacedPost[] {
    const key = `${area ?? ''} ${week}`;
    const list = this.#cells.get(key) ?? [];
    this.#cells.set(key, list);
    return list;
  }
}
