import { type Block, contentId, weeksBetween } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { districtFigures } from '../../../src/findings/district-figures.js';
import { syntheticCity } from '../../../src/protect/attack/synthetic-city.js';
import { blocksOf } from '../../../src/protect/blocks-of.js';
import { districtBlocks } from '../../../src/protect/districts/district-blocks.js';
import { districtProblems } from '../../../src/snapshot/check-districts.js';
import { districtsByArea } from '../../../src/tally/districts.js';
import type { PlacedPost } from '../../../src/tally/placed-post.js';
import { tallyPosts } from '../../../src/tally/tally-posts.js';
import { dayIn, inBatches, placedPost } from '../../placed-posts.js';
import { inDistricts, squareCity } from '../../square-city.js';

const areas = inDistricts(squareCity(['a', 'b', 'c', 'd']), { a: 'north', b: 'north', c: 'north', d: 'south' });
const districts = districtsByArea(areas);
const rules = { minimumPosts: 10, minimumAuthors: 5, minimumSources: 3, maximumTopAuthorShare: 0.5 };
let written = 0;

/** Posts of one area (null: none) in a week, each by an author of its own, from four sources. */
const posts = (area: string | null, week: string, number: number): PlacedPost[] =>
  Array.from({ length: number }, () => {
    written += 1;
    return placedPost({
      sourceId: `source-${written % 4}`,
      authorHash: contentId('author', String(written)),
      publishedAt: dayIn(week),
      placements: [
        area === null ? { areaId: null, rung: 'city', weight: 1 } : { areaId: area, rung: 'mention', weight: 1 },
      ],
    });
  });

const [w1 = '', w2 = '', w3 = '', w4 = ''] = weeksBetween('2026-W14', '2026-W17');

const told = async (all: readonly PlacedPost[], published: readonly Block[] = []) => {
  const tallied = await tallyPosts(inBatches(all), { areas });
  const blocks = blocksOf(tallied, {});
  return { tallied, blocks, districts: districtBlocks(blocks, tallied, { districts, rules: {}, published }) };
};
const of = (blocks: readonly Block[], area: string | null) => blocks.filter((block) => block.area === area);

/** a and b reach over the end of the city's first block, with many posts on either side. */
const REACHING = [
  ...posts(null, w1, 12),
  ...posts(null, w2, 12),
  ...posts(null, w3, 30),
  ...['a', 'b', 'c'].flatMap((area) => [...posts(area, w1, 3), ...posts(area, w2, 5), ...posts(area, w3, 7)]),
  ...posts('d', w1, 12),
  ...posts('d', w4, 12),
];

describe('blocks of districts', () => {
  it('are told in the weeks of the city, where enough reaches over their ends', async () => {
    const { blocks, districts: own } = await told(REACHING);
    const city = of(blocks, null).filter(({ status }) => status === 'shown');
    expect(city[0]?.weeks).toEqual([w1, w2]);
    expect(of(own, 'north')[0]).toMatchObject({ weeks: [w1, w2], status: 'shown', figures: { posts: 24 } });
    expect(of(own, 'north').map(({ weeks }) => weeks)).toEqual(of(blocks, null).map(({ weeks }) => weeks));
  });

  it('are told where nothing at all is left, and hidden as soon as one post is', async () => {
    const clean = [...posts(null, w1, 30), ...posts('a', w1, 12), ...posts('b', w1, 15), ...posts('d', w1, 12)];
    const { districts: own } = await told(clean);
    expect(of(own, 'north')).toMatchObject([{ status: 'shown', figures: { posts: 27 } }]);
    const { districts: less } = await told([...clean, ...posts('c', w1, 1)]);
    expect(of(less, 'north')).toMatchObject([{ status: 'suppressed', reason: 'protects-another-cell' }]);
  });

  it('are hidden where a post names two of their areas and nothing else is left', async () => {
    const clean = [...posts(null, w1, 30), ...posts('a', w1, 12), ...posts('b', w1, 15), ...posts('d', w1, 12)];
    const [both] = posts('a', w1, 1);
    if (!both) throw new Error('no post was made');
    const placements = ['a', 'b'].map((areaId) => ({ areaId, rung: 'mention' as const, weight: 0.5 }));
    const { districts: own } = await told([...clean, { ...both, placements }]);
    expect(of(own, 'north')[0]?.status).toBe('suppressed');
  });

  it('say too few only where that word bounds nothing', async () => {
    const few = [...posts(null, w1, 30), ...posts('a', w1, 4), ...posts('d', w1, 12)];
    expect(of((await told(few)).districts, 'north')[0]).toMatchObject({ reason: 'too-few-posts' });
    const reaching = [...few, ...posts('a', w2, 8), ...posts(null, w2, 30)];
    expect(of((await told(reaching)).districts, 'north')[0]).toMatchObject({ reason: 'protects-another-cell' });
  });

  it('keep their answer, and take in no newcomers', async () => {
    const first = await told(REACHING);
    const shown = of(first.districts, 'north')[0];
    const later = [...REACHING, ...posts('a', w1, 20), ...posts('b', w2, 20)];
    const second = await told(later, first.districts);
    expect(of(second.districts, 'north')[0]).toEqual(shown);
  });

  it('tell no codes, fit what a receiver asks for, and cost invented cities next to no block of a neighbourhood', async () => {
    let lost = 0;
    let all = 0;
    let shownDistricts = 0;
    for (let seed = 1; seed <= 8; seed += 1) {
      const { areas: own, posts: known, weeks } = syntheticCity(seed, 12);
      const districtOf = districtsByArea(own);
      let blocks: Block[] = [];
      let alone: Block[] = [];
      let ofDistricts: Block[] = [];
      for (let week = 0; week < weeks.length; week += 1) {
        const tallied = await tallyPosts(
          inBatches(known.flatMap(({ post, knownFrom }) => (knownFrom <= week ? [post] : []))),
          { areas: own },
        );
        alone = blocksOf(tallied, {}, { published: alone });
        blocks = blocksOf(tallied, {}, { published: blocks, districts: { of: districtOf, published: ofDistricts } });
        ofDistricts = districtBlocks(blocks, tallied, { districts: districtOf, rules: {}, published: ofDistricts });
        const span: [string, string] = [weeks[0] ?? '', weeks.at(-1) ?? ''];
        expect(
          districtProblems(blocks, { districts: { blocks: ofDistricts } }, { rules, weeks: span, areas: own }),
        ).toEqual([]);
      }
      const shown = (list: readonly Block[]): number => list.filter(({ status }) => status === 'shown').length;
      lost += shown(alone) - shown(blocks);
      all += shown(alone);
      shownDistricts += shown(ofDistricts);
    }
    expect(shownDistricts).toBeGreaterThan(3);
    expect(lost / all).toBeLessThan(0.005);
  });

  it('are refused by a receiver when they tell codes, or weeks in which the city tells nothing', async () => {
    const { blocks, districts: own } = await told(REACHING);
    const span: [string, string] = [w1, w4];
    const changed = own.map((block) =>
      block.status === 'shown'
        ? { ...block, figures: { ...block.figures, languages: { ara: block.figures.posts } } }
        : block,
    );
    const problems = (list: readonly Block[], beside = blocks) =>
      districtProblems(beside, { districts: { blocks: [...list] } }, { rules, weeks: span, areas });
    expect(problems(own)).toEqual([]);
    expect(problems(changed).join()).toContain('tells languages, rungs or stances');
    expect(problems(own, of(blocks, 'a')).join()).toContain('in weeks in which the city is not');
    expect(problems(own.map((block) => ({ ...block, area: 'west' }))).join()).toContain('no such area');
  });
});

describe('estimates of districts', () => {
  it('are the same wherever in their district posts stand', async () => {
    const flagged = REACHING.map((post, at) =>
      at % 3 === 0 && post.verdict
        ? { ...post, verdict: { ...post.verdict, probabilities: { ...post.verdict.probabilities, hate: 0.9 } } }
        : post,
    );
    const labels = flagged
      .filter((_, at) => at % 2 === 0)
      .map(({ postId }, at) => ({
        postId,
        weight: 2,
        signals: at % 3 === 0 ? (['hate'] as const) : [],
      }));
    const { blocks } = await told(flagged);
    const figures = async (all: readonly PlacedPost[]) =>
      districtFigures(blocks, {
        areas,
        tallied: await tallyPosts(inBatches(all), { areas }),
        labels,
        labelled: { [Symbol.asyncIterator]: () => inBatches(all) },
        card: undefined,
        rules: {},
        published: [],
      });
    const before = await figures(flagged);
    expect(before?.blocks.some((block) => block.status === 'shown' && block.figures.estimates?.hate)).toBe(true);
    const moved = flagged.map((post) =>
      post.placements[0]?.areaId === 'c'
        ? { ...post, placements: [{ areaId: 'b', rung: 'mention' as const, weight: 1 }] }
        : post,
    );
    const after = await figures(moved);
    const shownIn = (of: typeof before) => of?.blocks.flatMap((block) => (block.status === 'shown' ? [block] : []));
    for (const block of shownIn(after) ?? [])
      expect(
        shownIn(before)?.find(({ weeks, area }) => area === block.area && weeks?.[0] === block.weeks?.[0]),
      ).toEqual(block);
  });
});
