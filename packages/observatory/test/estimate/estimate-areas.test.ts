import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EstimateLabel, EstimatePost } from '../../src/estimate/estimate.js';
import { estimateAreas } from '../../src/estimate/estimate-areas.js';
import { simulateCity } from '../../src/estimate/evaluate/simulate-city.js';

const post = (id: string, area: string, score: number, more: Partial<EstimatePost> = {}): EstimatePost => ({
  id,
  area,
  period: 'all',
  score,
  flagged: score >= 0.5,
  ...more,
});

const city = (more: Partial<Parameters<typeof simulateCity>[0]> = {}) =>
  simulateCity({
    areas: [
      { posts: 3000, rate: 0.04 },
      { posts: 3000, rate: 0.04 },
      { posts: 3000, rate: 0.12 },
      { posts: 20, rate: 0.04 },
    ],
    separation: 2.6,
    calibratedFor: 0.04,
    labels: 1500,
    design: 'random',
    seed: 4,
    ...more,
  });

describe('estimateAreas', () => {
  it('corrects a flag share that is off by a factor, and finds the area that differs', () => {
    const planted = city();
    const estimates = estimateAreas(planted);
    expect(estimates.map(({ area }) => area)).toEqual(['area-0', 'area-1', 'area-2', 'area-3']);
    const [first, , high] = estimates;
    expect((first?.flagged ?? 0) / 3000).toBeGreaterThan(0.1);
    expect(first?.rate).toBeGreaterThan(0.025);
    expect(first?.rate).toBeLessThan(0.06);
    expect(high?.versusCity).toBe('above');
    expect(high?.low).toBeLessThan(0.12);
    expect(high?.high).toBeGreaterThan(0.12);
  });

  it('a small area is shrunk towards the city and told from it by nobody', () => {
    const small = estimateAreas(city())[3];
    expect(small).toMatchObject({ n: 20, versusCity: 'cannot-tell' });
    expect((small?.high ?? 0) - (small?.low ?? 0)).toBeGreaterThan((small?.shrunkHigh ?? 0) - (small?.shrunkLow ?? 0));
  });

  it('scores meant for a balanced set give the same figures as calibrated ones, but for the rounding of steps', () => {
    const calibrated = estimateAreas(city())[0];
    const balanced = estimateAreas(city({ calibratedFor: 0.5 }))[0];
    expect(Math.abs((balanced?.rate ?? 0) - (calibrated?.rate ?? 1))).toBeLessThan(0.004);
  });

  it('few positives among the labels are said to be too few', () => {
    const rare = city({ areas: [{ posts: 4000, rate: 0.001 }], labels: 200 });
    expect(estimateAreas(rare)[0]?.tooFewLabels).toBe(true);
    expect(estimateAreas(city())[0]?.tooFewLabels).toBe(false);
  });

  it('labels drawn with stated chances give a narrower interval around the same truth', () => {
    const one = { areas: [{ posts: 12_000, rate: 0.02 }], calibratedFor: 0.02, labels: 800 };
    const [random] = estimateAreas(city({ ...one, design: 'random' }));
    const [efficient] = estimateAreas(city({ ...one, design: 'efficient' }));
    const width = (estimate: typeof random): number => (estimate?.high ?? 1) - (estimate?.low ?? 0);
    expect(width(efficient)).toBeLessThan(0.8 * width(random));
    expect(efficient?.low).toBeLessThan(0.02);
    expect(efficient?.high).toBeGreaterThan(0.02);
  });

  it('the order of posts and labels makes no difference', () => {
    const planted = city();
    const turned = estimateAreas({ posts: [...planted.posts].reverse(), labels: [...planted.labels].reverse() });
    const byArea = new Map(turned.map((estimate) => [estimate.area, estimate]));
    for (const estimate of estimateAreas(planted))
      expect(byArea.get(estimate.area)?.rate).toBeCloseTo(estimate.rate, 9);
  });

  it('an area that says twice as much in one period is compared with the city in that period', () => {
    const first = city({ areas: Array.from({ length: 6 }, () => ({ posts: 1500, rate: 0.04 })), seed: 5 });
    const second = city({
      areas: Array.from({ length: 6 }, (_, area) => ({ posts: 1500, rate: area === 2 ? 0.2 : 0.08 })),
      seed: 8,
    });
    const posts = [
      ...first.posts.map((one) => ({ ...one, period: '2026-W14' })),
      ...second.posts.map((one) => ({ ...one, id: `later ${one.id}`, period: '2026-W15' })),
    ];
    const estimates = estimateAreas({ posts, labels: first.labels });
    const verdicts = (period: string) =>
      estimates.filter((estimate) => estimate.period === period).map(({ versusCity }) => versusCity);
    expect(verdicts('2026-W14')).toEqual(Array(6).fill('cannot-tell'));
    expect(verdicts('2026-W15')[2]).toBe('above');
    expect(verdicts('2026-W15').filter((verdict) => verdict === 'above')).toHaveLength(1);
  });

  it('an area is not above the city for the language it writes, when nothing else differs', () => {
    // French posts carry the signal four times as often; area f is all French, as is a tenth of the rest.
    const arabic = city({ areas: [{ posts: 9000, rate: 0.02 }], labels: 1200, calibratedFor: 0.02, seed: 21 });
    const french = city({ areas: [{ posts: 2000, rate: 0.08 }], labels: 800, calibratedFor: 0.08, seed: 22 });
    const posts = [
      ...arabic.posts.map((one, at) => ({ ...one, area: `a${at % 3}`, language: 'ara' })),
      ...french.posts.map((one, at) => ({
        ...one,
        id: `f${one.id}`,
        area: at % 2 ? 'f' : `a${at % 3}`,
        language: 'fra',
      })),
    ];
    const labels = [
      ...arabic.labels.map((one) => ({ ...one, weight: 9000 / 1200, language: 'ara' })),
      ...french.labels.map((one) => ({ ...one, id: `f${one.id}`, weight: 2000 / 800, language: 'fra' })),
    ];
    const estimate = estimateAreas({ posts, labels }).find(({ area }) => area === 'f');
    expect(estimate?.low).toBeLessThan(0.08);
    expect(estimate?.high).toBeGreaterThan(0.08);
    expect(estimate?.rate).toBeLessThan(0.12);
  });

  describe('without a label of the city', () => {
    const posts = Array.from({ length: 1000 }, (_, at) =>
      post(String(at), at < 500 ? 'a' : 'b', at % 10 < 2 ? 0.9 : 0.1),
    );

    it('the card’s error rates correct the flag share, and the figure says so', () => {
      // Rogan & Gladen: (0.2 − 0.1) ÷ (0.9 − 0.1) = 0.125.
      const errorRates = { positives: 1000, positivesFlagged: 900, harmless: 1000, harmlessFlagged: 100 };
      const [estimate] = estimateAreas({ posts, labels: [], options: { errorRates } });
      expect(estimate).toMatchObject({ method: 'model-card', tooFewLabels: true, versusCity: 'cannot-tell' });
      expect(estimate?.rate).toBeCloseTo(0.125, 10);
      expect(estimate?.low).toBeLessThan(0.1);
      expect(estimate?.high).toBeGreaterThan(0.15);
    });

    it('without these the interval says nothing', () => {
      expect(estimateAreas({ posts, labels: [] })[0]).toMatchObject({ method: 'uncorrected', low: 0, high: 1 });
    });
  });

  it('a post that was drawn several times, as with replacement, weighs as much as all its draws', () => {
    const posts = Array.from({ length: 400 }, (_, at) => post(`p${at}`, at % 2 === 0 ? 'a' : 'b', (at % 10) / 10));
    const label = (at: number, weight: number) => ({
      id: `p${at}`,
      area: at % 2 === 0 ? 'a' : 'b',
      score: (at % 10) / 10,
      flagged: at % 10 >= 5,
      truth: at % 10 >= 7,
      weight,
    });
    const drawn = Array.from({ length: 120 }, (_, at) => label((at * 7) % 100, 1));
    const times = new Map<number, number>();
    for (const { id } of drawn) times.set(Number(id.slice(1)), (times.get(Number(id.slice(1))) ?? 0) + 1);
    const once = [...times].map(([at, draws]) => label(at, draws));
    expect(estimateAreas({ posts, labels: drawn })).toEqual(estimateAreas({ posts, labels: once }));
  });

  it('two labels of one post that say different things, a weight of 0 and a score over 1 are refused by name', () => {
    const posts = [post('p1', 'a', 0.5)];
    const label = { id: 'p1', area: 'a', score: 0.5, flagged: true, truth: true };
    expect(() => estimateAreas({ posts, labels: [label, { ...label, truth: false }] })).toThrow(
      /true and false for p1/,
    );
    expect(() => estimateAreas({ posts, labels: [{ ...label, weight: 0 }] })).toThrow(/p1.*over 0/);
    expect(() => estimateAreas({ posts: [post('p2', 'a', 1.5)], labels: [] })).toThrow(/p2.*between 0 and 1/);
  });

  it('whatever comes, every figure is a share and the interval holds it', () => {
    const scores = fc.constantFrom(0, 0.001, 0.2, 0.5, 0.5, 0.97, 1);
    const posts = fc.array(
      fc.record({
        area: fc.constantFrom('a', 'b', null),
        period: fc.constantFrom('x', 'y'),
        score: scores,
        flagged: fc.boolean(),
        truth: fc.boolean(),
        labelled: fc.boolean(),
        weight: fc.double({ min: 0.01, max: 1000, noNaN: true }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(posts, (drawn) => {
        const all = drawn.map((one, at) => ({ ...one, id: String(at) }));
        const labels: EstimateLabel[] = all.filter(({ labelled }) => labelled);
        for (const estimate of estimateAreas({ posts: all, labels })) {
          const { rate, low, high, shrunk, shrunkLow, shrunkHigh } = estimate;
          for (const value of [rate, low, high, shrunk, shrunkLow, shrunkHigh]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
          expect(low).toBeLessThanOrEqual(rate);
          expect(rate).toBeLessThanOrEqual(high);
          expect(shrunkLow).toBeLessThanOrEqual(shrunk);
          expect(shrunk).toBeLessThanOrEqual(shrunkHigh);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('nothing gives nothing', () => {
    expect(estimateAreas({ posts: [], labels: [] })).toEqual([]);
  });
});
