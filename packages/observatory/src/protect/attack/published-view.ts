import type { Block, ProtectionRules } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';
import type { AreaRow, GroupCell } from './margin-bounds.js';

/** All blocks of one snapshot: of the city and its areas, of districts, and in which district an area lies. */
export interface PublishedBlocks {
  blocks: readonly Block[];
  districts: readonly Block[];
  districtOf: ReadonlyMap<string, string>;
}

/** What a reader knows of one snapshot: the city by time, and of every block of an area its number or bounds of it. */
export interface PublishedView {
  /** shown blocks of the city, in order of time */
  columns: ShownBlock[];
  rows: { block: Block; row: AreaRow }[];
  /** what is known of districts, by column */
  groups: { block: Block; cell: GroupCell }[];
}

/**
 * Bounds that the words beside a hidden figure give away: too few posts are fewer than the gate asks for; whoever is
 * hidden for another reason has enough of them.
 */
const boundsOf = (block: Block, { minimumPosts }: ProtectionRules): { least: number; most: number } => {
  if (block.status === 'shown') return { least: block.figures.posts, most: block.figures.posts };
  if (block.reason === 'too-few-posts') return { least: 0, most: minimumPosts - 1 };
  return { least: block.reason === 'protects-another-cell' ? 0 : minimumPosts, most: Number.POSITIVE_INFINITY };
};

const touches = (column: ShownBlock, block: Block): boolean =>
  column.weeks === null || block.weeks === null
    ? column.weeks === block.weeks
    : column.weeks[0] <= block.weeks[1] && block.weeks[0] <= column.weeks[1];

/**
 * The margins of one snapshot as rows and columns. A block that reaches into weeks in which the city is hidden may hold
 * any part of its posts there, so that its number is only an upper bound for the rest.
 */
export const publishedView = (
  { blocks, districts, districtOf }: PublishedBlocks,
  rules: ProtectionRules,
): PublishedView => {
  const columns = blocks.filter((block): block is ShownBlock => block.area === null && block.status === 'shown');
  const hiddenCity = blocks.filter((block) => block.area === null && block.status === 'suppressed');
  const names = [...new Set(districtOf.values())].sort();
  const rows = blocks
    .filter(({ area }) => area !== null)
    .map((block) => {
      const reachesOut = hiddenCity.some((hidden) => touches({ ...hidden, status: 'shown' } as ShownBlock, block));
      const { least, most } = boundsOf(block, rules);
      return {
        block,
        row: {
          least: reachesOut ? 0 : least,
          most,
          columns: columns.flatMap((column, at) => (touches(column, block) ? [at] : [])),
          ...(districtOf.has(block.area ?? '') && { group: names.indexOf(districtOf.get(block.area ?? '') ?? '') }),
        },
      };
    });
  const groups = districts.flatMap((block) => {
    const column = columns.findIndex(({ weeks }) => JSON.stringify(weeks) === JSON.stringify(block.weeks));
    if (column < 0) return [];
    return [{ block, cell: { group: names.indexOf(block.area ?? ''), column, ...boundsOf(block, rules) } }];
  });
  return { columns, rows, groups };
};
