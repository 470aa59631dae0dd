import {
  type Block,
  type IsoWeek,
  nextWeek,
  type OverallEstimate,
  SIGNALS,
  type Signal,
  weekOf,
  weekStart,
} from '@marsad/records';
import type { CardErrors } from '../estimate/card-errors.js';
import { correctByCard } from '../estimate/correct-by-card.js';
import { estimateBlocks, type PostLabel } from '../estimate/estimate-blocks.js';
import { inRange } from '../estimate/periods-of-blocks.js';

import type { CountedCell } from '../tally/cell.js';
import { type PlacedPost, UNDATED } from '../tally/placed-post.js';
import { byArea, type Tallied } from '../tally/tally-posts.js';

type ShownBlock = Extract<Block, { status: 'shown' }>;

/** Where nothing is dated, undated posts stand in a week of their own all the same. */
const SOME_WEEK: IsoWeek = '2000-W01';

const shownByArea = (blocks: readonly Block[]): Map<string | null, ShownBlock[]> => {
  const shown = new Map<string | null, ShownBlock[]>();
  for (const block of blocks)
    if (block.status === 'shown') shown.set(block.area, [...(shown.get(block.area) ?? []), block]);
  return shown;
};

/** All shown blocks of an area as one, over weeks that hold them all. */
const joined = (area: string | null, blocks: readonly ShownBlock[], weeks: [IsoWeek, IsoWeek]): ShownBlock | null => {
  const [first] = blocks;
  if (first === undefined) return null;
  const sum = (of: (block: ShownBlock) => number): number => blocks.reduce((all, block) => all + of(block), 0);
  const { estimates: _, ...figures } = first.figures;
  const flagged = (signal: Signal): number => sum((block) => block.figures.flagged[signal]);
  return {
    area,
    weeks,
    status: 'shown',
    figures: {
      ...figures,
      posts: sum((block) => block.figures.posts),
      flagged: {
        hate: flagged('hate'),
        extremism: flagged('extremism'),
        polarisation: flagged('polarisation'),
        offensive: flagged('offensive'),
        bridging: flagged('bridging'),
      },
    },
  };
};

/**
 * The corrected shares of all shown blocks of every area together, and of the city: what a reader of the whole time asks for,
 * surer than its parts put side by side, with all neighbourhoods in one comparison with the city. Made as the estimates of
 * single blocks are, of shown weeks alone; undated posts count as a week of their own after the last.
 * @param tallied what the blocks were made of
 * @param labelled the labelled posts
 * @param card error rates for where there are no labels
 */
export const overallEstimates = async (
  blocks: readonly Block[],
  { cells }: Pick<Tallied, 'cells'>,
  labels: readonly PostLabel[],
  labelled: AsyncIterable<readonly PlacedPost[]>,
  card: CardErrors | undefined,
): Promise<OverallEstimate[]> => {
  const shown = shownByArea(blocks);
  const dated = [...shown.values()].flatMap((own) => own.flatMap(({ weeks }) => weeks ?? [])).sort();
  const last = dated.at(-1);
  const undatedWeek = last === undefined ? SOME_WEEK : nextWeek(last);
  const span: [IsoWeek, IsoWeek] = [dated[0] ?? undatedWeek, undatedWeek];
  const isShown = (area: string | null, week: string): boolean =>
    (shown.get(area) ?? []).some(({ weeks }) => inRange(week, weeks));
  const citySpeaks = shown.has(null);
  // Where the city is hidden, only its mix of scores enters, as it does in the estimates of single blocks.
  const counts = (area: string | null, week: string): boolean =>
    area === null && !citySpeaks ? [...shown.keys()].some((one) => isShown(one, week)) : isShown(area, week);
  const weekNow = (week: string): string => (week === UNDATED ? undatedWeek : week);

  const cellsNow = new Map<string | null, Map<string, CountedCell>>();
  for (const [area, periods] of cells) {
    const own = [...periods].filter(([week]) => counts(area, week));
    if (own.length > 0) cellsNow.set(area, new Map(own.map(([week, cell]) => [weekNow(week), cell])));
  }
  const undatedNow = new Date(weekStart(undatedWeek)).toISOString();
  async function* labelledNow(): AsyncGenerator<readonly PlacedPost[]> {
    for await (const posts of labelled)
      yield posts.flatMap((post) => {
        const week = post.publishedAt === null ? UNDATED : weekOf(post.publishedAt);
        if (!counts(null, week)) return [];
        const placements = post.placements.map((one) =>
          one.areaId === null || isShown(one.areaId, week) ? one : { ...one, areaId: null },
        );
        return [{ ...post, placements, publishedAt: post.publishedAt ?? undatedNow }];
      });
  }

  const whole = [...shown].flatMap(([area, own]) => joined(area, own, span) ?? []);
  whole.sort((a, b) => byArea(a.area, b.area));
  const byLabels = await estimateBlocks(whole, { cells: cellsNow }, labels, labelledNow());
  const estimated = card === undefined ? byLabels : correctByCard(byLabels, { cells: cellsNow }, card);
  return estimated.flatMap((block) => {
    if (block.status !== 'shown' || block.figures.estimates === undefined) return [];
    const { posts, estimates } = block.figures;
    const inOrder = Object.fromEntries(
      SIGNALS.flatMap((signal) => (estimates[signal] ? [[signal, estimates[signal]]] : [])),
    );
    return [{ area: block.area, posts, estimates: inOrder }];
  });
};
