import {
  type BlockFigures,
  entersFigures,
  type Rung,
  SIGNALS,
  type Signal,
  type Stance,
  type Tally,
  type Target,
} from '@marsad/records';
import type { PlacedPost } from './placed-post.js';

/** Posts of one area and time while they are being counted. Authors and sources are kept as sets, so cells can merge. */
export interface Cell {
  /** originals: copies enter `copies` alone */
  posts: number;
  copies: number;
  /** in billionths, so that sums do not depend on their order */
  weight: number;
  /** posts by author */
  authors: Map<number, number>;
  sources: Set<number>;
  flagged: Record<Signal, number>;
  targets: Record<Signal, Map<Target, number>>;
  /** in billionths */
  probabilities: Record<Signal, number>;
  languages: Map<string, number>;
  rungs: Map<Rung, number>;
  stances: Map<Stance, number>;
}

const BILLION = 1e9;

const perSignal = <T>(make: () => T): Record<Signal, T> => ({
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
  authors: new Map(),
  sources: new Set(),
  flagged: perSignal(() => 0),
  targets: perSignal(() => new Map()),
  probabilities: perSignal(() => 0),
  languages: new Map(),
  rungs: new Map(),
  stances: new Map(),
});

const add = <K>(counts: Map<K, number>, key: K, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

/** Counts one post. A signal enters `flagged` only with a stance that enters the figures (taxonomy). */
export const addPost = (
  cell: Cell,
  verdict: NonNullable<PlacedPost['verdict']>,
  by: { author: number; source: number; rung: Rung; weight: number },
): void => {
  cell.posts += 1;
  cell.weight += Math.round(by.weight * BILLION);
  add(cell.authors, by.author, 1);
  cell.sources.add(by.source);
  add(cell.languages, verdict.language, 1);
  add(cell.rungs, by.rung, 1);
  add(cell.stances, verdict.stance, 1);
  for (const signal of SIGNALS) cell.probabilities[signal] += Math.round(verdict.probabilities[signal] * BILLION);
  for (const { code, targets } of verdict.signals) {
    if (!entersFigures(code, verdict.stance)) continue;
    cell.flagged[code] += 1;
    for (const target of new Set(targets)) add(cell.targets[code], target, 1);
  }
};

/** Adds all that `other` holds to `cell`. */
export const mergeInto = (cell: Cell, other: Cell): void => {
  cell.posts += other.posts;
  cell.copies += other.copies;
  cell.weight += other.weight;
  for (const [author, posts] of other.authors) add(cell.authors, author, posts);
  for (const source of other.sources) cell.sources.add(source);
  for (const signal of SIGNALS) {
    cell.flagged[signal] += other.flagged[signal];
    cell.probabilities[signal] += other.probabilities[signal];
    for (const [target, posts] of other.targets[signal]) add(cell.targets[signal], target, posts);
  }
  for (const [language, posts] of other.languages) add(cell.languages, language, posts);
  for (const [rung, posts] of other.rungs) add(cell.rungs, rung, posts);
  for (const [stance, posts] of other.stances) add(cell.stances, stance, posts);
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
  languages: sorted(cell.languages) as Record<string, number>,
  rungs: sorted(cell.rungs),
  stances: sorted(cell.stances),
});

/** Share of the posts that the most prolific author wrote; 0 without posts. */
export const topAuthorShareOf = (cell: Cell): number => {
  let top = 0;
  for (const posts of cell.authors.values()) top = Math.max(top, posts);
  return cell.posts === 0 ? 0 : top / cell.posts;
};

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
