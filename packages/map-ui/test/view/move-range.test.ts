import { weeksBetween } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedRange, playedFrom } from '../../src/view/move-range.js';

const weeks = weeksBetween('2026-W50', '2027-W12');
const ranges = fc
  .tuple(fc.nat(weeks.length - 1), fc.nat(weeks.length - 1))
  .map(([a, b]) => ({ from: weeks[Math.min(a, b)] ?? '', to: weeks[Math.max(a, b)] ?? '' }));
const length = ({ from, to }: { from: string; to: string }) => weeksBetween(from, to).length;

describe('the chosen weeks', () => {
  it('move across the turn of the year and keep their length', () => {
    expect(movedRange({ from: '2026-W52', to: '2026-W53' }, 1, weeks)).toEqual({ from: '2026-W53', to: '2027-W01' });
    fc.assert(
      fc.property(ranges, fc.constantFrom(-1, 1), (range, by) => {
        const moved = movedRange(range, by, weeks);
        if (moved === null) expect(by > 0 ? range.to : range.from).toBe(by > 0 ? weeks.at(-1) : weeks[0]);
        else expect(length(moved)).toBe(length(range));
      }),
    );
  });

  it('are played to the last week in as many steps as there are weeks left, from any choice', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        let now = playedFrom(range, weeks);
        let steps = 0;
        for (let next: typeof now | null = now; next; next = movedRange(next, 1, weeks))
          [now, steps] = [next, steps + 1];
        expect(now.to).toBe(weeks.at(-1));
        expect(steps).toBeLessThanOrEqual(weeks.length);
      }),
    );
  });

  it('begin anew from the first week where they end with the last, the whole period as a quarter of it', () => {
    expect(playedFrom({ from: '2027-W11', to: '2027-W12' }, weeks)).toEqual({ from: '2026-W50', to: '2026-W51' });
    expect(length(playedFrom({ from: '2026-W50', to: '2027-W12' }, weeks))).toBe(4);
    expect(playedFrom({ from: '2027-W01', to: '2027-W02' }, weeks)).toEqual({ from: '2027-W01', to: '2027-W02' });
  });
});
