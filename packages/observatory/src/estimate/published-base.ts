import { type Block, weekCount, weeksBetween } from '@marsad/records';
import { inRange } from './periods-of-blocks.js';
import type { ScoreCounts } from './score-counts.js';

type ShownBlock = Extract<Block, { status: 'shown' }>;

/** What a reader knows of how many posts there are: nothing else may tell an estimate how many. */
export interface PublishedBase {
  /**
   * the shown blocks that make up what is known of the city: those of the city itself, or, where it shows none, those of
   * the neighbourhoods
   */
  lots: readonly ShownBlock[];
  /** posts that the published figures let one expect in the city in these weeks */
  postsIn(weeks: Block['weeks']): number;
  /** share of these weeks that lies in such of the lots */
  shareIn(weeks: Block['weeks'], lots: ReadonlySet<ShownBlock>): number;
}

/** Whether all weeks of a block lie in others. */
const isInside = (block: Block['weeks'], weeks: Block['weeks']): boolean =>
  block === null || weeks === null ? block === weeks : weeks[0] <= block[0] && block[1] <= weeks[1];

/** Share of the weeks of a lot that lies in others. */
const overlap = (lot: Block['weeks'], weeks: Block['weeks']): number => {
  if (isInside(lot, weeks)) return 1;
  if (lot === null || weeks === null) return 0;
  const [first, last] = lot;
  const [from, to] = weeks;
  // Asked of every block for every run of weeks: days are counted only where one begins or ends within the other.
  if (last < from || to < first) return 0;
  const outside = (first < from ? weekCount(first, from) - 1 : 0) + (to < last ? weekCount(to, last) - 1 : 0);
  const own = weekCount(first, last);
  return (own - outside) / own;
};

/**
 * How many posts the published counts speak of. Estimates are made of shares, and the sizes that rule their intervals come from
 * here and from the blocks' own counts: so whoever reads estimates learns no number of posts that was not published
 * (docs/decisions/0012-publish-gate.md).
 */
export const publishedBase = (blocks: readonly Block[]): PublishedBase => {
  const shown = blocks.filter((block): block is ShownBlock => block.status === 'shown');
  const city = shown.filter(({ area }) => area === null);
  const areas = shown.filter(({ area }) => area !== null);
  const lots = city.length > 0 ? city : areas;
  return {
    lots,
    postsIn: (weeks) => {
      const parts = lots.map((lot) => ({ posts: lot.figures.posts, part: overlap(lot.weeks, weeks) }));
      const expected = parts.reduce((sum, { posts, part }) => sum + posts * part, 0);
      // Whole blocks of the city: the number is published.
      if (expected > 0 && parts.every(({ part }) => part === 0 || part === 1)) return expected;
      // No neighbourhood is taken for more than half of its city: where one is, the comparison with the city is the more careful.
      const largest = areas.reduce(
        (most, { weeks: own, figures }) => (isInside(own, weeks) ? Math.max(most, figures.posts) : most),
        0,
      );
      const all = parts.reduce((sum, { posts }) => sum + posts, 0);
      return Math.max(1, Math.round(expected), Math.min(2 * largest, Math.max(all, largest)));
    },
    shareIn: (weeks, among) => {
      const some = lots.filter((lot) => among.has(lot));
      if (weeks === null) return some.some((lot) => lot.weeks === null) ? 1 : 0;
      const own = weeksBetween(...weeks);
      return own.filter((week) => some.some((lot) => inRange(week, lot.weeks))).length / own.length;
    },
  };
};

/** Counts of scores as if there were so many posts: the shares stay, the number is the one given. */
export const asIfOf = (posts: number, { posts: counted, flagged, strata }: ScoreCounts): ScoreCounts => {
  const factor = counted > 0 ? posts / counted : 0;
  return {
    posts,
    flagged: flagged * factor,
    strata: strata.map((byStep) => new Map([...byStep].map(([step, count]) => [step, count * factor]))),
  };
};
