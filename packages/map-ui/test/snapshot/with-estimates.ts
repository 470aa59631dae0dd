import type { Block, SignalEstimate } from '@marsad/records/snapshot';
import type { LoadedSnapshot } from '../../src/snapshot/load.js';

const estimateOf = (rate: number, versusCity: SignalEstimate['versusCity']): SignalEstimate => ({
  rate,
  low: rate / 2,
  high: Math.min(1, rate * 1.5),
  versusCity,
  method: 'labels',
  labels: 400,
  tooFewLabels: false,
});

/** The same snapshot after people have labelled posts of the city: hate is half of what the model flags. */
export const withEstimates = (snapshot: LoadedSnapshot): LoadedSnapshot => ({
  ...snapshot,
  blocks: snapshot.blocks.map((block): Block => {
    if (block.status !== 'shown') return block;
    const { posts, flagged } = block.figures;
    const rate = (flagged.hate ?? 0) / posts / 2;
    return { ...block, figures: { ...block.figures, estimates: { hate: estimateOf(rate, 'cannot-tell') } } };
  }),
});
