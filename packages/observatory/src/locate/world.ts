import type { Post } from '@marsad/records';
import type { AreaIndex } from '../areas/index-areas.js';
import type { Gazetteer } from '../gazetteer/open-gazetteer.js';

/** What the rungs of the ladder look things up in. */
export interface World {
  areas: AreaIndex;
  gazetteer: Gazetteer;
  /** the neighbourhood that a source is about as a whole, by source id */
  homes: ReadonlyMap<string, string>;
  isCityName(name: string): boolean;
  /** west, south, east, north of all areas, in WGS 84 degrees */
  box: readonly [number, number, number, number];
}

/** What one rung says of a post. */
export interface Answer {
  /** the areas it belongs to; none: the next rung is asked, unless the post is `elsewhere` */
  areas: string[];
  /** areas that were possible; more than `areas` when a name was ambiguous */
  candidates: string[];
  /** of several areas, what each was chosen from */
  chosenFrom?: ReadonlyMap<string, string[]>;
  /** true for a post that is not of the city: no further rung is asked */
  elsewhere?: boolean;
}

/** A rung of the ladder: one way to find the areas of a post. */
export type RungStep = (post: Post, world: World) => Answer;

export const NOWHERE: Answer = { areas: [], candidates: [] };

/** An answer without doubt. */
export const surely = (areas: readonly string[]): Answer => {
  const sorted = [...new Set(areas)].sort();
  return { areas: sorted, candidates: sorted };
};
