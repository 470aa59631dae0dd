import { type Block, InputError, type IsoWeek, nextWeek, suppressionReason, weeksBetween } from '@marsad/records';
import type { ShownBlock } from '../../protect/keep-published.js';
import { canonicalJson } from '../canonical-json.js';

type Reason = Extract<Block, { status: 'suppressed' }>['reason'];
type Dated = ShownBlock & { weeks: [IsoWeek, IsoWeek] };

const REASONS = suppressionReason.options;

/** Of two reasons the one that the gate tries first, so that the order of snapshots tells nothing. */
const firstOf = (a: Reason | undefined, b: Reason): Reason =>
  a !== undefined && REASONS.indexOf(a) < REASONS.indexOf(b) ? a : b;

/** Consecutive weeks that are hidden for one reason, as one block. */
const hiddenRuns = (area: string | null, reasons: ReadonlyMap<IsoWeek, Reason>): Block[] => {
  const runs: { weeks: [IsoWeek, IsoWeek]; reason: Reason }[] = [];
  for (const [week, reason] of [...reasons].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = runs.at(-1);
    if (last?.reason === reason && nextWeek(last.weeks[1]) === week) last.weeks[1] = week;
    else runs.push({ weeks: [week, week], reason });
  }
  return runs.map(({ weeks, reason }) => ({ area, weeks, status: 'suppressed', reason }));
};

const countsOf = ({ figures: { estimates: _, ...counts } }: ShownBlock): string => canonicalJson(counts);

/** The same block of two snapshots: its counts, and its corrected shares where both tell the same ones. */
const asOne = (a: ShownBlock, b: ShownBlock): ShownBlock => {
  if (canonicalJson(a.figures.estimates ?? null) === canonicalJson(b.figures.estimates ?? null)) return a;
  const { estimates: _, ...figures } = a.figures;
  return { ...a, figures };
};

const undatedOf = (area: string | null, blocks: readonly Block[]): Block[] => {
  const undated = blocks.filter(({ weeks }) => weeks === null);
  const hidden = undated.flatMap((block) => (block.status === 'suppressed' ? [block.reason] : []));
  const shown = undated.filter((block): block is ShownBlock => block.status === 'shown');
  const [first] = shown;
  const reason = hidden.reduce<Reason | undefined>(firstOf, undefined);
  if (reason !== undefined) return [{ area, weeks: null, status: 'suppressed', reason }];
  if (first === undefined) return [];
  // Nobody can say which undated posts are in both: what differs can neither be added nor chosen.
  if (new Set(shown.map(countsOf)).size > 1)
    return [{ area, weeks: null, status: 'suppressed', reason: 'protects-another-cell' }];
  return [shown.reduce(asOne)];
};

const namePlace = (area: string | null): string => area ?? 'the city';

const areaBlocks = (area: string | null, blocks: readonly Block[]): Block[] => {
  const reasons = new Map<IsoWeek, Reason>();
  for (const block of blocks)
    if (block.status === 'suppressed' && block.weeks !== null)
      for (const week of weeksBetween(...block.weeks)) reasons.set(week, firstOf(reasons.get(week), block.reason));

  let shown = blocks.filter((block): block is Dated => block.status === 'shown' && block.weeks !== null);
  const isHidden = ({ weeks }: Dated): boolean => weeksBetween(...weeks).some((week) => reasons.has(week));
  // What hides one block hides those that share weeks with it.
  for (let over = shown.filter(isHidden); over.length > 0; over = shown.filter(isHidden)) {
    shown = shown.filter((block) => !over.includes(block));
    for (const { weeks } of over)
      for (const week of weeksBetween(...weeks)) reasons.set(week, firstOf(reasons.get(week), 'protects-another-cell'));
  }

  const kept = new Map<string, Dated>();
  for (const block of shown) {
    const { weeks } = block;
    const key = weeks.join(' ');
    const known = kept.get(key);
    if (known === undefined) kept.set(key, block);
    else if (countsOf(known) === countsOf(block)) kept.set(key, { ...asOne(known, block), weeks });
    else
      throw new InputError(
        'merge-conflict',
        `${namePlace(area)}, ${weeks.join(' to ')}: expected the same figures in every snapshot, got different ones`,
        {
          remedy:
            'Where one snapshot replaces another, give the later one alone; `marsad snapshot diff` says what changed.',
        },
      );
  }
  const dated = [...kept.values()].sort((a, b) => (a.weeks[0] < b.weeks[0] ? -1 : 1));
  dated.forEach(({ weeks }, at) => {
    const before = dated[at - 1];
    if (before !== undefined && weeks[0] <= before.weeks[1])
      throw new InputError(
        'merge-conflict',
        `${namePlace(area)}: expected groups of weeks that are equal or apart, got ${before.weeks.join(' to ')} and ${weeks.join(' to ')}`,
        { remedy: 'Merge snapshots of periods that follow one another.' },
      );
  });
  return [...dated, ...hiddenRuns(area, reasons), ...undatedOf(area, blocks)];
};

/**
 * The blocks of several snapshots of a city as one set. **What one of them hides stays hidden**, whatever the others show
 * of those weeks; what all that cover it show must be equal. So the result does not hang on the order of snapshots, or on which
 * were put together first. Corrected shares that differ are left out, and undated posts that differ are hidden.
 * @throws InputError where two snapshots show different figures of the same weeks, or cut them differently
 */
export const mergeBlocks = (sets: readonly (readonly Block[])[]): Block[] => {
  const byArea = new Map<string | null, Block[]>();
  for (const blocks of sets)
    for (const block of blocks) {
      const list = byArea.get(block.area);
      if (list) list.push(block);
      else byArea.set(block.area, [block]);
    }
  return [...byArea].flatMap(([area, blocks]) => areaBlocks(area, blocks));
};
