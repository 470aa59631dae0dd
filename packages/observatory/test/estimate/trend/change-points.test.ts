import { expect, it } from 'vitest';
import { seededRandom } from '../../../src/estimate/seeded-random.js';
import { changePoints } from '../../../src/estimate/trend/change-points.js';

/** Posts of a week, each flagged with this chance. */
const week = (random: ReturnType<typeof seededRandom>, posts: number, rate: number) => {
  let positives = 0;
  for (let post = 0; post < posts; post += 1) if (random.uniform() < rate) positives += 1;
  return { posts, positives };
};

it('one step from 2 to 6 % is found where it is', () => {
  const random = seededRandom(11);
  const series = Array.from({ length: 40 }, (_, index) => week(random, 400, index < 25 ? 0.02 : 0.06));
  const found = changePoints(series);
  expect(found).toHaveLength(1);
  expect(Math.abs((found[0] ?? 0) - 25)).toBeLessThanOrEqual(1);
});

it('a level series holds a change in at most one of ten', () => {
  let changed = 0;
  for (let seed = 0; seed < 100; seed += 1) {
    const random = seededRandom(seed);
    if (changePoints(Array.from({ length: 52 }, () => week(random, 200, 0.03))).length > 0) changed += 1;
  }
  expect(changed).toBeLessThanOrEqual(10);
});

it('a series of one period or none holds no change', () => {
  expect(changePoints([])).toEqual([]);
  expect(changePoints([{ posts: 10, positives: 3 }])).toEqual([]);
  expect(
    changePoints([
      { posts: 0, positives: 0 },
      { posts: 0, positives: 0 },
    ]),
  ).toEqual([]);
});
