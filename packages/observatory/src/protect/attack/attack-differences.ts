import { type Block, type IsoWeek, type ProtectionRules, weeksBetween } from '@marsad/records';
import type { PlacedPost } from '../../tally/placed-post.js';
import type { ShownBlock } from '../keep-published.js';
import type { Recovered } from './attack-margins.js';
import { cellOf, PostsByCell } from './true-cells.js';

/** A snapshot, and the posts that were known when it was made. */
export interface PublishedSnapshot {
  blocks: readonly Block[];
  posts: readonly PlacedPost[];
}

interface Told {
  snapshot: number;
  block: ShownBlock;
  weeks: IsoWeek[];
}

/**
 * Subtraction over all pairs of figures of one area, or of the city, in all snapshots: the same weeks at two times, and
 * weeks within others. What differs is a cell; under the threshold, and within one post of the truth, it is recovered.
 * Districts are areas by the name of `districtKey`.
 * @param districtOf district of each area that lies in one
 */
export const attackDifferences = (
  snapshots: readonly PublishedSnapshot[],
  rules: ProtectionRules,
  districtOf: ReadonlyMap<string, string> = new Map(),
): Recovered => {
  const found: Recovered = { cells: [], attacked: 0 };
  const byArea = new Map<string | null, Map<string, Told>>();
  for (const [snapshot, { blocks }] of snapshots.entries()) {
    for (const block of blocks) {
      if (block.status !== 'shown' || block.weeks === null) continue;
      const told = byArea.get(block.area) ?? new Map<string, Told>();
      byArea.set(block.area, told);
      const key = `${block.weeks.join(' ')} ${block.figures.posts}`;
      if (!told.has(key)) told.set(key, { snapshot, block, weeks: weeksBetween(...block.weeks) });
    }
  }
  const truths = snapshots.map(({ posts }) => new PostsByCell(posts, districtOf));
  for (const [area, told] of byArea) {
    const list = [...told.values()];
    for (const larger of list) {
      for (const smaller of list) {
        if (larger === smaller || !smaller.weeks.every((week) => larger.weeks.includes(week))) continue;
        const difference = larger.block.figures.posts - smaller.block.figures.posts;
        if (smaller.weeks.length === larger.weeks.length && difference <= 0) continue;
        const before = new Set(truths[smaller.snapshot]?.posts(area, smaller.weeks).map(({ postId }) => postId));
        const cell = cellOf(
          (truths[larger.snapshot]?.posts(area, larger.weeks) ?? []).filter(({ postId }) => !before.has(postId)),
          rules,
        );
        found.attacked += 1;
        if (cell.underThreshold && Math.abs(cell.posts - difference) <= 1)
          found.cells.push(
            `${area ?? 'the city'}, ${larger.block.weeks?.join(' to ')} less ${smaller.block.weeks?.join(' to ')}: ${cell.posts} posts, told to be ${difference}`,
          );
      }
    }
  }
  return found;
};
