import { type Block, protectionRules, weeksBetween } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/estimate/seeded-random.js';
import { BY_WEEKS, surgeAlerts } from '../../src/estimate/trend/surge-alert.js';
import { citySurges } from '../../src/findings/city-surges.js';
import { findingProblems } from '../../src/snapshot/check-findings.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { dayIn, inBatches, NO_PROBABILITY, placedPost } from '../placed-posts.js';
import { figuresOf, hidden, shown } from '../snapshot/compare/snapshots.js';
import { squareCity } from '../square-city.js';

const WEEKS = weeksBetween('2026-W01', '2026-W16');
const RULES = protectionRules.parse({});

interface Voices {
  sources?: number;
  authors?: number;
}

/** Posts of the city by week, so many of them flagged. */
const tallied = (flaggedIn: (week: number) => number, { sources = 5, authors = 40 }: Voices = {}) =>
  tallyPosts(
    inBatches(
      WEEKS.flatMap((week, at) =>
        Array.from({ length: 60 }, (_, post) =>
          placedPost({
            sourceId: `source-${post % sources}`,
            authorHash: `author-${post % authors}`,
            publishedAt: dayIn(week),
            placements: [{ areaId: null, rung: 'city', weight: 1 }],
            verdict: {
              language: 'ara',
              stance: 'unclear',
              signals: post < flaggedIn(at) ? [{ code: 'hate', probability: 0.9, targets: [] }] : [],
              probabilities: NO_PROBABILITY,
            },
          }),
        ),
      ),
    ),
    { areas: squareCity(['a']) },
  );

/** The city in blocks of two weeks, as they would be published. */
const blocksOf = (flaggedIn: (week: number) => number): Block[] =>
  WEEKS.filter((_, at) => at % 2 === 0).map((week, at) =>
    shown(null, [week, WEEKS[2 * at + 1] ?? week], {
      ...figuresOf(120),
      flagged: { ...figuresOf(0).flagged, hate: flaggedIn(2 * at) + flaggedIn(2 * at + 1) },
    }),
  );

const surge = (week: number): number => (week === 12 ? 40 : 4);

describe('citySurges', () => {
  it('says in which week flagged posts ran at a multiple of the usual', async () => {
    expect(citySurges(blocksOf(surge), await tallied(surge), RULES)).toEqual([{ signal: 'hate', weeks: [WEEKS[12]] }]);
  });

  it('says nothing of level weeks', async () => {
    expect(
      citySurges(
        blocksOf(() => 8),
        await tallied(() => 8),
        RULES,
      ),
    ).toEqual([]);
  });

  it('says nothing of what few voices or sources made', async () => {
    expect(citySurges(blocksOf(surge), await tallied(surge, { authors: 2 }), RULES)).toEqual([]);
    expect(citySurges(blocksOf(surge), await tallied(surge, { sources: 2 }), RULES)).toEqual([]);
  });

  it('says nothing of weeks that are hidden, and takes nothing from them', async () => {
    const blocks = blocksOf(surge);
    const cut = (at: number) => blocks.map((block, index) => (index === at ? hidden(null, block.weeks) : block));
    expect(citySurges(cut(6), await tallied(surge), RULES)).toEqual([]);
    // The eight weeks before are no longer in one run.
    expect(citySurges(cut(3), await tallied(surge), RULES)).toEqual([]);
  });

  it('says nothing where the rest of the block would be told to within three posts', async () => {
    const few = (week: number): number => (week === 12 ? 12 : 0);
    expect(citySurges(blocksOf(few), await tallied(few, { authors: 60 }), RULES)).toEqual([]);
  });

  it('hangs on published numbers: twice as many posts behind kept answers change nothing', async () => {
    const doubled = await tallied((week) => Math.min(60, surge(week) * 2), { authors: 60 });
    const once = await tallied((week) => Math.min(30, surge(week)), { authors: 60 });
    const published = blocksOf((week) => Math.min(30, surge(week)));
    expect(citySurges(published, doubled, RULES)).toEqual(citySurges(published, once, RULES));
  });

  it('is refused by a reader where the city shows too few posts', () => {
    const blocks = blocksOf(() => 3);
    expect(findingProblems(blocks, { surges: [{ signal: 'hate', weeks: [WEEKS[12] ?? ''] }] })).toEqual([
      'the city, 2026-W13: a surge of hate, but too few posts that carry it are shown',
    ]);
  });
});

describe('surge alerts by week', () => {
  const poisson = (mean: number, uniform: () => number): number => {
    let [count, product] = [0, uniform()];
    for (; product > Math.exp(-mean); count += 1) product *= uniform();
    return count;
  };
  /** Years of 52 weeks that vary by a quarter more than chance, with twelve weeks before to learn from. */
  const alerts = (usual: number, surgeFrom: number, multiple: number): number[][] => {
    const random = seededRandom(11);
    return Array.from({ length: 200 }, () =>
      surgeAlerts(
        Array.from({ length: 64 }, (_, week) => {
          const mood = Math.exp(0.25 * random.normal() - 0.03125) * (week >= surgeFrom ? multiple : 1);
          return {
            day: String(week),
            sources: [{ source: 'a', posts: 20, flagged: poisson(usual * mood, () => random.uniform()) }],
          };
        }),
        BY_WEEKS,
      ),
    );
  };

  it.each([14, 56])('come less than once in two years by chance at %i flagged posts a week', (usual) => {
    const all = alerts(usual, 64, 1).flat().length;
    const perYear = (all * 52) / (200 * 56);
    expect(perYear).toBeLessThan(0.5);
  });

  it.each([14, 56])('find four times the usual within two weeks in nine cases of ten at %i a week', (usual) => {
    const found = alerts(usual, 40, 4).filter((weeks) => weeks.some((week) => week >= 40 && week < 42));
    expect(found.length / 200).toBeGreaterThan(0.9);
  });
});
