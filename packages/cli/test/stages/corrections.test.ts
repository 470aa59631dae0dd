import type { Block, SignalEstimate } from '@marsad/records';
import { expect, it } from 'vitest';
import { correctionSentences, correctionsOf } from '../../src/stages/corrections.js';

const estimate = (rate: number, low: number, high: number, more: Partial<SignalEstimate> = {}): SignalEstimate => ({
  rate,
  low,
  high,
  versusCity: 'cannot-tell',
  method: 'labels',
  labels: 400,
  tooFewLabels: false,
  ...more,
});

const block = (area: string | null, weeks: [string, string] | null, posts: number, hate: SignalEstimate): Block => ({
  area,
  weeks,
  status: 'shown',
  figures: { posts, flagged: { hate: posts / 10 }, estimates: { hate } } as Extract<
    Block,
    { status: 'shown' }
  >['figures'],
});

it('shares and interval ends are means by posts, with the weeks from the first to the last', () => {
  const after = [
    block('a', ['2026-W12', '2026-W13'], 100, estimate(0.02, 0.01, 0.04)),
    block('b', ['2026-W10', '2026-W10'], 300, estimate(0.06, 0.03, 0.08)),
    block('b', null, 100, estimate(0.05, 0.02, 0.07)),
  ];
  const [hate] = correctionsOf([], after);
  expect(hate).toMatchObject({ weeks: ['2026-W10', '2026-W13'], posts: 500, undated: 100, flagged: 0.1, before: null });
  expect(hate?.corrected).toBe(0.05);
  // The city hides its figures: all of each distance is taken for common.
  expect(hate).toMatchObject({ low: 0.024, high: 0.07 });
  expect(correctionSentences(hate ? [hate] : [])).toEqual([
    "corrected shares of the neighbourhoods' shown blocks, 2026-W10 to 2026-W13 and 100 undated, 500 posts:",
    'hate: 10.00 % flagged, 5.00 % (95 % interval 2.40 % to 7.00 %) by 400 labels',
  ]);
});

it('where the city is told, its error stays in the mean of its neighbourhoods and theirs adds up as squares', () => {
  const weeks: [string, string] = ['2026-W12', '2026-W12'];
  const [hate] = correctionsOf(
    [],
    [
      block(null, weeks, 400, estimate(0.05, 0.04, 0.07)),
      block('a', weeks, 100, estimate(0.04, 0.01, 0.08)),
      block('b', weeks, 100, estimate(0.08, 0.03, 0.12)),
    ],
  );
  expect(hate).toMatchObject({ posts: 200, corrected: 0.06 });
  const own = (distance: number, common: number): number => 0.5 * Math.sqrt(distance ** 2 - common ** 2);
  expect(hate?.low).toBeCloseTo(0.06 - Math.hypot(0.2 * 0.06, own(0.03, 0.2 * 0.04), own(0.05, 0.2 * 0.08)), 5);
  expect(hate?.high).toBeCloseTo(0.06 + Math.hypot(0.4 * 0.06, own(0.04, 0.4 * 0.04), own(0.04, 0.4 * 0.08)), 5);
});

it('what the last tally gave and too few labels are said', () => {
  const few = block('a', ['2026-W12', '2026-W12'], 100, estimate(0.02, 0, 0.3, { labels: 20, tooFewLabels: true }));
  const before = block('a', ['2026-W12', '2026-W12'], 100, estimate(0.03, 0, 0.3));
  expect(correctionSentences(correctionsOf([before], [few])).at(-1)).toBe(
    'hate: 10.00 % flagged, 2.00 % (95 % interval 0.00 % to 30.00 %) by 20 labels; 3.00 % at the last tally; too few labels to say how sure',
  );
});

it('where a model card leaves everything open its middle is not told as a figure', () => {
  const card = { method: 'model-card', labels: 0, tooFewLabels: true } as const;
  const open = block('a', ['2026-W12', '2026-W12'], 100, estimate(0.15, 0, 1, card));
  expect(correctionSentences(correctionsOf([], [open])).slice(1)).toEqual([
    "hate: 10.00 % flagged; the model card's error rates (no label of this city) leave the true share open (95 % interval 0.00 % to 100.00 %)",
    'a card knows nothing of this city: `marsad review sample` draws posts whose labels would',
  ]);
});

it('labels of weeks of which the city tells nothing are said to correct nothing', () => {
  const after = [block('a', ['2026-W12', '2026-W13'], 100, estimate(0.02, 0.01, 0.04))];
  expect(correctionSentences(correctionsOf([], after, 411)).at(-1)).toBe(
    '11 of 411 labels are of posts in weeks of which the city tells nothing, and correct nothing',
  );
  expect(correctionSentences(correctionsOf([], after, 400))).toHaveLength(2);
});
