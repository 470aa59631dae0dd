import { type ProtectionRules, weeksBetween } from '@marsad/records';
import { type PublishedBlocks, publishedView } from '../margins/published-view.js';
import { leastUnplaced, partsOf } from '../remainder.js';
import { marginBounds } from './margin-bounds.js';
import { cellOf, districtKey, type PostsByCell } from './true-cells.js';

/** What an attack has shown. */
export interface Recovered {
  /** sentences, one for each cell under the threshold that was told to within one post */
  cells: string[];
  /** how many cells under the threshold were attacked */
  attacked: number;
}

/** Whether an attacker who knows these bounds knows the number to within one. */
const isTold = ({ low, high }: { low: number; high: number }, truth: number): boolean =>
  low >= truth - 1 && high <= truth + 1;

/**
 * Bounds, from all margins of one snapshot at once, on every hidden block of an area or a district and on every week inside a
 * shown block that could not be shown by itself.
 * @param truth the posts that the snapshot was made of
 * @param leastInPart posts of every block of the city, or of every part of one that is told, that at least name no
 *   neighbourhood: what the rules say, to an attacker who knows them
 */
export const attackMargins = (
  published: PublishedBlocks,
  truth: PostsByCell,
  rules: ProtectionRules,
  leastInPart = leastUnplaced(rules),
): Recovered => {
  const { columns, rows, groups } = publishedView(published, rules);
  const cells = groups.map(({ cell }) => cell);
  const allRows = rows.map(({ row }) => row);
  const numbers = columns.map(({ figures }) => figures.posts);
  const leastInNone = columns.map(({ figures }) => leastInPart * partsOf(figures));
  const found: Recovered = { cells: [], attacked: 0 };
  for (const [at, { block, row }] of rows.entries()) {
    const { area, weeks } = block;
    if (area === null || weeks === null) continue;
    const whole = weeksBetween(...weeks);
    const parts = block.status === 'suppressed' ? [whole] : whole.length > 1 ? whole.map((week) => [week]) : [];
    for (const part of parts) {
      const { posts, underThreshold } = cellOf(truth.posts(area, part), rules);
      if (!underThreshold) continue;
      const of = row.columns.filter((column) => {
        const span = columns[column]?.weeks;
        return span && part.some((week) => span[0] <= week && week <= span[1]);
      });
      found.attacked += 1;
      // Weeks in which the city is hidden: only the words beside the figure bound them.
      const covered = part.every((week) =>
        of.some((column) => {
          const span = columns[column]?.weeks;
          return span !== undefined && span !== null && span[0] <= week && week <= span[1];
        }),
      );
      const bounds = covered
        ? marginBounds(numbers, allRows, { row: at, columns: of }, leastInNone, cells)
        : { low: 0, high: row.most };
      if (bounds === null) continue;
      // A column holds more weeks than the part: all its posts of the area may stand in the others.
      const alone = of.every((column) => {
        const span = columns[column]?.weeks;
        return span && weeksBetween(...span).every((week) => part.includes(week) || !whole.includes(week));
      });
      const low = alone ? bounds.low : 0;
      if (isTold({ low, high: bounds.high }, posts))
        found.cells.push(`${area}, ${part[0]} to ${part.at(-1)}: ${posts} posts, told to be ${low} to ${bounds.high}`);
    }
  }
  for (const [at, { block }] of groups.entries()) {
    const { area, weeks } = block;
    if (block.status === 'shown' || area === null || weeks === null) continue;
    const { posts, underThreshold } = cellOf(truth.posts(districtKey(area), weeksBetween(...weeks)), rules);
    if (!underThreshold) continue;
    found.attacked += 1;
    const bounds = marginBounds(numbers, allRows, { cell: at }, leastInNone, cells);
    if (bounds !== null && isTold(bounds, posts))
      found.cells.push(
        `district ${area}, ${weeks.join(' to ')}: ${posts} posts, told to be ${bounds.low} to ${bounds.high}`,
      );
  }
  return found;
};
