import type { Target } from '@marsad/records';
import type { EntryOf } from '../lexicon/entry-schema.js';
import { type Hit, hitsOf } from '../lexicon/find-hits.js';

/** A place where a text speaks of people, protected (with a target) or not. */
export interface People {
  from: number;
  to: number;
  target: Target | undefined;
  hit: Hit<EntryOf<'group'> | EntryOf<'camp'> | EntryOf<'slur'>>;
}

/** Everybody a text speaks of, in order. */
export const findPeople = (hits: readonly Hit[]): People[] =>
  [...hitsOf(hits, 'group'), ...hitsOf(hits, 'camp'), ...hitsOf(hits, 'slur')]
    .filter(({ entry }) => entry.kind !== 'slur' || entry.ambiguity !== 'high')
    .map((hit) => ({ from: hit.from, to: hit.to, target: 'target' in hit.entry ? hit.entry.target : undefined, hit }))
    .sort((a, b) => a.from - b.from || a.to - b.to);

const MOST_SENTENCES_BACK = 2;

/** Whom «they» at word `at` may mean: the nearest people before, at most two sentences back. */
export const peopleMeant = (
  people: readonly People[],
  at: number,
  words: readonly { sentence: number }[],
): People | undefined => {
  const sentence = words[at]?.sentence ?? 0;
  return people.findLast(({ to, from }) => to <= at && sentence - (words[from]?.sentence ?? 0) <= MOST_SENTENCES_BACK);
};
