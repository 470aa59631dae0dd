import { type IsoWeek, SIGNALS, type Signal, type SignalEstimate, Z95 } from '@marsad/records';
import { benjaminiHochberg } from '../../estimate/false-discovery.js';
import { twoSided } from '../../estimate/normal.js';
import { rounded } from '../../estimate/rounded.js';
import type { ShownBlock } from '../../protect/keep-published.js';
import type { Snapshot } from '../read-snapshot.js';
import type { ChangeOf, Place, ShareOfWeeks } from './change.js';
import { unmovedAreas } from './changes-of-areas.js';
import { sameModel } from './changes-of-making.js';
import { pooledShare } from './pooled-share.js';

/** Of the changes that are named, so many may be wrong. */
const FALSE_DISCOVERIES = 0.05;

type Compared = Place & { signal: Signal; before: ShareOfWeeks; after: ShareOfWeeks };

/** Two-sided chance of so large a difference: the limits that face each other, joined as MOVER joins them. */
const chanceOf = ({ before, after }: Compared): number => {
  const [lower, upper] = before.rate < after.rate ? [before, after] : [after, before];
  const difference = upper.rate - lower.rate;
  if (difference === 0) return 1;
  const error = Math.hypot(lower.high - lower.rate, upper.rate - upper.low) / Z95;
  return error === 0 ? 0 : twoSided(difference / error);
};

const apart = ({ before, after }: Compared): boolean => before.high < after.low || after.high < before.low;

const told = ({ rate, low, high, ...of }: ShareOfWeeks): ShareOfWeeks => ({
  ...of,
  rate: rounded(rate),
  low: rounded(low),
  high: rounded(high),
});

type Dated = ShownBlock & { weeks: [IsoWeek, IsoWeek] };

const datedOf = ({ figures }: Snapshot, keeps: (block: Dated) => boolean): Map<string | null, Dated[]> => {
  const byArea = new Map<string | null, Dated[]>();
  for (const block of figures.blocks) {
    if (block.status !== 'shown' || block.weeks === null) continue;
    const dated = { ...block, weeks: block.weeks };
    if (keeps(dated)) byArea.set(block.area, [...(byArea.get(block.area) ?? []), dated]);
  }
  return byArea;
};

const cityShareOf = ({ figures }: Snapshot, signal: Signal): SignalEstimate | undefined =>
  figures.overall?.find(({ area }) => area === null)?.estimates[signal];

/**
 * Where people say something else than before: corrected shares of the weeks that the later snapshot adds, beside those of the
 * weeks that both cover. Both sides come from the later snapshot, whose model and labels are the same for both; only where
 * it no longer holds the earlier weeks do those come from the earlier snapshot, if the same model judged them on the same
 * ground. Named is what differs beyond both 95 % intervals, and stays under false-discovery control over all places and signals
 * that were compared.
 */
export const realChanges = (
  before: Snapshot,
  after: Snapshot,
  placeOf: (area: string | null) => Place,
  sourcesChanged: boolean,
): ChangeOf<'real-change' | 'no-clear-change' | 'cannot-tell'>[] => {
  const last = before.manifest.weeks?.[1];
  const now = after.manifest.weeks;
  if (last === undefined || now === null || now[1] <= last) return [{ code: 'cannot-tell', why: 'no-new-weeks' }];
  const together = now[0] <= last;
  if (!together && !sameModel(before.manifest, after.manifest)) return [{ code: 'cannot-tell', why: 'other-model' }];
  const earlier = together ? after : before;
  const then = datedOf(earlier, ({ weeks }) => weeks[1] <= last);
  const since = datedOf(after, ({ weeks }) => weeks[1] > last);
  const unmoved = unmovedAreas(before.areas, after.areas);
  const compared = [...since].flatMap(([area, blocks]) =>
    SIGNALS.flatMap((signal): Compared[] => {
      if (!together && area !== null && !unmoved.has(area)) return [];
      const old = pooledShare(then.get(area) ?? [], signal, cityShareOf(earlier, signal));
      const later = pooledShare(blocks, signal, cityShareOf(after, signal));
      return old && later ? [{ ...placeOf(area), signal, before: old, after: later }] : [];
    }),
  );
  if (compared.length === 0) return [{ code: 'cannot-tell', why: 'no-labels' }];
  const stands = benjaminiHochberg(compared.map(chanceOf), FALSE_DISCOVERIES);
  const found = compared.filter((one, at) => stands[at] && apart(one));
  if (found.length === 0) return [{ code: 'no-clear-change', compared: compared.length }];
  return found.map((one) => ({
    code: 'real-change',
    area: one.area,
    names: one.names,
    signal: one.signal,
    direction: one.after.rate > one.before.rate ? 'up' : 'down',
    before: told(one.before),
    after: told(one.after),
    sourcesChanged,
  }));
};
