import { contentId, SIGNALS, type Signal, weekStart, weeksBetween } from '@marsad/records';
import fc from 'fast-check';
import type { PlacedPost } from '../src/tally/placed-post.js';

export const NO_PROBABILITY: Record<Signal, number> = {
  hate: 0,
  extremism: 0,
  polarisation: 0,
  offensive: 0,
  bridging: 0,
};

let made = 0;

/** A judged post with nothing flagged in it; `more` says what is different. */
export const placedPost = (more: Partial<PlacedPost> = {}): PlacedPost => {
  made += 1;
  return {
    postId: contentId('post', String(made)),
    sourceId: 'source-1',
    permission: 'public-web',
    authorHash: null,
    publishedAt: '2026-04-01T10:00:00Z',
    copyOf: null,
    verdict: { language: 'ara', signals: [], stance: 'unclear', probabilities: NO_PROBABILITY },
    undetermined: null,
    placements: [{ areaId: null, rung: 'city', weight: 1 }],
    ...more,
  };
};

/** In batches of `size`, as the store hands posts over. */
export const inBatches = async function* (posts: readonly PlacedPost[], size = 7): AsyncGenerator<PlacedPost[]> {
  for (let at = 0; at < posts.length; at += size) yield posts.slice(at, at + size);
};

export const AREAS = ['a', 'b', 'c'];
export const WEEKS = weeksBetween('2026-W14', '2026-W25');

/** Monday noon of a week. */
export const dayIn = (week: string): string => new Date(weekStart(week) + 43_200_000).toISOString();

/** Posts of a small city: few authors and sources, some of them copies, some undated, some undetermined, some in several areas or none. */
export const anyPosts = (weeks: readonly string[] = WEEKS): fc.Arbitrary<PlacedPost[]> => {
  const one = fc.record({
    week: fc.option(fc.constantFrom(...weeks), { freq: 20 }),
    source: fc.integer({ min: 1, max: 5 }),
    author: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 5 }),
    fromFile: fc.boolean(),
    isCopy: fc.nat(4).map((number) => number === 0),
    areas: fc.uniqueArray(fc.constantFrom(...AREAS), { maxLength: 2 }),
    judged: fc.integer({ min: 0, max: 9 }),
    stance: fc.constantFrom('endorsing' as const, 'reporting' as const, 'unclear' as const),
    signals: fc.uniqueArray(fc.constantFrom(...SIGNALS), { maxLength: 2 }),
    hate: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  return fc.array(one, { minLength: 0, maxLength: 400, size: 'max' }).map((posts) =>
    posts.map(({ week, source, author, fromFile, isCopy, areas, judged, stance, signals, hate }, at) => ({
      postId: contentId('post', String(at)),
      sourceId: `source-${source}`,
      permission: fromFile ? ('file-import' as const) : ('public-web' as const),
      authorHash: author === null ? null : contentId('author', String(author)),
      publishedAt: week === null ? null : dayIn(week),
      copyOf: isCopy && at > 0 ? contentId('post', '0') : null,
      verdict:
        judged === 0
          ? null
          : {
              language: judged % 2 === 0 ? 'ara' : 'fra',
              stance,
              signals: signals.map((code) => ({ code, probability: 0.9, targets: code === 'hate' ? ['gender'] : [] })),
              probabilities: { ...NO_PROBABILITY, hate },
            },
      undetermined: judged === 0 ? 'too-short' : null,
      placements:
        areas.length === 0
          ? [{ areaId: null, rung: 'city' as const, weight: 1 }]
          : areas.map((areaId) => ({ areaId, rung: 'mention' as const, weight: 1 / areas.length })),
    })),
  ) as fc.Arbitrary<PlacedPost[]>;
};
