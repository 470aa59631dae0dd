import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWaitingLine } from '../../src/run/waiting-line.js';

const MOST = 3;

/** A line that writes down what it kept, batch by batch. */
const openLine = (isNear: () => boolean = () => false) => {
  const kept: number[][] = [];
  const line = openWaitingLine<number>({
    keep: async (values) => {
      await Promise.resolve();
      if (values.includes(-1)) throw new Error('the disk is full');
      kept.push([...values]);
    },
    most: MOST,
    moreIsNear: isNear,
  });
  return { kept, line };
};

describe('a waiting line', () => {
  it('keeps in the order of entering, whatever is finished first and whoever leaves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ rank: fc.double({ noNaN: true }), leaves: fc.boolean() }), { maxLength: 20 }),
        async (visitors) => {
          const { kept, line } = openLine();
          const inside = visitors.map((visitor, value) => ({ ...visitor, value, place: line.enter() }));
          const done = inside
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ leaves, value, place }) => (leaves ? place.leave() : place.handIn(value)));
          await Promise.all(done);
          expect(kept.flat()).toEqual(inside.filter(({ leaves }) => !leaves).map(({ value }) => value));
          expect(Math.max(0, ...kept.map(({ length }) => length))).toBeLessThanOrEqual(MOST);
        },
      ),
    );
  });

  it('keeps several at a time where more is near, and what is left when nothing is', async () => {
    let isNear = true;
    const { kept, line } = openLine(() => isNear);
    const places = Array.from({ length: 5 }, () => line.enter());
    const done = places.slice(0, 4).map((place, value) => place.handIn(value));
    await Promise.all(done.slice(0, 3));
    expect(kept).toEqual([[0, 1, 2]]);
    isNear = false;
    places[4]?.leave();
    await Promise.all(done);
    expect(kept).toEqual([[0, 1, 2], [3]]);
  });

  it('tells those whose values could not be kept, and goes on with the others', async () => {
    const { kept, line } = openLine();
    const places = [line.enter(), line.enter()];
    await expect(places[0]?.handIn(-1)).rejects.toThrow('the disk is full');
    await places[1]?.handIn(1);
    expect(kept).toEqual([[1]]);
  });
});
