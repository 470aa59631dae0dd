import { type Block, nextWeek, type ProtectionRules, weeksBetween } from '@marsad/records';
import { type Cell, emptyCell, figuresOf, mergeInto, topAuthorShareOf } from '../tally/cell.js';
import { UNDATED } from '../tally/placed-post.js';
import { byArea, type Tallied } from '../tally/tally-posts.js';
import { gate } from './gate.js';
import { rulesFrom } from './rules.js';

const blockFrom = (area: string | null, weeks: [string, string] | null, cell: Cell, rules: ProtectionRules): Block => {
  const reason = gate(
    {
      posts: cell.posts,
      authors: cell.authors.size,
      sources: cell.sources.size,
      topAuthorShare: topAuthorShareOf(cell),
    },
    rules,
  );
  return reason === null
    ? { area, weeks, status: 'shown', figures: figuresOf(cell) }
    : { area, weeks, status: 'suppressed', reason };
};

/**
 * Whole weeks of one area cut into blocks from the first week on: each the shortest run that passes the gate. What
 * stays open at the end is one suppressed block, even when no post fell into it, since that too is not to be told.
 * A closed block does not change when later weeks are added, and blocks never overlap: no subtraction of two ranges
 * leaves fewer posts than the gate allows (docs/decisions/0001-blocks-of-weeks.md).
 */
const datedBlocks = (
  area: string | null,
  periods: ReadonlyMap<string, Cell>,
  [first, last]: [string, string],
  rules: ProtectionRules,
): Block[] => {
  const blocks: Block[] = [];
  let start = first;
  let open = emptyCell();
  for (const week of weeksBetween(first, last)) {
    const cell = periods.get(week);
    if (!cell) continue;
    mergeInto(open, cell);
    const block = blockFrom(area, [start, week], open, rules);
    if (block.status === 'suppressed') continue;
    blocks.push(block);
    start = nextWeek(week);
    open = emptyCell();
  }
  if (start <= last) blocks.push(blockFrom(area, [start, last], open, rules));
  return blocks;
};

/**
 * The blocks of every area that has a post, and of the city as a whole (area null). Undated posts of an area are a
 * block of their own, with `weeks` null. Sorted by area (the city first), then weeks (undated last).
 * @param rules what the city raised; the floor holds for the rest
 * @throws InputError for rules below the floor
 */
export const blocksOf = (
  { cells, weeks }: Pick<Tallied, 'cells' | 'weeks'>,
  rules: Partial<ProtectionRules> = {},
): Block[] => {
  const full = rulesFrom(rules);
  const areas = [...cells].sort(([a], [b]) => byArea(a, b));
  return areas.flatMap(([area, periods]) => {
    const undated = periods.get(UNDATED);
    const hasDated = periods.size > (undated ? 1 : 0);
    return [
      ...(hasDated && weeks ? datedBlocks(area, periods, weeks, full) : []),
      ...(undated ? [blockFrom(area, null, undated, full)] : []),
    ];
  });
};
