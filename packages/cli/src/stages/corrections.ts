import { type Block, SIGNALS, type Signal } from '@marsad/records';

/** By how much labels move the figures of one signal: means over the neighbourhoods' shown blocks, by their posts. */
export interface Correction {
  signal: Signal;
  /** labels of the whole city that stand behind it */
  labels: number;
  /** posts in those blocks */
  posts: number;
  /** share that the classifier flags */
  flagged: number;
  /** corrected share */
  corrected: number;
  /** what the last tally gave for the blocks that it had too (corrected, or flagged where it had no labels); null without any */
  before: number | null;
  /** the labels are too few for intervals to be relied on */
  tooFewLabels: boolean;
}

const placeOf = ({ area, weeks }: Block): string => JSON.stringify([area, weeks]);

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

/** Compares the blocks of two tallies; signals without estimates are left out. */
export const correctionsOf = (before: readonly Block[], after: readonly Block[]): Correction[] => {
  const earlier = new Map(before.map((block) => [placeOf(block), block]));
  return SIGNALS.flatMap((signal) => {
    const sums = { posts: 0, flagged: 0, corrected: 0, common: 0, before: 0, labels: 0, few: false };
    for (const block of after) {
      if (block.status !== 'shown' || block.area === null) continue;
      const { posts, flagged, estimates } = block.figures;
      const estimate = estimates?.[signal];
      if (!estimate) continue;
      sums.posts += posts;
      sums.flagged += flagged[signal];
      sums.corrected += posts * estimate.rate;
      sums.labels = estimate.labels;
      sums.few = estimate.tooFewLabels;
      const last = earlier.get(placeOf(block));
      if (last?.status !== 'shown') continue;
      const { figures } = last;
      sums.common += figures.posts;
      const rate = figures.estimates?.[signal]?.rate;
      sums.before += rate === undefined ? figures.flagged[signal] : figures.posts * rate;
    }
    if (sums.posts === 0) return [];
    return [
      {
        signal,
        labels: sums.labels,
        posts: sums.posts,
        flagged: rounded(sums.flagged / sums.posts),
        corrected: rounded(sums.corrected / sums.posts),
        before: sums.common > 0 ? rounded(sums.before / sums.common) : null,
        tooFewLabels: sums.few,
      },
    ];
  });
};

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

/** The same in words, one line for each signal that was seen at all. */
export const correctionSentences = (corrections: readonly Correction[]): string[] =>
  corrections
    .filter(({ flagged, corrected }) => flagged > 0 || corrected > 0)
    .map(({ signal, labels, flagged, corrected, before, tooFewLabels }) => {
      const last = before === null ? '' : `, ${percent(before)} at the last tally`;
      const few = tooFewLabels ? ' (too few labels to say how sure)' : '';
      return `${signal}: ${percent(flagged)} flagged, ${percent(corrected)} corrected by ${labels} labels${last}${few}`;
    });
