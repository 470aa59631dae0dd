import { type Block, protectionRules, weeksBetween } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/estimate/seeded-random.js';
import { BY_WEEKS, surgeAlerts } from '../../src/estimate/trend/surge-alert.js';
import { citySurges } from '../../src/findings/city-surges.js';
import { findingProblems, tellingSurges } from '../../src/snapshot/check-findings.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { dayIn, inBatches, NO_PROBABILITY, placedPost } from '../placed-posts.js';
import { figuresOf, hidden, shown } from '../snapshot/compare/snapshots.js';
import { squareCity } from '../square-city.js';

const WEEKS = weeksBetween('2026-W01', '2026-W16');
const RULES = protectionRules.parse({});

/** Posts of the city by week, so many of them flagged. */
const tallied = (flaggedIn: (week: number) => number, sources = 5) =>
  tallyPosts(
    inBatches(
      WEEKS.flatMap((week, at) =>
        Array.from({ length: 60 }, (_, post) =>
          placedPost({
            sourceId: `source-${post % sources}`,
            authorHash: `author-${post % 40}`,
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
  it('says in which group of weeks flagged posts ran at a multiple of the usual, by its first week', async () => {
    expect(citySurges(blocksOf(surge), await tallied(surge), RULES)).toEqual([{ signal: 'hate', weeks: [WEEKS[12]] }]);
  });

  it('says the same wherever in its group of weeks the flagged posts stand', async () => {
    const later = (week: number): number => (week === 13 ? 40 : 4);
    const spread = (week: number): number => (week === 12 || week === 13 ? 22 : 4);
    const said = citySurges(blocksOf(surge), await tallied(surge), RULES);
    expect(citySurges(blocksOf(later), await tallied(later), RULES)).toEqual(said);
    expect(citySurges(blocksOf(spread), await tallied(spread), RULES)).toEqual(said);
  });

  it('says nothing of what a source that was added says in its first four weeks', async () => {
    const none = (week: number): number => (week === 12 ? 3 : 4);
    const { cells } = await tallied(none);
    const withNew = new Map(cells.get(null));
    const old = withNew.get(WEEKS[12] ?? '');
    const flagged = { hate: 37, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 };
    if (old)
      withNew.set(WEEKS[12] ?? '', { ...old, ofSources: new Map([...old.ofSources, [999, { posts: 40, flagged }]]) });
    expect(citySurges(blocksOf(surge), { cells: new Map([[null, withNew]]) }, RULES)).toEqual([]);
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

  it('says nothing of weeks that are hidden, and takes nothing from them', async () => {
    const blocks = blocksOf(surge);
    const cut = (at: number) => blocks.map((block, index) => (index === at ? hidden(null, block.weeks) : block));
    expect(citySurges(cut(6), await tallied(surge), RULES)).toEqual([]);
    // The eight weeks before are no longer in one run.
    expect(citySurges(cut(3), await tallied(surge), RULES)).toEqual([]);
  });

  it('says nothing of a group of weeks with fewer flagged posts than the gate asks for', async () => {
    const few = (week: number): number => (week === 12 ? 15 : 0);
    const told = blocksOf(few);
    expect(citySurges(told, await tallied(few), RULES)).toEqual([{ signal: 'hate', weeks: [WEEKS[12]] }]);
    expect(citySurges(told, await tallied(few), { minimumPosts: 16 })).toEqual([]);
  });

  it('hangs on published numbers: twice as many posts behind kept answers change nothing', async () => {
    const doubled = await tallied((week) => Math.min(60, surge(week) * 2));
    const once = await tallied((week) => Math.min(30, surge(week)));
    const published = blocksOf((week) => Math.min(30, surge(week)));
    expect(citySurges(published, doubled, RULES)).toEqual(citySurges(published, once, RULES));
  });

  it('is refused by a reader where it tells of a week inside a block', () => {
    const blocks = blocksOf(surge);
    expect(tellingSurges(blocks, { surges: [{ signal: 'hate', weeks: [WEEKS[12] ?? ''] }] })).toEqual([]);
    expect(tellingSurges(blocks, { surges: [{ signal: 'hate', weeks: [WEEKS[13] ?? ''] }] })).toEqual([
      'the city, 2026-W14: a surge of hate is told of a week that begins no shown block',
    ]);
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
  /** Years of 52 weeks that vary by a quarter more than chance, told in groups, with twelve weeks before to learn from: groups with an alert. */
  const alerts = (usual: number, length: number, surgeFrom: number, multiple: number): number[][] => {
    const random = seededRandom(11);
    return Array.from({ length: 200 }, () => {
      const weeks = Array.from({ length: 64 }, (_, week) => {
        const mood = Math.exp(0.25 * random.normal() - 0.03125) * (week >= surgeFrom ? multiple : 1);
        return poisson(usual * mood, () => random.uniform());
      });
      const groupOf = (week: number): number[] => {
        const first = week - (week % length);
        return weeks.slice(first, first + length);
      };
      const series = weeks.map((_, week) => {
        const group = groupOf(week);
        const flagged = group.reduce((sum, one) => sum + one, 0) / group.length;
        const part = String(Math.floor(week / length));
        return { day: String(week), part, sources: [{ source: 'a', posts: 20, flagged }] };
      });
      const found = surgeAlerts(series, { ...BY_WEEKS, quietDays: length, baselineDays: 7 + length });
      return [...new Set(found.map((week) => week - (week % length)))];
    });
  };

  it.each([
    [14, 1],
    [56, 1],
    [14, 3],
    [56, 3],
  ])('come less than once in two years by chance at %i flagged posts a week, told in groups of %i', (usual, length) => {
    const all = alerts(usual, length, 64, 1).flat().length;
    const perYear = (all * 52) / (200 * 56);
    expect(perYear).toBeLessThan(0.5);
  });

  it.each([
    [14, 1],
    [56, 1],
    [14, 3],
    [56, 3],
  ])('find four times the usual in nine cases of ten at %i a week, told in groups of %i', (usual, length) => {
    const found = alerts(usual, length, 39, 4).filter((weeks) => weeks.some((week) => week >= 39 && week < 42));
    expect(found.length / 200).toBeGreaterThan(0.9);
  });
});
