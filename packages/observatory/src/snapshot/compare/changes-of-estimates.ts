import { type Block, type LevelChange, SIGNALS, type Surge } from '@marsad/records';
import type { ShownBlock } from '../../protect/keep-published.js';
import { canonicalJson } from '../canonical-json.js';
import type { Snapshot } from '../read-snapshot.js';
import type { ChangeOf, Place, SnapshotChange } from './change.js';
import { sameModel } from './changes-of-making.js';

const shownOf = (blocks: readonly Block[]): Map<string, ShownBlock> =>
  new Map(
    blocks.flatMap((block): [string, ShownBlock][] =>
      block.status === 'shown' ? [[JSON.stringify([block.area, block.weeks]), block]] : [],
    ),
  );

/** Labels of the city that stand behind the estimates; 0 without any. */
const labelsOf = (blocks: Iterable<ShownBlock>): number => {
  let most = 0;
  for (const { figures } of blocks)
    for (const signal of SIGNALS) most = Math.max(most, figures.estimates?.[signal]?.labels ?? 0);
  return most;
};

/** Corrected shares that moved though the posts behind them stayed as they were, and the likeliest reason. */
const estimatesChanged = (before: Snapshot, after: Snapshot): ChangeOf<'estimates-changed'>[] => {
  const [old, later] = [shownOf(before.figures.blocks), shownOf(after.figures.blocks)];
  const moved = [...later].filter(([key, { figures }]) => {
    const known = old.get(key)?.figures;
    return (
      known !== undefined &&
      known.posts === figures.posts &&
      canonicalJson(known.estimates ?? null) !== canonicalJson(figures.estimates ?? null)
    );
  });
  if (moved.length === 0) return [];
  const labels = { from: labelsOf(old.values()), to: labelsOf(later.values()) };
  const reason = (): ChangeOf<'estimates-changed'>['why'] => {
    if (labels.from !== labels.to) return 'labels';
    if (!sameModel(before.manifest, after.manifest)) return 'model';
    return later.size === old.size ? 'reckoned-anew' : 'more-weeks';
  };
  return [{ code: 'estimates-changed', why: reason(), blocks: moved.length, labels }];
};

const levelsChanged = (
  before: readonly LevelChange[],
  after: readonly LevelChange[],
  placeOf: (area: string | null) => Place,
): SnapshotChange[] => {
  const keyOf = ({ area, signal, series }: LevelChange): string => JSON.stringify([area, signal, series]);
  const known = new Map(before.map((change) => [keyOf(change), new Set(change.weeks)]));
  return after.flatMap((change) => {
    const weeks = change.weeks.filter((week) => known.get(keyOf(change))?.has(week) !== true);
    const { area, signal, series } = change;
    return weeks.length === 0 ? [] : [{ code: 'level-changed' as const, ...placeOf(area), signal, series, weeks }];
  });
};

const surgesTold = (before: readonly Surge[], after: readonly Surge[]): SnapshotChange[] =>
  after.flatMap(({ signal, weeks }) => {
    const known = before.find((one) => one.signal === signal)?.weeks ?? [];
    const told = weeks.filter((week) => !known.includes(week));
    return told.length === 0 ? [] : [{ code: 'surge-told' as const, signal, weeks: told }];
  });

/** Corrected shares of blocks that stayed as they were, and changes of level and surges that were not told before. */
export const changesOfEstimates = (
  before: Snapshot,
  after: Snapshot,
  placeOf: (area: string | null) => Place,
): SnapshotChange[] => [
  ...estimatesChanged(before, after),
  ...levelsChanged(before.figures.changes ?? [], after.figures.changes ?? [], placeOf),
  ...surgesTold(before.figures.surges ?? [], after.figures.surges ?? []),
];
