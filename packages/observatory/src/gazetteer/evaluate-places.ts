import { type Interval, wilsonInterval } from '@marsad/records';
import { z } from 'zod';
import type { Gazetteer } from './open-gazetteer.js';

/** A post whose areas are known. `kind` says why none is meant, such as `other-city`. */
export const labelledPlacePost = z.object({
  id: z.string().optional(),
  text: z.string(),
  language: z.string().optional(),
  areas: z.array(z.string()),
  kind: z.string().optional(),
});
export type LabelledPlacePost = z.infer<typeof labelledPlacePost>;

/** A share with its 95 % interval (Wilson); null where nothing was counted. */
interface Share extends Interval {
  value: number;
  of: number;
}

interface PlaceFigures {
  posts: number;
  /** of the areas found in posts, those that are meant */
  precision: Share | null;
  /** of the areas meant in posts, those that were found */
  recall: Share | null;
}

export interface PlacesReport extends PlaceFigures {
  /** of all posts, those about another city (`other-city`) that were put into an area of this one */
  wrongCity: Share | null;
  /** of the posts that mean no area, those that were put into one */
  misplaced: Share | null;
  byLanguage: Record<string, PlaceFigures>;
  /** by kind: posts, and how many of them were put into an area that is not meant */
  byKind: Record<string, { posts: number; wrong: number }>;
  /** mentions by stated confidence: the mean that was stated beside the share that was right */
  confidence: { from: number; mentions: number; stated: number; right: number }[];
  /** what went wrong, in the order of the posts */
  errors: { id: string; text: string; kind: string; meant: string[]; found: string[] }[];
}

const share = (part: number, of: number): Share | null =>
  of === 0 ? null : { value: part / of, of, ...wilsonInterval(part, of) };

interface Counts {
  posts: number;
  right: number;
  found: number;
  meant: number;
}

const figures = ({ posts, right, found, meant }: Counts): PlaceFigures => ({
  posts,
  precision: share(right, found),
  recall: share(right, meant),
});

const nothing = (): Counts => ({ posts: 0, right: 0, found: 0, meant: 0 });

/** Measures a gazetteer on labelled posts: areas of a post are right only when exactly they are meant. */
export const evaluatePlaces = (posts: readonly LabelledPlacePost[], { findMentions }: Gazetteer): PlacesReport => {
  const all = nothing();
  const languages = new Map<string, Counts>();
  const kinds = new Map<string, { posts: number; wrong: number }>();
  const bins = new Map<number, { mentions: number; stated: number; right: number }>();
  const errors: PlacesReport['errors'] = [];
  let otherCity = 0;
  let without = 0;
  let misplaced = 0;
  posts.forEach((post, index) => {
    const { text, language, areas: meant } = post;
    const kind = post.kind ?? (meant.length > 0 ? 'place' : 'none');
    const mentions = findMentions(text, language === undefined ? {} : { language });
    const found = [...new Set(mentions.map(({ areaId }) => areaId))].sort();
    const right = found.filter((area) => meant.includes(area)).length;
    const counts = languages.get(language ?? 'und') ?? nothing();
    languages.set(language ?? 'und', counts);
    for (const each of [all, counts]) {
      each.posts += 1;
      each.right += right;
      each.found += found.length;
      each.meant += new Set(meant).size;
    }
    const wrong = right < found.length;
    const known = kinds.get(kind) ?? { posts: 0, wrong: 0 };
    kinds.set(kind, { posts: known.posts + 1, wrong: known.wrong + Number(wrong) });
    if (kind === 'other-city' && found.length > 0) otherCity += 1;
    if (meant.length === 0) {
      without += 1;
      misplaced += Number(found.length > 0);
    }
    for (const { areaId, confidence } of mentions) {
      const from = Math.min(9, Math.floor(confidence * 10)) / 10;
      const bin = bins.get(from) ?? { mentions: 0, stated: 0, right: 0 };
      bins.set(from, {
        mentions: bin.mentions + 1,
        stated: bin.stated + confidence,
        right: bin.right + Number(meant.includes(areaId)),
      });
    }
    if (wrong || right < meant.length)
      errors.push({ id: post.id ?? String(index + 1), text, kind, meant: [...meant], found });
  });
  return {
    ...figures(all),
    wrongCity: share(otherCity, all.posts),
    misplaced: share(misplaced, without),
    byLanguage: Object.fromEntries([...languages].sort().map(([code, counts]) => [code, figures(counts)])),
    byKind: Object.fromEntries([...kinds].sort()),
    confidence: [...bins]
      .sort(([a], [b]) => a - b)
      .map(([from, { mentions, stated, right }]) => ({
        from,
        mentions,
        stated: stated / mentions,
        right: right / mentions,
      })),
    errors,
  };
};
