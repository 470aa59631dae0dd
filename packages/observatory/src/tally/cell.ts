import {
  type BlockFigures,
  type Rung,
  type Severity,
  SIGNALS,
  type Signal,
  type Stance,
  type Tally,
  type Target,
} from '@marsad/records';
import { AuthorCounts } from './author-counts.js';

/** Posts of one area and time. Authors and sources are kept one by one, so cells can merge. */
export interface Cell {
  /** originals: copies enter `copies` alone */
  posts: number;
  copies: number;
  /** in billionths, so that sums do not depend on their order */
  weight: number;
  /** with the language, rung, source and signals of each post beside its author */
  authors: AuthorCounts;
  sources: Set<number>;
  flagged: Record<Signal, number>;
  targets: Record<Signal, Map<Target, number>>;
  /** of hate */
  severities: Map<Severity, number>;
  /** in billionths */
  probabilities: Record<Signal, number>;
  languages: Map<string, number>;
  rungs: Map<Rung, number>;
  stances: Map<Stance, number>;
}

/** A cell of one area and period, with what estimates need of its posts. */
export interface CountedCell extends Cell {
  /** by language one number for each post (`packScores`), in no order */
  scores: Map<string, Float64Array>;
  /** of the city as a whole: posts by source, and of these the ones that carry each signal; empty for an area */
  ofSources: Map<number, SourcePosts>;
}

/** How many posts a source has in a cell, and of these how many carry each signal and enter the figures. */
export interface SourcePosts {
  posts: number;
  flagged: Record<Signal, number>;
}

/** A value for each signal. */
export const perSignal = <T>(make: () => T): Record<Signal, T> => ({
  hate: make(),
  extremism: make(),
  polarisation: make(),
  offensive: make(),
  bridging: make(),
});

/** A cell without posts. */
export const emptyCell = (): Cell => ({
  posts: 0,
  copies: 0,
  weight: 0,
  authors: new AuthorCounts(),
  sources: new Set(),
  flagged: perSignal(() => 0),
  targets: perSignal(() => new Map()),
  severities: new Map(),
  probabilities: perSignal(() => 0),
  languages: new Map(),
  rungs: new Map(),
  stances: new Map(),
});

const add = <K>(counts: Map<K, number>, key: K, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

/** Adds all that `other` holds to `cell`. */
export const mergeInto = (cell: Cell, other: Cell): void => {
  cell.posts += other.posts;
  cell.copies += other.copies;
  cell.weight += other.weight;
  cell.authors.merge(other.authors);
  for (const source of other.sources) cell.sources.add(source);
  for (const signal of SIGNALS) {
    cell.flagged[signal] += other.flagged[signal];
    cell.probabilities[signal] += other.probabilities[signal];
    for (const [target, posts] of other.targets[signal]) add(cell.targets[signal], target, posts);
  }
  for (const [severity, posts] of other.severities) add(cell.severities, severity, posts);
  for (const [language, posts] of other.languages) add(cell.languages, language, posts);
  for (const [rung, posts] of other.rungs) add(cell.rungs, rung, posts);
  for (const [stance, posts] of other.stances) add(cell.stances, stance, posts);
};

/** Takes from `cell` the counts of posts that it holds too often; who wrote them, and where, is left as it is. */
export const subtractFrom = (cell: Cell, twice: Cell): void => {
  cell.posts -= twice.posts;
  cell.copies -= twice.copies;
  for (const signal of SIGNALS) {
    cell.flagged[signal] -= twice.flagged[signal];
    cell.probabilities[signal] -= twice.probabilities[signal];
    for (const [target, posts] of twice.targets[signal]) add(cell.targets[signal], target, -posts);
  }
  for (const [severity, posts] of twice.severities) add(cell.severities, severity, -posts);
};

const sorted = <K extends string>(counts: Map<K, number>): Partial<Record<K, number>> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) as Partial<Record<K, number>>;

/** What a reader may see of a cell that passed the gate. */
export const figuresOf = (cell: Cell): BlockFigures => ({
  posts: cell.posts,
  copies: cell.copies,
  authors: cell.authors.size,
  sources: cell.sources.size,
  flagged: { ...cell.flagged },
  targets: {
    hate: sorted(cell.targets.hate),
    extremism: sorted(cell.targets.extremism),
    polarisation: sorted(cell.targets.polarisation),
    offensive: sorted(cell.targets.offensive),
    bridging: sorted(cell.targets.bridging),
  },
  severities: sorted(cell.severities),
  languages: sorted(cell.languages) as Record<string, number>,
  rungs: sorted(cell.rungs),
  stances: sorted(cell.stances),
});

/** Share of the posts that the most prolific author wrote; 0 without posts. */
export const topAuthorShareOf = (cell: Cell): number => (cell.posts === 0 ? 0 : cell.authors.top / cell.posts);

const fromBillionths = (sum: number): number => Math.round(sum / 1000) / 1e6;

/** The cell as a raw count, sums rounded to six decimals. */
export const tallyOf = (area: string | null, period: string, cell: Cell): Tally => ({
  area,
  period,
  ...figuresOf(cell),
  weight: fromBillionths(cell.weight),
  topAuthorShare: topAuthorShareOf(cell),
  probabilitySums: {
    hate: fromBillionths(cell.probabilities.hate),
    extremism: fromBillionths(cell.probabilities.extremism),
    polarisation: fromBillionths(cell.probabilities.polarisation),
    offensive: fromBillionths(cell.probabilities.offensive),
    bridging: fromBillionths(cell.probabilities.bridging),
  },
});
