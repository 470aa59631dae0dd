import type { Block, BlockFigures, Signal, SignalEstimate } from '@marsad/records';
import { buildSnapshot, type SnapshotParts } from '../../../src/snapshot/build-snapshot.js';
import type { OpenedSnapshot } from '../../../src/snapshot/compare/merge-snapshots.js';
import { readSnapshotFiles, type Snapshot } from '../../../src/snapshot/read-snapshot.js';
import { parts } from '../parts.js';

/** A snapshot of the small city, with some of its parts as they are given, and its files. */
export const openedOf = (given: Partial<SnapshotParts> = {}): OpenedSnapshot => {
  const files = buildSnapshot({ ...parts(), ...given });
  return { files, snapshot: readSnapshotFiles(files, 'test') };
};

/** The same without its files. */
export const snapshotOf = (given: Partial<SnapshotParts> = {}): Snapshot => openedOf(given).snapshot;

/** Figures of so many posts by six authors and more in three sources. */
export const figuresOf = (posts: number, more: Partial<BlockFigures> = {}): BlockFigures => ({
  posts,
  copies: 0,
  authors: 6,
  sources: 3,
  flagged: { hate: 2, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 },
  targets: { hate: {}, extremism: {}, polarisation: {}, offensive: {}, bridging: {} },
  languages: {},
  rungs: {},
  stances: {},
  ...more,
});

export const shown = (area: string | null, weeks: Block['weeks'], figures: BlockFigures): Block => ({
  area,
  weeks,
  status: 'shown',
  figures,
});

export const hidden = (area: string | null, weeks: Block['weeks']): Block => ({
  area,
  weeks,
  status: 'suppressed',
  reason: 'too-few-posts',
});

/** A share that labels correct. */
export const estimate = (
  rate: number,
  [low, high]: readonly [number, number],
  more: Partial<SignalEstimate> = {},
): SignalEstimate => ({
  rate,
  low,
  high,
  versusCity: 'cannot-tell',
  method: 'labels',
  labels: 500,
  tooFewLabels: false,
  ...more,
});

/** Figures with a corrected share of one signal. */
export const corrected = (posts: number, of: SignalEstimate, signal: Signal = 'hate'): BlockFigures =>
  figuresOf(posts, { estimates: { [signal]: of } });
