import { type Block, contentId } from '@marsad/records';
import { UNDATED } from '../tally/placed-post.js';
import type { Tallied } from '../tally/tally-posts.js';
import { blockFinder } from './outcomes-of.js';

/** What stands for a week without a judged post: whatever the blocks are, its posts end the same way. */
export const NO_ENDINGS = contentId('endings');

/**
 * For each week (and `undated`) what its posts end by: which of its areas are shown there, and why the others are not. As
 * long as this and the posts of a week are the same, so are their outcomes.
 */
export const endingsOf = ({ cells }: Pick<Tallied, 'cells'>, blocks: readonly Block[]): Map<string, string> => {
  const blockAt = blockFinder(blocks);
  const byWeek = new Map<string, string[]>();
  for (const [area, weeks] of cells) {
    for (const week of weeks.keys()) {
      const list = byWeek.get(week) ?? [];
      byWeek.set(week, list);
      if (area === null) continue;
      const block = blockAt(area, week === UNDATED ? null : week);
      list.push(`${area}\n${block.status === 'shown' ? 'shown' : block.reason}`);
    }
  }
  return new Map([...byWeek].map(([week, list]) => [week, contentId('endings', ...list.sort())]));
};
