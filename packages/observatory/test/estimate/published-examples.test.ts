import { describe, expect, it } from 'vitest';
import { drawSample } from '../../src/estimate/inclusion.js';
import { type SeededRandom, seededRandom } from '../../src/estimate/seeded-random.js';
import { changePoints } from '../../src/estimate/trend/change-points.js';
import { surgeAlerts } from '../../src/estimate/trend/surge-alert.js';

it('systematic sampling draws A, B and D at the start 0.05, as stats.stackexchange.com/questions/139279 works it out', () => {
  const inOrder: SeededRandom = { ...seededRandom(1), uniform: () => 0.05, shuffle: () => undefined };
  expect(drawSample(Float64Array.of(1 / 3, 1, 1 / 6, 2 / 3, 1 / 3, 1 / 2), inOrder)).toEqual([0, 1, 3]);
});

/**
 * British coal-mining disasters a year, 1851 to 1962, as in Carlin, Gelfand & Smith (1992); printed on
 * learnbayes.wordpress.com/2007/12/04/a-poisson-change-point-model.
 */
const DISASTERS = [
  '4541043406334026335453144155342522342132',
  '1111130010110031032201110101000210001102',
  '23112111124200014000100000100100',
]
  .join('')
  .split('')
  .map(Number);

it('a single change of the coal-mining disasters lies where lindeloev.github.io/mcp finds it: 1888, 95 % 1881 to 1898', () => {
  expect(DISASTERS).toHaveLength(112);
  // A handful of a million is a Poisson number. The usual penalty finds a second change, in 1948: theirs is a model of one.
  const series = DISASTERS.map((positives) => ({ posts: 1_000_000, positives }));
  const found = changePoints(series, { penalty: 3 * Math.log(series.length) });
  expect(found).toHaveLength(1);
  const year = 1851 + (found[0] ?? 0);
  expect(year).toBeGreaterThanOrEqual(1881);
  expect(year).toBeLessThanOrEqual(1898);
});

/**
 * Average run lengths of Lucas's CUSUM for counts with h = 6 and k = 2 (Technometrics 27 (1985)), as the manual of the R
 * package IAcsSPCR prints them: 37.2 at the mean 1.88, 5.49 at 1.88 + 0.9627 √1.88.
 */
describe('the sum of evidence for a surge', () => {
  const [H, K] = [6, 2];
  /** Days before the watch, on which nothing is said: what is usual is then what the options say. */
  const BEFORE = 400;
  const WATCHED = 390;
  const OPTIONS = {
    baselineDays: BEFORE,
    quietDays: WATCHED,
    sourceDays: 1,
    multiple: 2,
    // Twice the usual against the usual has the reference value usual / ln 2.
    leastUsual: K * Math.log(2),
    threshold: H * Math.log(2) - 1e-9,
  };

  const poisson = (random: SeededRandom, mean: number): number => {
    let count = -1;
    for (let left = 1; left > Math.exp(-mean); count += 1) left *= random.uniform();
    return count;
  };
  const days = (counts: readonly number[]) =>
    [...Array<number>(BEFORE).fill(0), ...counts].map((flagged, at) => ({
      day: String(at),
      sources: [{ source: 's', posts: 10, flagged }],
    }));
  /** The day of the alarm, from 1: the first on which max(0, sum + count − k) reaches h. */
  const byLucas = (counts: readonly number[]): number => {
    let sum = 0;
    return (
      counts.findIndex((count) => {
        sum = Math.max(0, sum + count - K);
        return sum >= H;
      }) + 1
    );
  };

  it.each([
    [1.88, 37.2],
    [1.88 + 0.9627 * Math.sqrt(1.88), 5.49],
  ])('at the mean %d sounds the alarm on the days that Lucas’s does, after %d days on average', (mean, published) => {
    const random = seededRandom(27);
    const lengths = Array.from({ length: 4000 }, () => {
      const counts = Array.from({ length: WATCHED }, () => poisson(random, mean));
      return { counts, length: byLucas(counts) };
    });
    for (const { counts, length } of lengths.slice(0, 100)) {
      const upTo = counts.slice(0, length);
      expect(surgeAlerts(days(upTo), OPTIONS)).toEqual([BEFORE + length - 1]);
    }
    const average = lengths.reduce((sum, { length }) => sum + length, 0) / lengths.length;
    // Five standard errors of an average of 4,000 run lengths.
    expect(Math.abs(average / published - 1)).toBeLessThan(0.08);
  });
});
