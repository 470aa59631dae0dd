import { describe, expect, it } from 'vitest';
import { compareWithCity, versusCityOf } from '../../src/view/compare.js';
import { figuresOfArea } from '../../src/view/figures.js';
import { shown } from './make-block.js';

describe('compareWithCity', () => {
  const city = { low: 0.1, high: 0.2 };
  it.each([
    [{ low: 0.21, high: 0.3 }, 'above'],
    [{ low: 0.2, high: 0.3 }, 'cannot-tell'],
    [{ low: 0.05, high: 0.1 }, 'cannot-tell'],
    [{ low: 0, high: 0.09 }, 'below'],
  ] as const)('says of %j: %s', (area, expected) => {
    expect(compareWithCity(area, city)).toBe(expected);
  });
});

describe('how a place stands to the city', () => {
  const weeks: [string, string] = ['2026-W14', '2026-W15'];
  const question = { signal: 'hate', target: 'all', range: { from: weeks[0], to: weeks[1] }, whole: true } as const;
  const place = (area: string | null, flagged: number) =>
    figuresOfArea(area, [shown(area, weeks, { posts: 100, flagged: { hate: flagged } })], question);
  const corrected = {
    method: 'labels',
    labels: 300,
    own: { rate: 0.4, interval: { low: 0.3, high: 0.5 } },
    shrunk: null,
    versusCity: 'cannot-tell',
    groups: 1,
  } as const;

  it('is told by the intervals of two shares that are only flagged', () => {
    expect([60, 10, 1].map((flagged) => versusCityOf(place('port', flagged), place(null, 12)))).toEqual([
      'above',
      'cannot-tell',
      'below',
    ]);
  });

  it('is the verdict of a correction, whatever the intervals, and nothing beside a share of the other kind', () => {
    expect(versusCityOf({ ...place('port', 60), corrected }, place(null, 1))).toBe('cannot-tell');
    expect(versusCityOf(place('port', 60), { ...place(null, 1), corrected })).toBeNull();
  });
});
