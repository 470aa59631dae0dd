import { expect, it } from 'vitest';
import { type SurgeDay, surgeAlerts } from '../../../src/estimate/trend/surge-alert.js';

/** Days on which the sources say the same as every day, but for what `change` adds. */
const days = (count: number, change: (day: number) => SurgeDay['sources'] = () => []): SurgeDay[] =>
  Array.from({ length: count }, (_, day) => ({
    day: String(day),
    sources: [{ source: 'a', posts: 20, flagged: day % 2 === 0 ? 3 : 1 }, ...change(day)],
  }));

it('level days set off nothing', () => {
  expect(surgeAlerts(days(300))).toEqual([]);
});

it('four times the usual is told within three days', () => {
  const surge = days(120, (day) => (day >= 90 ? [{ source: 'a', posts: 30, flagged: 6 }] : []));
  const [first] = surgeAlerts(surge);
  expect(first).toBeGreaterThanOrEqual(90);
  expect(first).toBeLessThan(93);
});

it('a new source that says five times as much sets off nothing, then or later', () => {
  const more = days(300, (day) => (day >= 90 ? [{ source: 'new', posts: 100, flagged: 10 }] : []));
  expect(surgeAlerts(more)).toEqual([]);
});

it('once a new source has its usual, a surge in it is told', () => {
  const more = days(300, (day) => (day >= 90 ? [{ source: 'new', posts: 100, flagged: day >= 200 ? 40 : 10 }] : []));
  expect(surgeAlerts(more)[0]).toBeLessThan(203);
});

it('a source that falls silent sets off nothing', () => {
  const less = days(200, (day) => (day < 100 ? [{ source: 'b', posts: 20, flagged: 5 }] : []));
  expect(surgeAlerts(less)).toEqual([]);
});
