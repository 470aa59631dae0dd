import { blockFigures } from '@marsad/records';
import { expect, it } from 'vitest';
import { cardErrorsOf } from '../../src/estimate/card-errors.js';
import { correctByCard } from '../../src/estimate/correct-by-card.js';
import { estimateBlocks } from '../../src/estimate/estimate-blocks.js';
import { blocksOf } from '../../src/protect/blocks-of.js';
import type { PlacedPost } from '../../src/tally/placed-post.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { dayIn, inBatches, NO_PROBABILITY, placedPost } from '../placed-posts.js';
import { squareAreas } from './square-areas.js';

const areas = squareAreas(['a', 'b', 'c']);
const CARD = { hate: [{ positives: 200, positivesFlagged: 160, harmless: 1000, harmlessFlagged: 50 }] };

/** Area c is flagged in three posts of ten, the others in one. */
const posts = (): PlacedPost[] =>
  Array.from({ length: 3000 }, (_, at) => {
    const area = ['a', 'b', 'c'][at % 3] ?? 'a';
    const flagged = Math.floor(at / 3) % 10 < (area === 'c' ? 3 : 1);
    return placedPost({
      sourceId: `s${at % 7}`,
      authorHash: `author-${at % 400}`,
      publishedAt: dayIn('2026-W14'),
      placements: [{ areaId: area, rung: 'mention', weight: 1 }],
      verdict: {
        language: 'ara',
        stance: 'unclear',
        signals: flagged ? [{ code: 'hate', probability: 0.7, targets: [] }] : [],
        probabilities: { ...NO_PROBABILITY, hate: flagged ? 0.7 : 0.1 },
      },
    });
  });

it('shown blocks are corrected by (flagged share − false alarms) ÷ (recall − false alarms), marked, and compared', async () => {
  const tallied = await tallyPosts(inBatches(posts()), { areas });
  const blocks = correctByCard(blocksOf(tallied), tallied, CARD);
  const found = blocks.flatMap((block) =>
    block.status === 'shown' && block.area !== null
      ? [[block.area, blockFigures.parse(block.figures).estimates?.hate] as const]
      : [],
  );
  expect(found.map(([area]) => area)).toEqual(['a', 'b', 'c']);
  for (const [area, estimate] of found) {
    // (0.1 − 0.05) ÷ 0.75 and (0.3 − 0.05) ÷ 0.75
    expect(estimate?.rate).toBeCloseTo(area === 'c' ? 1 / 3 : 1 / 15, 3);
    expect(estimate?.low).toBeLessThan(estimate?.rate ?? 0);
    expect(estimate?.high).toBeGreaterThan(estimate?.rate ?? 1);
    expect(estimate).toMatchObject({ method: 'model-card', labels: 0, tooFewLabels: true });
    expect(estimate?.versusCity).toBe(area === 'c' ? 'above' : 'below');
  }
});

it('blocks that labels have corrected, and signals that the card does not know, stay as they are', async () => {
  const all = posts();
  const tallied = await tallyPosts(inBatches(all), { areas });
  const labels = all
    .filter((_, at) => at % 5 === 0)
    .map(({ postId, verdict }) => ({
      postId,
      weight: 5,
      signals: (verdict?.signals ?? []).map(({ code }) => code),
    }));
  const byLabels = await estimateBlocks(blocksOf(tallied), tallied, labels, inBatches(all));
  expect(correctByCard(byLabels, tallied, CARD)).toEqual(byLabels);
  const byCard = correctByCard(blocksOf(tallied), tallied, CARD);
  expect(byCard.every((block) => block.status !== 'shown' || block.figures.estimates?.bridging === undefined)).toBe(
    true,
  );
});

it('the model of a city that chooses none has its errors on its card; models of another version have none', () => {
  expect(Object.keys(cardErrorsOf({ name: 'marsad-lexicon', version: '0.5.0' }) ?? {})).toHaveLength(5);
  expect(cardErrorsOf({ name: 'marsad-lexicon', version: '0.0.0' })).toBeUndefined();
});
