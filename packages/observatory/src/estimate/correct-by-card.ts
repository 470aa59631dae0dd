import { type Block, SIGNALS, type SignalEstimate } from '@marsad/records';
import type { Tallied } from '../tally/tally-posts.js';
import type { CardErrors } from './card-errors.js';
import { estimateCells } from './estimate-areas.js';
import { inRange, keyOf } from './periods-of-blocks.js';
import { poolErrorRates } from './pool-error-rates.js';
import { asIfOf, publishedBase } from './published-base.js';
import { rounded } from './rounded.js';
import type { ScoreCounts } from './score-counts.js';

/**
 * The shown blocks with estimates by the error rates of a model card, where nobody's labels have given them any: an area's
 * share and interval come from its published counts alone, and the comparison with the city is that of flagged shares in the
 * same weeks. Marked `model-card`, and as not to be relied on: a card knows nothing of this city.
 * @param tallied what the blocks were made of
 */
export const correctByCard = (
  blocks: readonly Block[],
  { cells: counted }: Pick<Tallied, 'cells'>,
  card: CardErrors,
): Block[] => {
  const open = blocks.flatMap((block) =>
    block.status === 'shown' && block.figures.estimates === undefined ? [block] : [],
  );
  const base = publishedBase(blocks);
  const ranges = new Map(open.map(({ weeks }) => [keyOf(weeks), weeks]));
  const expected = new Map([...ranges].map(([key, weeks]) => [key, base.postsIn(weeks)]));
  const estimates = new Map<Block, Partial<Record<(typeof SIGNALS)[number], SignalEstimate>>>();
  for (const signal of SIGNALS) {
    const sets = card[signal];
    if (!sets) continue;
    const periods = new Map<string, ScoreCounts>();
    for (const [key, weeks] of ranges) {
      const whole: ScoreCounts = { posts: 0, flagged: 0, strata: [] };
      for (const [period, cell] of counted.get(null) ?? []) {
        if (!inRange(period, weeks)) continue;
        whole.posts += cell.posts;
        whole.flagged += cell.flagged[signal];
      }
      periods.set(key, asIfOf(expected.get(key) ?? 0, whole));
    }
    const found = estimateCells(
      {
        cells: open.map(({ area, weeks, figures }) => ({
          area,
          period: keyOf(weeks),
          counts: { posts: figures.posts, flagged: figures.flagged[signal], strata: [] },
          labels: [],
        })),
        periods,
        labelsByPeriod: new Map(),
        sampled: { posts: 0, flagged: 0, strata: [] },
        labels: [],
      },
      { errorRates: poolErrorRates(sets) },
    );
    open.forEach((block, index) => {
      const estimate = found[index];
      if (!estimate) return;
      const { rate, low, high, versusCity, tooFewLabels } = estimate;
      estimates.set(block, {
        ...estimates.get(block),
        [signal]: {
          rate: rounded(rate),
          low: rounded(low),
          high: rounded(high),
          versusCity,
          method: 'model-card',
          labels: 0,
          tooFewLabels,
        },
      });
    });
  }
  return blocks.map((block) => {
    const own = estimates.get(block);
    return block.status === 'shown' && own ? { ...block, figures: { ...block.figures, estimates: own } } : block;
  });
};
