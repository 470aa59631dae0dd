import { wilsonInterval } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../src/view/difference.js';

const figure = (flagged: number, posts: number) => ({
  rate: flagged / posts,
  interval: wilsonInterval(flagged, posts),
});
const some = fc
  .tuple(fc.integer({ min: 10, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([posts, share]) => figure(Math.round(posts * share), posts));

describe('the difference of two shares', () => {
  it('is a clear rise or fall only when the intervals do not meet', () => {
    expect(differenceOf(figure(2, 100), figure(20, 100)).direction).toBe('rise');
    expect(differenceOf(figure(20, 100), figure(2, 100)).direction).toBe('fall');
    expect(differenceOf(figure(5, 100), figure(10, 100)).direction).toBe('no-clear-change');
    expect(differenceOf(figure(1, 10), figure(4, 10)).direction).toBe('no-clear-change');
  });

  it('lies between its ends, and turns round with its sides', () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const there = differenceOf(before, after);
        const back = differenceOf(after, before);
        expect(there.low).toBeLessThanOrEqual(there.value + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(there.value - 1e-12);
        expect(back.value).toBeCloseTo(-there.value, 12);
        expect([back.low, back.high]).toEqual([-there.high, -there.low].map((value) => expect.closeTo(value, 12)));
        const turned = { rise: 'fall', fall: 'rise', 'no-clear-change': 'no-clear-change' } as const;
        expect(back.direction).toBe(turned[there.direction]);
      }),
    );
  });

  it('is taken for clear by chance less often than once in a hundred times', () => {
    // Exact: both sides draw 40 posts of which each is flagged with probability 0.2.
    const [posts, share] = [40, 0.2];
    const chance: number[] = [];
    for (let k = 0, of = (1 - share) ** posts; k <= posts; k += 1) {
      chance.push(of);
      of *= ((posts - k) / (k + 1)) * (share / (1 - share));
    }
    let false_ = 0;
    chance.forEach((left, a) => {
      chance.forEach((right, b) => {
        if (differenceOf(figure(a, posts), figure(b, posts)).direction !== 'no-clear-change') false_ += left * right;
      });
    });
    expect(false_).toBeGreaterThan(0);
    expect(false_).toBeLessThan(0.01);
  });
});
