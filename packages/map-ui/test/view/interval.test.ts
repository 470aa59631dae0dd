import { wilsonInterval } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { intervalOf } from '../../src/view/interval.js';

describe('intervalOf', () => {
  it("is Wilson's, and null without posts", () => {
    expect(intervalOf(81, 263)).toEqual(wilsonInterval(81, 263));
    expect(intervalOf(0, 0)).toBeNull();
  });
});
