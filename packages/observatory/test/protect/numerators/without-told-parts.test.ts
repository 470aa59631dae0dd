import type { Block } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/protect/blocks-of.js';
import type { PlacedPost } from '../../../src/tally/placed-post.js';
import { tallyPosts } from '../../../src/tally/tally-posts.js';
import { AREAS, dayIn, inBatches, NO_PROBABILITY, placedPost } from '../../placed-posts.js';
import { squareCity } from '../../square-city.js';

const areas = squareCity(AREAS);
const blocks = async (posts: readonly PlacedPost[]): Promise<Block[]> =>
  blocksOf(await tallyPosts(inBatches(posts), { areas }));

describe('flagged posts of a part of a block', () => {
  /** So many posts of one week, some of them hate, in area `a` or in none. */
  const some = (area: string | null, week: string, count: number, hate: number): PlacedPost[] =>
    Array.from({ length: count }, (_, at) =>
      placedPost({
        publishedAt: dayIn(week),
        authorHash: `${area} ${week} ${at}`,
        sourceId: `source-${at % 4}`,
        placements: [{ areaId: area, rung: area === null ? 'city' : 'mention', weight: 1 }],
        verdict: {
          language: 'ara',
          stance: 'endorsing',
          signals: at < hate ? [{ code: 'hate', probability: 0.9, severity: 3, targets: [] }] : [],
          probabilities: NO_PROBABILITY,
        },
      }),
    );
  const shownOf = (of: readonly Block[], area: string | null) =>
    of.flatMap((one) => (one.area === area && one.status === 'shown' ? [one.weeks?.join(' ')] : []));

  it('keep it open for another week where the city has none in one of its weeks', async () => {
    const given = [
      ...some('a', '2026-W14', 6, 4),
      ...some('a', '2026-W15', 6, 0),
      ...some('a', '2026-W16', 6, 0),
      ...some(null, '2026-W14', 40, 1),
      ...some(null, '2026-W15', 40, 0),
      ...some(null, '2026-W16', 40, 3),
    ];
    const open = await blocks(given);
    expect(shownOf(open, null)).toEqual(['2026-W14 2026-W14', '2026-W15 2026-W15', '2026-W16 2026-W16']);
    expect(shownOf(open, 'a')).toEqual(['2026-W14 2026-W16']);
    expect(shownOf(await blocks([...given, ...some(null, '2026-W15', 3, 3)]), 'a')).toEqual(['2026-W14 2026-W15']);
  });

  it('keep the city open where they are of a block that was told before', async () => {
    const early = [...some('a', '2026-W14', 6, 4), ...some('a', '2026-W15', 6, 0), ...some(null, '2026-W14', 9, 1)];
    const published = await blocks(early);
    expect(shownOf(published, 'a')).toEqual(['2026-W14 2026-W15']);
    expect(shownOf(published, null)).toEqual([]);
    const later = [...early, ...some(null, '2026-W14', 40, 0), ...some(null, '2026-W15', 40, 0)];
    const after = blocksOf(await tallyPosts(inBatches(later), { areas }), {}, { published });
    expect(shownOf(after, 'a')).toEqual(['2026-W14 2026-W15']);
    expect(shownOf(after, null)).toEqual(['2026-W14 2026-W14']);
  });
});
