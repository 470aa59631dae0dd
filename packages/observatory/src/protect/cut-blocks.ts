import type { Block, BlockFigures, IsoWeek, ProtectionRules, SuppressionReason } from '@marsad/records';
import type { Cell } from '../tally/cell.js';
import { UNDATED } from '../tally/placed-post.js';
import { byArea, type Tallied } from '../tally/tally-posts.js';
import { type DistrictsSoFar, openMargins } from './city-margins.js';
import { withoutThinLanguages } from './codes/without-thin-languages.js';
import { cutWeeks } from './cut-weeks.js';
import { gate, gateOf } from './gate.js';
import { keptAnswer, type ShownBlock } from './keep-published.js';
import type { Forbidden } from './numerators/without-told-parts.js';
import { periodsOf, placeOf, type Weeks } from './place-of.js';
import { leastLeft, leastUnplaced, Remainder } from './remainder.js';
import { merged, type Periods, Sum } from './sum-of-cells.js';
import { toldCityFigures, toldFigures } from './told-figures.js';
import { withoutThinRemainders } from './without-thin-remainders.js';

/** What was published before, and how far time has come. */
export interface BlocksSoFar {
  /** all blocks that were ever shown, of the ground that areas have now (`recall`): they keep their answer, or are hidden in the same weeks */
  published?: readonly Block[];
  /** weeks of which an area tells nothing, ever: other ground was told of in them (`recall`) */
  closed?: ReadonlyMap<string, readonly Weeks[]>;
  /** the first week that is not over, in which no block closes; null (the default) when all are */
  openFrom?: IsoWeek | null;
  /** district of each area that lies in one, and the blocks of districts of the last tally */
  districts?: DistrictsSoFar;
}

const suppressed = (area: string | null, weeks: Weeks, reason: SuppressionReason): Block => ({
  area,
  weeks,
  status: 'suppressed',
  reason,
});

const shown = (area: string | null, weeks: Weeks, figures: BlockFigures): ShownBlock => ({
  area,
  weeks,
  status: 'shown',
  figures,
});

const NONE: Periods = new Map();

const isShown = (block: Block): block is ShownBlock => block.status === 'shown';

/** In order of time, the undated last. */
const byWeeks = (a: Block, b: Block): number => {
  if (a.weeks === null || b.weeks === null) return Number(a.weeks === null) - Number(b.weeks === null);
  return a.weeks[0] < b.weeks[0] ? -1 : 1;
};

/** The weeks of the posts and of what was published before; null when there are none. */
const spanOf = (weeks: Tallied['weeks'], kept: readonly Block[]): [IsoWeek, IsoWeek] | null => {
  const all = [...(weeks ?? []), ...kept.flatMap((block) => block.weeks ?? [])].sort();
  const [first] = all;
  const last = all.at(-1);
  return first !== undefined && last !== undefined ? [first, last] : null;
};

/** Blocks as `blocksOf` says, without what is forbidden. */
export const cutBlocks = (
  { cells, weeks }: Pick<Tallied, 'cells' | 'weeks'>,
  full: ProtectionRules,
  { published, closed, openFrom, districts }: Required<BlocksSoFar>,
  forbidden: Forbidden,
): Block[] => {
  const city = cells.get(null) ?? NONE;
  const areas = [...cells]
    .flatMap(([area, periods]) => (area === null ? [] : [{ area, periods }]))
    .sort((a, b) => byArea(a.area, b.area));

  /** Cells of all neighbourhoods by period, and of those that are shown: what a reader can subtract. */
  const placed = new Map<string, Cell[]>();
  const told = new Map<string, Cell[]>();
  const file = (lists: Map<string, Cell[]>, period: string, cell: Cell): void => {
    const list = lists.get(period);
    if (list) list.push(cell);
    else lists.set(period, [cell]);
  };
  for (const { periods } of areas) for (const [period, cell] of periods) file(placed, period, cell);
  const placedIn = (of: readonly string[]): Cell[] => of.flatMap((period) => placed.get(period) ?? []);

  const everShown = new Map<string | null, ShownBlock[]>();
  for (const block of published.filter(isShown)) {
    const list = everShown.get(block.area);
    if (list) list.push(block);
    else everShown.set(block.area, [block]);
  }
  const keptOf = (area: string | null, periods: Periods): Block[] => {
    const answers = (everShown.get(area) ?? []).map((block): Block => {
      const of = periodsOf(block.weeks);
      const cell = merged(periods, of);
      const now =
        gateOf(cell, full) !== null || forbidden.revising.has(placeOf(block))
          ? undefined
          : area === null
            ? toldCityFigures(cell, placedIn(of), full)
            : toldFigures(cell, full);
      // Estimates are made anew after the gate, beside the counts.
      const { estimates: _, ...figures } = block.figures;
      const reason = gate(figures, full) ?? 'protects-another-cell';
      return keptAnswer({ ...block, figures }, now, full) ?? suppressed(area, block.weeks, reason);
    });
    const silent = (closed.get(area ?? '') ?? []).map((of) => suppressed(area, of, 'protects-another-cell'));
    return [...answers, ...silent].sort(byWeeks);
  };

  const keptCity = keptOf(null, city);
  const kept = new Map(areas.map(({ area, periods }) => [area, keptOf(area, periods)]));
  const span = spanOf(weeks, [keptCity, ...kept.values()].flat());
  // Who has an earlier snapshot knows what is hidden since rules were raised.
  const answered = new Map(keptCity.filter(isShown).map((block) => [placeOf(block), block]));
  const knownOfCity = (everShown.get(null) ?? []).map((block) => answered.get(placeOf(block)) ?? block);
  const margins = openMargins(cells, knownOfCity, districts, full);
  for (const { area } of areas) for (const block of kept.get(area) ?? []) margins.take(area, periodsOf(block.weeks));

  const mayClose = (area: string | null, of: Weeks): boolean => !forbidden.closing.has(placeOf({ area, weeks: of }));

  const tell = (periods: Periods, of: readonly string[]): void => {
    for (const period of of) {
      const cell = periods.get(period);
      if (cell) file(told, period, cell);
    }
  };

  const close = (area: string, periods: Periods, ofWeeks: Weeks, cell: Cell): Block => {
    const reason = gateOf(cell, full);
    if (reason !== null) return suppressed(area, ofWeeks, reason);
    const of = periodsOf(ofWeeks);
    if (!margins.allow(area, of)) return suppressed(area, ofWeeks, 'protects-another-cell');
    margins.take(area, of);
    tell(periods, of);
    return shown(area, ofWeeks, toldFigures(cell, full));
  };

  const areaBlocks = areas.flatMap(({ area, periods }) => {
    const before = kept.get(area) ?? [];
    for (const block of before) tell(periods, periodsOf(block.weeks));
    const undated = periods.get(UNDATED);
    const keptUndated = before.find((block) => block.weeks === null);
    const hasDated = periods.size > (undated ? 1 : 0) || before.some((block) => block.weeks !== null);
    const begin = () => {
      const open = new Sum();
      return {
        add: (week: IsoWeek) => {
          const cell = periods.get(week);
          if (cell) open.add(cell);
          return cell !== undefined;
        },
        close: (of: [IsoWeek, IsoWeek]) =>
          gateOf(open.cell, full) === null && mayClose(area, of) ? close(area, periods, of, open.cell) : null,
        leave: (of: [IsoWeek, IsoWeek]) => suppressed(area, of, gateOf(open.cell, full) ?? 'protects-another-cell'),
      };
    };
    return [
      ...(hasDated && span ? cutWeeks(span, before, begin, openFrom) : []),
      ...(keptUndated ? [keptUndated] : undated ? [close(area, periods, null, undated)] : []),
    ];
  });

  /** The first rule that hides the city in these weeks. */
  const cityReason = (cell: Cell, of: readonly string[]): SuppressionReason | null => {
    const reason = gateOf(cell, full);
    if (reason !== null) return reason;
    const unplaced = new Remainder(cell);
    for (const inArea of placedIn(of)) unplaced.takeAway(inArea);
    const untold = new Remainder(cell);
    for (const period of of) for (const inArea of told.get(period) ?? []) untold.takeAway(inArea);
    return unplaced.isWide(full, leastUnplaced(full)) && untold.isWide(full, leastLeft(full))
      ? null
      : 'protects-another-cell';
  };
  const tellCity = (ofWeeks: Weeks, cell: Cell): Block => {
    const of = periodsOf(ofWeeks);
    const reason = cityReason(cell, of);
    return reason === null
      ? shown(null, ofWeeks, toldCityFigures(cell, placedIn(of), full))
      : suppressed(null, ofWeeks, reason);
  };
  const beginCity = () => {
    const open = new Sum();
    return {
      add: (week: IsoWeek) => {
        const cell = city.get(week);
        if (cell) open.add(cell);
        return cell !== undefined;
      },
      close: (of: [IsoWeek, IsoWeek]) => {
        if (open.cell.posts < leastLeft(full) || !mayClose(null, of)) return null;
        const block = tellCity(of, open.cell);
        return block.status === 'shown' ? block : null;
      },
      leave: (of: [IsoWeek, IsoWeek]) =>
        suppressed(null, of, cityReason(open.cell, periodsOf(of)) ?? 'protects-another-cell'),
    };
  };
  const undatedCity = city.get(UNDATED);
  const keptUndatedCity = keptCity.find((block) => block.weeks === null);
  const hasDatedCity = city.size > (undatedCity ? 1 : 0) || keptCity.some((block) => block.weeks !== null);
  const cityBlocks = [
    ...(hasDatedCity && span ? cutWeeks(span, keptCity, beginCity, openFrom) : []),
    ...(keptUndatedCity ? [keptUndatedCity] : undatedCity ? [tellCity(null, undatedCity)] : []),
  ];
  return withoutThinLanguages(withoutThinRemainders([...cityBlocks, ...areaBlocks], published, full), published, full);
};
