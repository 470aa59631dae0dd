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

/** The posts by area and week. */
export class PostsByCell {
  readonly #cells = new Map<string, PlacedPost[]>();

  constructor(posts: Iterable<PlacedPost>) {
    for (const post of posts) {
      if (post.publishedAt === null) continue;
      const week = weekOf(post.publishedAt);
      const areas = post.placements.flatMap(({ areaId }) => (areaId === null ? [] : [areaId]));
      for (const area of [null, ...areas]) this.#list(area, week).push(post);
    }
  }

  /** The posts of an area (null: the city) in some weeks. */
  posts(area: string | null, weeks: readonly IsoWeek[]): PlacedPost[] {
    return weeks.flatMap((week) => this.#cells.get(`${area ?? ''} ${week}`) ?? []);
  }

  #list(area: string | null, week: IsoWeek): PlacedPost[] {
    const key = `${area ?? ''} ${week}`;
    const list = this.#cells.get(key) ?? [];
    this.#cells.set(key, list);
    return list;
  }
}
