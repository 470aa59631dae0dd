import { type ProtectionRules, weeksBetween } from '@marsad/records';
import type { PublishedSnapshot } from './attack-differences.js';
import type { Recovered } from './attack-margins.js';
import { CODE_KINDS, codeOf, isIn, toldOf, unionsOf } from './code-parts.js';
import { type DatedBlock, datedBlocks } from './dated-blocks.js';
import { cellOf, PostsByCell } from './true-cells.js';

/**
 * Subtraction of what two snapshots tell of the languages and rungs of one block: every sum of codes that both tell, and all posts
 * beside it. What differs is who came between them; under the threshold, and within one post of the truth, it is recovered.
 */
export const attackCodeDifferences = (snapshots: readonly PublishedSnapshot[], rules: ProtectionRules): Recovered => {
  const found: Recovered = { cells: [], attacked: 0 };
  const versions = new Map<string, Map<string, { snapshot: number; block: DatedBlock }>>();
  for (const [snapshot, { blocks }] of snapshots.entries()) {
    for (const block of datedBlocks(blocks)) {
      const place = `${block.area ?? 'the city'}, ${block.weeks.join(' to ')}`;
      const known = versions.get(place) ?? new Map<string, { snapshot: number; block: DatedBlock }>();
      versions.set(place, known);
      const { languages, rungs, flaggedBy } = block.figures;
      const key = JSON.stringify([languages, rungs, flaggedBy?.posts]);
      if (!known.has(key)) known.set(key, { snapshot, block });
    }
  }
  const truths = snapshots.map(({ posts }) => new PostsByCell(posts));
  for (const [place, known] of versions) {
    const list = [...known.values()];
    for (const [at, earlier] of list.entries()) {
      for (const later of list.slice(at + 1)) {
        const { area, weeks } = later.block;
        const before = new Set(
          truths[earlier.snapshot]?.posts(area, weeksBetween(...weeks)).map(({ postId }) => postId),
        );
        const came = (truths[later.snapshot]?.posts(area, weeksBetween(...weeks)) ?? []).filter(
          ({ postId }) => !before.has(postId),
        );
        for (const kind of CODE_KINDS) {
          for (const union of unionsOf(Object.keys(earlier.block.figures[kind]))) {
            const [then, now] = [earlier, later].map(({ block }) => toldOf(block, kind, union));
            if (then === undefined || now === undefined || now <= then) continue;
            const cell = cellOf(
              came.filter((post) => isIn(codeOf(post, kind, area), union)),
              rules,
            );
            found.attacked += 1;
            if (cell.posts > 0 && cell.underThreshold && Math.abs(cell.posts - (now - then)) <= 1)
              found.cells.push(
                `${place}, ${kind} ${union.allBut ? 'but ' : ''}${union.codes.join(' ')}: ${cell.posts} came, told to be ${now - then}`,
              );
          }
        }
      }
    }
  }
  return found;
};
