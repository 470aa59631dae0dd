import { type Block, weeksBetween } from '@marsad/records';
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

/** Share of the weeks of a lot that lies in others. */
const overlap = (lot: Block['weeks'], weeks: Block['weeks']): number => {
  if (lot === null || weeks === null) return lot === weeks ? 1 : 0;
  const own = weeksBetween(...lot);
  return own.filter((week) => inRange(week, weeks)).length / own.length;
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
        (most, { weeks: own, figures }) => (overlap(own, weeks) === 1 ? Math.max(most, figures.posts) : most),
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
