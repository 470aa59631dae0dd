import { type Block, type IsoWeek, SIGNALS, type Signal, type SignalEstimate } from '@marsad/records';

/** By how much a correction moves the figures of one signal: means over the neighbourhoods' shown blocks, by their posts. */
export interface Correction {
  signal: Signal;
  /** what corrects: people's labels, or the error rates of the model card */
  method: SignalEstimate['method'];
  /** labels of the whole city that stand behind it */
  labels: number;
  /** further labels, of posts in weeks of which the city tells nothing: they correct nothing */
  labelsUnused: number;
  /** first and last week of those blocks; null when they hold undated posts alone */
  weeks: [IsoWeek, IsoWeek] | null;
  /** posts in those blocks, and those of them that are undated */
  posts: number;
  undated: number;
  /** share that the classifier flags */
  flagged: number;
  /** corrected share, and the ends of its 95 % interval (`endsOf`) */
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

/** A block's share with the posts it stands on. */
interface Part {
  posts: number;
  estimate: SignalEstimate;
}

/**
 * How far the mean of several shares may be off to one side. Part of each distance is the city's error, which all have in
 * common and which does not shrink in a mean; the rest is chance of a block's own posts and adds up as squares. What they have in
 * common is that of the city's own blocks, as a part of its share; where the city shows none, all of each distance is taken for
 * common: too wide rather than too narrow.
 */
const distanceOf = (
  parts: readonly Part[],
  city: readonly Part[],
  of: (estimate: SignalEstimate) => number,
): number => {
  const sum = (list: readonly Part[], value: (part: Part) => number): number =>
    list.reduce((total, part) => total + value(part), 0);
  const all = sum(parts, ({ posts }) => posts);
  const cityShare = sum(city, ({ posts, estimate }) => posts * estimate.rate);
  const common = cityShare > 0 ? sum(city, ({ posts, estimate }) => posts * of(estimate)) / cityShare : null;
  const commonOf = (estimate: SignalEstimate): number => (common === null ? of(estimate) : common * estimate.rate);
  const shared = sum(parts, ({ posts, estimate }) => (posts / all) * commonOf(estimate));
  const own = sum(parts, ({ posts, estimate }) => {
    return (posts / all) ** 2 * Math.max(0, of(estimate) ** 2 - commonOf(estimate) ** 2);
  });
  return Math.sqrt(shared ** 2 + own);
};

/** The ends of the interval of a mean of shares. */
const endsOf = (parts: readonly Part[], city: readonly Part[], mean: number): { low: number; high: number } => ({
  low: rounded(Math.max(0, mean - distanceOf(parts, city, ({ rate, low }) => rate - low))),
  high: rounded(Math.min(1, mean + distanceOf(parts, city, ({ rate, high }) => high - rate))),
});

const spanOf = (weeks: readonly IsoWeek[]): [IsoWeek, IsoWeek] | null => {
  const [first, ...rest] = [...weeks].sort();
  return first === undefined ? null : [first, rest.at(-1) ?? first];
};

/**
 * Compares the blocks of two tallies; signals without estimates are left out.
 * @param labelled how many posts of the city have a label
 */
export const correctionsOf = (before: readonly Block[], after: readonly Block[], labelled = 0): Correction[] => {
  const earlier = new Map(before.map((block) => [placeOf(block), block]));
  return SIGNALS.flatMap((signal) => {
    const sums = { posts: 0, undated: 0, flagged: 0, corrected: 0, common: 0, before: 0, labels: 0 };
    let method: SignalEstimate['method'] = 'labels';
    let few = false;
    const weeks: IsoWeek[] = [];
    const parts: Part[] = [];
    const city: Part[] = [];
    for (const block of after) {
      if (block.status !== 'shown') continue;
      const { posts, flagged, estimates } = block.figures;
      const estimate = estimates?.[signal];
      if (!estimate) continue;
      if (block.area === null) {
        city.push({ posts, estimate });
        continue;
      }
      sums.posts += posts;
      sums.flagged += flagged[signal];
      sums.corrected += posts * estimate.rate;
      parts.push({ posts, estimate });
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
        labelsUnused: method === 'labels' ? Math.max(0, labelled - sums.labels) : 0,
        weeks: spanOf(weeks),
        posts: sums.posts,
        undated: sums.undated,
        flagged: rounded(sums.flagged / sums.posts),
        corrected: rounded(sums.corrected / sums.posts),
        ...endsOf(parts, city, sums.corrected / sums.posts),
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

/** That some labels correct nothing, and why. */
const unusedLabels = ({ labels, labelsUnused }: Correction): string[] =>
  labelsUnused === 0
    ? []
    : [
        `${labelsUnused} of ${labels + labelsUnused} labels are of posts in weeks of which the city tells nothing, and correct nothing`,
      ];

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
    ...unusedLabels(first),
    ...(told.some(({ method }) => method === 'model-card')
      ? ['a card knows nothing of this city: `marsad review sample` draws posts whose labels would']
      : []),
  ];
};
