import { describe, expect, it } from 'vitest';
import { copiesLine } from '../../src/report/copies-line.js';

const counts = (outcomes: Record<string, number>) => ({ posts: 720, outcomes, itemsLeftOut: {}, documentsLeftOut: {} });

describe('copies in the store', () => {
  it('are told together, wherever they ended', () => {
    expect(copiesLine(counts({ published: 600, 'published:copy': 30, 'outside:copy': 7, 'suppressed:x': 83 }))).toBe(
      '37 of the 720 posts in the store are copies of another: they show how far it went and count in no share',
    );
  });

  it('are not spoken of where there are none', () => {
    expect(copiesLine(counts({ published: 720 }))).toBeUndefined();
  });
});
