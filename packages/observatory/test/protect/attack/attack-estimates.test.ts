import type { Block } from '@marsad/records';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  attackEstimates,
  type Publish,
  publishEstimates,
  scoredAndLabelled,
} from '../../../src/protect/attack/attack-estimates.js';
import { type SyntheticCity, syntheticCity } from '../../../src/protect/attack/synthetic-city.js';
import { blocksOf } from '../../../src/protect/blocks-of.js';
import { rulesFrom } from '../../../src/protect/rules.js';
import { tallyPosts } from '../../../src/tally/tally-posts.js';
import { inBatches } from '../../placed-posts.js';

const rules = rulesFrom({});
let areas: SyntheticCity['areas'];
let blocks: Block[];
let scored: ReturnType<typeof scoredAndLabelled>;

/** A city whose late posts come to blocks that were published before them. */
beforeAll(async () => {
  const city = syntheticCity(5, 12);
  ({ areas } = city);
  let published: Block[] = [];
  for (let week = 0; week < 12; week += 1) {
    const known = city.posts.flatMap(({ post, knownFrom }) => (knownFrom <= week ? [post] : []));
    published = blocksOf(await tallyPosts(inBatches(known), { areas }), {}, { published });
  }
  blocks = published;
  const posts = city.posts.flatMap(({ post, knownFrom }) => (knownFrom < 12 ? [post] : []));
  scored = scoredAndLabelled(posts, 5);
});

const attackWith = (publish: Publish) => attackEstimates(blocks, { posts: scored.posts, areas }, rules, publish);

describe('an attacker who reads estimates', () => {
  it('learns no number under the threshold from estimates by labels and by a card', async () => {
    const { cells, attacked } = await attackWith(publishEstimates(areas, scored.labels));
    expect(cells).toEqual([]);
    expect(attacked).toBeGreaterThan(5);
  });

  it('learns hidden numbers from figures that follow all posts of a neighbourhood', async () => {
    const { cells } = await attackWith(async (_, posts) =>
      blocks.map((block): Block => {
        const all = posts.filter(({ placements }) => placements.some(({ areaId }) => areaId === block.area)).length;
        return { ...block, area: `${block.area} ${(all / posts.length).toPrecision(3)}` };
      }),
    );
    expect(cells.some((cell) => cell.includes('told by the estimates'))).toBe(true);
  });

  it('learns what came later from figures that follow the number of posts', async () => {
    const { cells } = await attackWith(async (_, posts) =>
      blocks.map((block): Block => ({ ...block, area: `${block.area} ${Math.sqrt(posts.length).toPrecision(3)}` })),
    );
    expect(cells.some((cell) => cell.includes('what came later'))).toBe(true);
  });
});
