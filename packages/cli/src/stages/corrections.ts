import { type Block, type IsoWeek, SIGNALS, type Signal, type SignalEstimate } from '@marsad/records';

/** By how much a correction moves the figures of one signal: means over the neighbourhoods' shown blocks, by their posts. */
export interface Correction {
  signal: Signal;
  /** what corrects: people's labels, or the error rates of the model card */
  method: SignalEstimate['method'];
  /** labels of the whole city that stand behind it */
  labels: number;
  /** first and last week of those blocks; null when they hold undated posts alone */
  weeks: [IsoWeek, IsoWeek] | null;
  /** posts in those blocks, and those of them that are undated */
  posts: number;
  undated: number;
  /** share that the classifier flags */
  flagged: number;
  /** corrected share, and the ends of its 95 % interval: those of the blocks averaged, so too wide rather than too narrow */
  corrected: number;
  low: number;
  high: number;
  /** what the last tally gave for the blocks that it had too (corrected, or flagged where it had no labels); null without any */
  before: number | null;
  /** the labels are too few for intervals to be relied on */
  tooFewLabels: boolean;
}

const placeOf = ({ area, weeks }: Block): string => JSON.stringify([area, weeks]);

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

const spanOf = (weeks: readonly IsoWeek[]): [IsoWeek, IsoWeek] | null => {
  const [first, ...rest] = [...weeks].sort();
  return first === undefined ? null : [first, rest.at(-1) ?? first];
};

/** Compares the blocks of two tallies; signals without estimates are left out. */
export const correctionsOf = (before: readonly Block[], after: readonly Block[]): Correction[] => {
  const earlier = new Map(before.map((block) => [placeOf(block), block]));
  return SIGNALS.flatMap((signal) => {
    const sums = { posts: 0, undated: 0, flagged: 0, corrected: 0, low: 0, high: 0, common: 0, before: 0, labels: 0 };
    let method: SignalEstimate['method'] = 'labels';
    let few = false;
    const weeks: IsoWeek[] = [];
    for (const block of after) {
      if (block.status !== 'shown' || block.area === null) continue;
      const { posts, flagged, estimates } = block.figures;
      const estimate = estimates?.[signal];
      if (!estimate) continue;
      sums.posts += posts;
      sums.flagged += flagged[signal];
      sums.corrected += posts * estimate.rate;
      sums.low += posts * estimate.low;
      sums.high += posts * estimate.high;
      sums.labels = estimate.labels;
      if (block.weeks === null) sums.undated += posts;
      else weeks.push(...block.weeks);
      ({ method } = estimate);
      few = estimate.tooFewLabels;
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
        method,
        labels: sums.labels,
        weeks: spanOf(weeks),
        posts: sums.posts,
        undated: sums.undated,
        flagged: rounded(sums.flagged / sums.posts),
        corrected: rounded(sums.corrected / sums.posts),
        low: rounded(sums.low / sums.posts),
        high: rounded(sums.high / sums.posts),
        before: sums.common > 0 ? rounded(sums.before / sums.common) : null,
        tooFewLabels: few,
      },
    ];
  });
};

/** An interval of this width leaves everything open, and its middle is no figure to read. */
const SAYS_NOTHING = 0.9;

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

const timeOf = ({ weeks, undated, posts }: Correction): string => {
  if (weeks === null) return 'undated posts';
  const [first, last] = weeks;
  const span = first === last ? first : `${first} to ${last}`;
  return undated > 0 && undated < posts ? `${span} and ${undated} undated` : span;
};

const byWhat = ({ method, labels }: Correction): string =>
  method === 'labels' ? `${labels} labels` : "the model card's error rates (no label of this city)";

/** The same in words: what it is about and when, then one line for each signal that was seen at all, with its interval. */
export const correctionSentences = (corrections: readonly Correction[]): string[] => {
  const told = corrections.filter(({ flagged, corrected }) => flagged > 0 || corrected > 0);
  const [first] = told;
  if (!first) return [];
  return [
    `corrected shares of the neighbourhoods' shown blocks, ${timeOf(first)}, ${first.posts} posts:`,
    ...told.map((correction) => {
      const { signal, flagged, corrected, low, high, before, tooFewLabels } = correction;
      const last = before === null ? '' : `; ${percent(before)} at the last tally`;
      const few = !tooFewLabels ? '' : correction.method === 'labels' ? '; too few labels to say how sure' : '';
      const interval = `95 % interval ${percent(low)} to ${percent(high)}`;
      if (high - low >= SAYS_NOTHING)
        return `${signal}: ${percent(flagged)} flagged; ${byWhat(correction)} leave the true share open (${interval})`;
      return `${signal}: ${percent(flagged)} flagged, ${percent(corrected)} (${interval}) by ${byWhat(correction)}${last}${few}`;
    }),
    ...(told.some(({ method }) => method === 'model-card')
      ? ['a card knows nothing of this city: `marsad review sample` draws posts whose labels would']
      : []),
  ];
};
