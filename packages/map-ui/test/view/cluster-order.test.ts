import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterOrder } from '../../src/view/cluster-order.js';

const rows = (...courses: number[][]) => courses.map((course) => Float64Array.from(course));

describe('the order by similar course', () => {
  it('puts rows of a like course together, the higher ones first', () => {
    const order = clusterOrder(rows([0, 0, 0], [9, 9, 0], [0, 0, 1], [9, 8, 0], [1, 0, 0]));
    expect(order.slice(0, 2).sort()).toEqual([1, 3]);
    expect(order.slice(2).sort()).toEqual([0, 2, 4]);
  });

  it('holds every row once, also where many are equal', () => {
    const some = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }), { maxLength: 25 });
    fc.assert(
      fc.property(some, (courses) => {
        const order = clusterOrder(rows(...courses));
        expect([...order].sort((a, b) => a - b)).toEqual(courses.map((_, index) => index));
      }),
    );
  });
});
