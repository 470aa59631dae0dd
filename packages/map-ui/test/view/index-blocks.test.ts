import { describe, expect, it } from 'vitest';
import { indexBlocks, targetsWithPosts } from '../../src/view/index-blocks.js';
import { hidden, shown } from './make-block.js';

describe('indexBlocks', () => {
  it('groups by area in order of time, the undated block last', () => {
    const index = indexBlocks([
      shown('a', null, { posts: 10 }),
      shown('a', ['2027-W01', '2027-W03'], { posts: 10 }),
      hidden(null, ['2026-W50', '2026-W53']),
      hidden('a', ['2026-W50', '2026-W53']),
    ]);
    expect(index.get('a')?.map((block) => block.weeks?.[0])).toEqual(['2026-W50', '2027-W01', undefined]);
    expect(index.get(null)).toHaveLength(1);
  });
});

describe('targetsWithPosts', () => {
  it('names the targets of the signal that any shown block holds, in taxonomy order', () => {
    const blocks = [
      shown('a', null, { posts: 10, targets: { hate: { gender: 1 }, polarisation: { other: 1 } } }),
      shown('b', null, { posts: 10, targets: { hate: { 'race-ethnicity': 2, 'anti-roma': 0 } } }),
    ];
    expect(targetsWithPosts(blocks, 'hate')).toEqual(['race-ethnicity', 'gender']);
    expect(targetsWithPosts(blocks, 'extremism')).toEqual([]);
  });
});
