import { type Block, type Findings, findings, type IsoWeek, protectionRules, weeksBetween } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/estimate/seeded-random.js';
import { findingsOf } from '../../src/findings/findings-of.js';
import { blocksOf } from '../../src/protect/blocks-of.js';
import { buildSnapshot } from '../../src/snapshot/build-snapshot.js';
import type { PlacedPost } from '../../src/tally/placed-post.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { dayIn, inBatches, NO_PROBABILITY, placedPost } from '../placed-posts.js';
import { parts } from '../snapshot/parts.js';
import { squareCity } from '../square-city.js';

const WEEKS = weeksBetween('2026-W10', '2026-W17');
const IDS = Array.from({ length: 12 }, (_, at) => `area-${String(at).padStart(2, '0')}`);
const areas = squareCity(IDS);

interface Given {
  /** true share of hate in an area */
  shareIn: (area: number) => number;
  postsIn?: (area: number) => number;
  /** source of a post by its number and the place of its week */
  sourceOf?: (at: number, week: number) => string;
}

/** Each of six sources has posts in every week. */
const usual = (at: number): string => `source-${Math.floor(at / WEEKS.length) % 6}`;

/** A made city: posts of twelve neighbourhoods and as many of none, a classifier that errs, and labels of every third post. */
const city = async ({ shareIn, postsIn = () => 160, sourceOf = usual }: Given) => {
  const random = seededRandom(4);
  const truly = new Set<string>();
  const posts: PlacedPost[] = [];
  const add = (area: number | null, share: number): void => {
    const truth = random.uniform() < share;
    const flagged = random.uniform() < (truth ? 0.85 : 0.05);
    const at = posts.length;
    const week = at % WEEKS.length;
    const post = placedPost({
      sourceId: sourceOf(at, week),
      authorHash: `author-${at % 700}`,
      publishedAt: at % 29 === 0 ? null : dayIn(WEEKS[week] ?? ''),
      placements: [
        area === null
          ? { areaId: null, rung: 'city', weight: 1 }
          : { areaId: IDS[area] ?? '', rung: 'mention', weight: 1 },
      ],
      verdict: {
        language: 'ara',
        stance: 'unclear',
        signals: flagged ? [{ code: 'hate', probability: 0.8, targets: [] }] : [],
        probabilities: { ...NO_PROBABILITY, hate: flagged ? 0.8 : 0.05 },
      },
    });
    if (truth) truly.add(post.postId);
    posts.push(post);
  };
  IDS.forEach((_, area) => {
    for (let n = postsIn(area); n > 0; n -= 1) add(area, shareIn(area));
  });
  for (let n = 0; n < 1200; n += 1) add(null, 0.1);
  const labelled = posts.filter((_, at) => at % 3 === 1);
  const labels = labelled.map(({ postId }) => ({
    postId,
    weight: 3,
    signals: truly.has(postId) ? (['hate'] as const) : [],
  }));
  const tallied = await tallyPosts(inBatches(posts), { areas });
  const blocks = blocksOf(tallied);
  const found = (withLabels: boolean): Promise<Findings> =>
    findingsOf(blocks, {
      areas,
      tallied,
      labels: withLabels ? labels : [],
      labelled: { [Symbol.asyncIterator]: () => inBatches(withLabels ? labelled : []) },
      card: undefined,
      rules: {},
    });
  return { blocks, found };
};

const postsOf = (blocks: readonly Block[], area: string | null): number =>
  blocks.reduce((sum, block) => sum + (block.status === 'shown' && block.area === area ? block.figures.posts : 0), 0);

describe('findingsOf', () => {
  it('gives overall shares around the truth, of exactly the posts that are shown, and finds the high end of the row', async () => {
    const { blocks, found } = await city({ shareIn: (area) => (area < 4 ? 0.4 : 0.05) });
    const { overall = [], clusters } = findings.parse(await found(true));
    for (const { area, posts } of overall) expect(posts).toBe(postsOf(blocks, area));
    const hateOf = (area: string | null) => overall.find((one) => one.area === area)?.estimates.hate;
    expect(hateOf(IDS[1] ?? '')?.versusCity).toBe('above');
    expect(hateOf(IDS[9] ?? '')?.versusCity).toBe('below');
    expect(hateOf(IDS[1] ?? '')?.low).toBeLessThan(0.4);
    expect(hateOf(IDS[1] ?? '')?.high).toBeGreaterThan(0.4);
    expect(hateOf(null)?.labels).toBeGreaterThan(900);
    const hate = clusters?.hate;
    expect(hate?.permutations).toBe(9999);
    expect(hate?.areas.find(({ area }) => area === IDS[1])?.moran.quadrant).toBe('high-high');
    expect(hate?.areas.find(({ area }) => area === IDS[9])?.moran.quadrant).toBe('low-low');
    const { areas: _, ...given } = parts();
    expect(() =>
      buildSnapshot({ ...given, areas, blocks, findings: { overall, ...(clusters && { clusters }) } }),
    ).not.toThrow();
  });

  it('says nothing of areas that are hidden, in no part', async () => {
    const { blocks, found } = await city({
      shareIn: (area) => (area === 2 ? 0.9 : 0.05),
      postsIn: (area) => (area === 2 ? 7 : 160),
    });
    expect(postsOf(blocks, IDS[2] ?? '')).toBe(0);
    expect(JSON.stringify(await found(true))).not.toContain(IDS[2]);
  });

  it('gives no corrected share and no cluster without labels or card', async () => {
    const { found } = await city({ shareIn: () => 0.1 });
    const { overall, clusters } = await found(false);
    expect(overall).toBeUndefined();
    expect(clusters).toBeUndefined();
  });

  it('is the same however often it is made', async () => {
    const { found } = await city({ shareIn: (area) => area / 40 });
    expect(await found(true)).toEqual(await found(true));
  });
});

describe('the constant panel', () => {
  const weeksIn = (block: { weeks: [IsoWeek, IsoWeek] }): number => weeksBetween(...block.weeks).length;

  it('leaves out sources that came later, tells coarse shares, and keeps to shown blocks of the city', async () => {
    const { blocks, found } = await city({
      shareIn: () => 0.1,
      sourceOf: (at, week) => (week >= 4 && at % 5 < 2 ? `new-${at % 6}` : usual(at)),
    });
    const { panel } = await found(false);
    expect(panel?.sources).toBe(6);
    expect(panel?.of).toBe(12);
    const shown = blocks.flatMap(({ area, status, weeks }) => (area === null && status === 'shown' ? [weeks] : []));
    for (const block of panel?.blocks ?? []) {
      expect(shown).toContainEqual(block.weeks);
      expect(weeksIn(block)).toBeGreaterThan(0);
      for (const share of Object.values(block.shares)) expect(share * 1000).toBeCloseTo(Math.round(share * 1000), 9);
    }
  });

  it('is not told for a block in which the other sources have too few posts to be told apart', async () => {
    const { minimumPosts } = protectionRules.parse({});
    let few = minimumPosts - 2;
    const { found } = await city({
      shareIn: () => 0.1,
      sourceOf: (at, week) => {
        if (week === 6 && few > 0 && at > 2000) {
          few -= 1;
          return 'late';
        }
        return usual(at);
      },
    });
    const { panel } = await found(false);
    const told = panel?.blocks.flatMap(({ weeks }) => weeksBetween(...weeks)) ?? [];
    expect(told).toContain(WEEKS[2]);
    expect(told).not.toContain(WEEKS[6]);
  });
});
