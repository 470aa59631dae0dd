import type { Block, ProtectionRules } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';
import { placeOf } from '../place-of.js';

/** Posts of one area over one run of weeks, of which a reader knows the number or only its bounds. */
export interface AreaRow {
  least: number;
  /** Infinity when nothing is known */
  most: number;
  /** index into the columns that the run of weeks touches */
  columns: readonly number[];
  /** the group of areas it lies in; none when left out */
  group?: number;
}

/** Posts of a group of areas in one column: known, or within bounds. */
export interface GroupCell {
  group: number;
  column: number;
  least: number;
  /** Infinity when nothing is known */
  most: number;
}

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
const boundsOf = (
  block: Block,
  { minimumPosts }: ProtectionRules,
  isDistrict: boolean,
): { least: number; most: number } => {
  if (block.status === 'shown') return { least: block.figures.posts, most: block.figures.posts };
  if (block.reason === 'too-few-posts') return { least: 0, most: minimumPosts - 1 };
  // A district is said to protect another whatever it holds, where its number would bound those beside it.
  const isMute = isDistrict && block.reason === 'protects-another-cell';
  return { least: isMute ? 0 : minimumPosts, most: Number.POSITIVE_INFINITY };
};

/** Whether two blocks have a week in common, or both hold undated posts. */
export const touches = (column: Pick<Block, 'weeks'>, block: Pick<Block, 'weeks'>): boolean =>
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
      const reachesOut = hiddenCity.some((hidden) => touches(hidden, block));
      const { least, most } = boundsOf(block, rules, false);
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
  const columnAt = new Map(columns.map((block, at) => [placeOf(block), at]));
  const groups = districts.flatMap((block) => {
    const column = columnAt.get(placeOf({ area: null, weeks: block.weeks }));
    if (column === undefined) return [];
    return [{ block, cell: { group: names.indexOf(block.area ?? ''), column, ...boundsOf(block, rules, true) } }];
  });
  return { columns, rows, groups };
};
