import { entersFigures, type IsoWeek, type ProtectionRules, SIGNALS, type Signal, weeksBetween } from '@marsad/records';
import type { PlacedPost } from '../../tally/placed-post.js';
import type { Recovered } from './attack-margins.js';
import { marginBounds } from './margin-bounds.js';
import { type PublishedBlocks, publishedView } from './published-view.js';
import { cellOf, type PostsByCell } from './true-cells.js';

const carries = ({ verdict }: PlacedPost, signal: Signal): boolean =>
  verdict?.signals.some(({ code }) => code === signal && entersFigures(code, verdict.stance)) ?? false;

/**
 * Bounds, from all margins of one snapshot at once, on the flagged posts of those weeks of a neighbourhood's block that lie in one block of the
 * city. Told is what a reader learns beyond the block's own number: that so many of its flagged posts, to within one, stand in
 * weeks that could not be shown by themselves. The gate does not rule this out (docs/decisions/0012-publish-gate.md): it is measured.
 * @param truth the posts that the snapshot was made of
 */
export const attackNumeratorParts = (
  published: PublishedBlocks,
  truth: PostsByCell,
  rules: ProtectionRules,
): Recovered => {
  const { columns, rows } = publishedView(published, rules);
  const found: Recovered = { cells: [], attacked: 0 };
  for (const signal of SIGNALS) {
    const numbers = columns.map(({ figures }) => figures.flagged[signal]);
    const own = rows.map(({ block, row: { least, most, columns: of } }) => {
      const flagged = block.status === 'shown' ? block.figures.flagged[signal] : most;
      // A block that reaches into weeks in which the city is hidden may hold any part of them there.
      return { least: block.status === 'shown' && least > 0 ? flagged : 0, most: flagged, columns: of };
    });
    for (const [at, { block, row }] of rows.entries()) {
      const { area, weeks } = block;
      if (block.status !== 'shown' || area === null || weeks === null || row.columns.length < 2) continue;
      // Of one or two flagged posts the block itself tells every part to within one, or nearly.
      if (block.figures.flagged[signal] < 3) continue;
      for (const column of row.columns) {
        const span = columns[column]?.weeks;
        const part = weeksBetween(...weeks).filter((week: IsoWeek) => span && span[0] <= week && week <= span[1]);
        const posts = truth.posts(area, part);
        if (!cellOf(posts, rules).underThreshold) continue;
        found.attacked += 1;
        const flagged = posts.filter((post) => carries(post, signal)).length;
        const bounds = marginBounds(numbers, own, { row: at, columns: [column] });
        if (bounds && bounds.low > 0 && bounds.low >= flagged - 1 && bounds.high <= flagged + 1)
          found.cells.push(
            `${area}, ${part.join(' ')}: ${flagged} of ${posts.length} posts carry ${signal}, told to be ${bounds.low} to ${bounds.high}`,
          );
      }
    }
  }
  return found;
};
