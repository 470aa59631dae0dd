import { type Block, nextWeek, type ProtectionRules } from '@marsad/records';
import type { ShownBlock } from './keep-published.js';
import { leastLeft } from './remainder.js';

/** Blocks of the city, one after the other, and the posts that subtracting all neighbourhoods inside them leaves. */
export interface ThinRemainder {
  city: ShownBlock[];
  left: number;
}

const isShown = (block: Block): block is ShownBlock => block.status === 'shown';

/**
 * Runs of city blocks from which a reader can subtract the neighbourhoods shown inside the same weeks, and is left with
 * too few posts to hide any. What is read is published, so whoever receives a snapshot can ask the same.
 * @returns for every block that a run begins with, the first such run
 */
export const thinRemainders = (blocks: readonly Block[], rules: ProtectionRules): ThinRemainder[] => {
  const least = leastLeft(rules);
  const shown = blocks.filter(isShown);
  const thin: ThinRemainder[] = [];
  const areas = shown.filter(({ area }) => area !== null);
  const undated = areas.filter(({ weeks }) => weeks === null).reduce((sum, { figures }) => sum + figures.posts, 0);
  const dated = areas.flatMap(({ weeks, figures }) => (weeks === null ? [] : [{ weeks, posts: figures.posts }]));
  dated.sort((a, b) => (a.weeks[1] < b.weeks[1] ? -1 : 1));
  const city = shown.filter(({ area }) => area === null);
  for (const [at, first] of city.entries()) {
    if (first.weeks === null) {
      if (first.figures.posts - undated < least) thin.push({ city: [first], left: first.figures.posts - undated });
      continue;
    }
    const [start] = first.weeks;
    const inside = dated.filter(({ weeks }) => weeks[0] >= start);
    let left = 0;
    let next = 0;
    const run: ShownBlock[] = [];
    for (const block of city.slice(at)) {
      const before = run.at(-1);
      if (block.weeks === null || (before?.weeks && nextWeek(before.weeks[1]) !== block.weeks[0])) break;
      run.push(block);
      left += block.figures.posts;
      for (let one = inside[next]; one !== undefined && one.weeks[1] <= block.weeks[1]; one = inside[next]) {
        left -= one.posts;
        next += 1;
      }
      if (left >= least) continue;
      thin.push({ city: [...run], left });
      break;
    }
  }
  return thin;
};
