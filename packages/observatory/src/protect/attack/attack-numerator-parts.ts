import { entersFigures, type IsoWeek, type ProtectionRules, weeksBetween } from '@marsad/records';
import type { PlacedPost } from '../../tally/placed-post.js';
import { type AreaRow, type GroupCell, type PublishedBlocks, publishedView } from '../margins/published-view.js';
import { type Numerator, numeratorsOf } from '../numerators/numerators.js';
import type { Recovered } from './attack-margins.js';
import { marginBounds } from './margin-bounds.js';
import { cellOf, type PostsByCell } from './true-cells.js';

/** Of one or two flagged posts the block itself tells every part to within one, or nearly. */
const ENOUGH = 3;

/** Whether a post is counted by a numerator of this name. */
const isCounted = ({ verdict, placements }: PlacedPost, name: string): boolean =>
  verdict?.signals.some(
    ({ code, targets, severity }) =>
      entersFigures(code, verdict.stance) &&
      (name === code ||
        name === `${code} in ${verdict.language}` ||
        targets.some((target) => name === `${code} against ${target}`) ||
        placements.some(({ rung }) => name === `${code} placed by ${rung}`) ||
        name === `${code} of severity ${severity}`),
  ) ?? false;

/** The margins of one numerator. */
interface NumeratorMargins {
  columns: number[];
  rows: AreaRow[];
  groups: GroupCell[];
}

/**
 * Bounds, from all margins of one snapshot at once, districts too, on the flagged posts of those weeks of a neighbourhood's block that lie in one block of the
 * city: by signal, and what is told of these by target, severity, language and rung, which are never more than all of the signal. Told is what a reader learns beyond the block's own number: that so many of
 * its flagged posts, to within one, stand in weeks that could not be shown by themselves; or, since there are no fewer posts than flagged ones, how many posts stand there.
 * @param truth the posts that the snapshot was made of
 */
export const attackNumeratorParts = (
  published: PublishedBlocks,
  truth: PostsByCell,
  rules: ProtectionRules,
): Recovered => {
  const { columns, rows, groups } = publishedView(published, rules);
  const found: Recovered = { cells: [], attacked: 0 };
  const mostOf = ({ told, within }: Numerator, figures: Parameters<Numerator['told']>[0]): number =>
    told(figures) ?? (within === null ? figures.posts : figures.flagged[within]);
  const marginsOf = (numerator: Numerator): NumeratorMargins => ({
    columns: columns.map(({ figures }) => mostOf(numerator, figures)),
    rows: rows.map(({ block, row }) => {
      if (block.status !== 'shown') return { ...row, least: 0 };
      const most = mostOf(numerator, block.figures);
      // A block that reaches into weeks in which the city is hidden may hold any part of them there.
      const isWhole = row.least > 0 && numerator.told(block.figures) !== null;
      return { ...row, least: isWhole ? most : 0, most };
    }),
    groups: groups.map(({ block, cell }) => {
      if (block.status !== 'shown') return { ...cell, least: 0 };
      const most = mostOf(numerator, block.figures);
      return { ...cell, least: numerator.told(block.figures) === null ? 0 : most, most };
    }),
  });
  const boundsOf = (margins: NumeratorMargins, row: number, column: number) =>
    marginBounds(margins.columns, margins.rows, { row, columns: [column] }, 0, margins.groups);

  const shown = rows.flatMap(({ block }) => (block.status === 'shown' ? [block] : []));
  const numerators = numeratorsOf([...columns, ...shown]);
  const margins = new Map(numerators.map((numerator) => [numerator.name, marginsOf(numerator)]));
  for (const [at, { block, row }] of rows.entries()) {
    const { area, weeks } = block;
    if (block.status !== 'shown' || area === null || weeks === null || row.columns.length < 2) continue;
    const parts = row.columns.map((column) => {
      const span = columns[column]?.weeks;
      const within = weeksBetween(...weeks).filter((week: IsoWeek) => span && span[0] <= week && week <= span[1]);
      return { column, within, posts: truth.posts(area, within) };
    });
    for (const numerator of numerators) {
      const own = numerator.told(block.figures);
      const of = margins.get(numerator.name);
      if (own === null || own < ENOUGH || of === undefined) continue;
      const wider = numerator.within === null ? undefined : margins.get(numerator.within);
      const bounds = parts.map(({ column }) => {
        const bound = boundsOf(of, at, column);
        const most = wider && boundsOf(wider, at, column)?.high;
        return bound && { low: bound.low, high: Math.min(bound.high, most ?? bound.high) };
      });
      const highest = bounds.reduce((sum, bound) => sum + (bound?.high ?? own), 0);
      for (const [index, { column, within, posts }] of parts.entries()) {
        const bound = bounds[index];
        if (!bound || !cellOf(posts, rules).underThreshold) continue;
        found.attacked += 1;
        // What cannot stand in the other parts stands in this one, where the city is told for all of them.
        const low = row.least > 0 ? Math.max(bound.low, own - (highest - bound.high)) : bound.low;
        const flagged = posts.filter((post) => isCounted(post, numerator.name)).length;
        const where = `${area}, ${within.join(' ')}`;
        if (low > 0 && low >= flagged - 1 && bound.high <= flagged + 1)
          found.cells.push(
            `${where}: ${flagged} of ${posts.length} posts carry ${numerator.name}, told to be ${low} to ${bound.high}`,
          );
        const most = boundsOf(
          {
            columns: columns.map(({ figures }) => figures.posts),
            rows: rows.map(({ row: one }) => one),
            groups: groups.map(({ cell }) => cell),
          },
          at,
          column,
        )?.high;
        if (low > 0 && most !== undefined && low >= posts.length - 1 && most <= posts.length + 1)
          found.cells.push(
            `${where}: ${posts.length} posts, told to be ${low} to ${most} by those that carry ${numerator.name}`,
          );
      }
    }
  }
  return found;
};
