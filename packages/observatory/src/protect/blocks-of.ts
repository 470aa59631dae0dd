import {
  type Block,
  type BlockFigures,
  type IsoWeek,
  type ProtectionRules,
  type SuppressionReason,
  weeksBetween,
} from '@marsad/records';
import { type Cell, emptyCell, mergeInto, topAuthorShareOf } from '../tally/cell.js';
import { UNDATED } from '../tally/placed-post.js';
import { byArea, type Tallied } from '../tally/tally-posts.js';
import { withoutThinLanguages } from './codes/without-thin-languages.js';
import { cutWeeks } from './cut-weeks.js';
import { gate } from './gate.js';
import { keptAnswer, type ShownBlock } from './keep-published.js';
import { leastLeft, leastUnplaced, partsOf, Remainder } from './remainder.js';
import { rulesFrom } from './rules.js';
import { toldCityFigures, toldFigures } from './told-figures.js';
import { withoutThinRemainders } from './without-thin-remainders.js';

type Periods = ReadonlyMap<string, Cell>;
type Weeks = [IsoWeek, IsoWeek] | null;

/** What was published before, and how far time has come. */
export interface BlocksSoFar {
  /** the blocks of the last tally: those shown keep their answer */
  published?: readonly Block[];
  /** the first week that is not over, in which no block closes; null (the default) when all are */
  openFrom?: IsoWeek | null;
  /** district of each area that lies in one, and the blocks of districts of the last tally */
  districts?: { of: ReadonlyMap<string, string>; published: readonly Block[] };
}

const NONE: Periods = new Map();

const gateOf = (cell: Cell, rules: ProtectionRules): SuppressionReason | null =>
  gate(
    {
      posts: cell.posts,
      authors: cell.authors.size,
      sources: cell.sources.size,
      topAuthorShare: topAuthorShareOf(cell),
    },
    rules,
  );

const periodsOf = (weeks: Weeks): readonly string[] => (weeks === null ? [UNDATED] : weeksBetween(...weeks));

const cellsIn = (periods: Periods, of: readonly string[]): Cell[] => of.flatMap((period) => periods.get(period) ?? []);

/** Posts of some weeks together; not to be changed, since those of one week are its own cell. */
class Sum {
  #cell: Cell | null = null;
  #isOwn = false;

  add(cell: Cell): void {
    if (this.#cell === null) {
      this.#cell = cell;
      return;
    }
    if (!this.#isOwn) {
      const own = emptyCell();
      mergeInto(own, this.#cell);
      this.#cell = own;
      this.#isOwn = true;
    }
    mergeInto(this.#cell, cell);
  }

  get cell(): Cell {
    this.#cell ??= emptyCell();
    return this.#cell;
  }
}

const merged = (periods: Periods, of: readonly string[]): Cell => {
  const sum = new Sum();
  for (const cell of cellsIn(periods, of)) sum.add(cell);
  return sum.cell;
};

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

interface Margins {
  /** whether enough stays when the cells of an area in these periods are told */
  allow(area: string, of: readonly string[]): boolean;
  take(area: string, of: readonly string[]): void;
}

/** What stays of one block of the city. */
interface OpenColumn {
  /** how many posts must stay */
  least: number;
  /** when the neighbourhoods that are told are subtracted */
  beside: Remainder;
  /** when shown districts are, and the neighbourhoods of the others; null where no district is shown */
  besideDistricts: { left: Remainder; shown: ReadonlySet<string> } | null;
}

/** What stays unpublished beside the published figures of the city, by week; the neighbourhoods take from it. */
const openMargins = (
  cells: ReadonlyMap<string | null, Periods>,
  keptCity: readonly ShownBlock[],
  districts: NonNullable<BlocksSoFar['districts']>,
  rules: ProtectionRules,
): Margins => {
  const byPeriod = new Map<string, OpenColumn>();
  for (const { weeks, figures } of keptCity) {
    const of = periodsOf(weeks);
    const whole = merged(cells.get(null) ?? NONE, of);
    const posts = Math.min(whole.posts, figures.posts);
    const key = JSON.stringify(weeks);
    const shownDistricts = new Set(
      districts.published.flatMap((block) =>
        block.status === 'shown' && block.area !== null && JSON.stringify(block.weeks) === key ? [block.area] : [],
      ),
    );
    const left = new Remainder(whole, posts);
    for (const [area, district] of districts.of)
      if (shownDistricts.has(district)) for (const cell of cellsIn(cells.get(area) ?? NONE, of)) left.takeAway(cell);
    const column: OpenColumn = {
      least: leastLeft(rules, partsOf(figures)),
      beside: new Remainder(whole, posts),
      besideDistricts: shownDistricts.size > 0 ? { left, shown: shownDistricts } : null,
    };
    for (const period of of) byPeriod.set(period, column);
  }
  const takenFrom = (area: string, of: readonly string[]): { remainder: Remainder; least: number }[] =>
    of.flatMap((period) => {
      const cell = cells.get(area)?.get(period);
      const column = byPeriod.get(period);
      if (!cell || !column) return [];
      const { beside, besideDistricts, least } = column;
      const isPart = besideDistricts?.shown.has(districts.of.get(area) ?? '') ?? true;
      const touched = besideDistricts === null || isPart ? [beside] : [beside, besideDistricts.left];
      for (const remainder of touched) remainder.takeAway(cell);
      return touched.map((remainder) => ({ remainder, least }));
    });
  return {
    allow: (area, of) => {
      const touched = takenFrom(area, of);
      const wide = touched.every(({ remainder, least }) => remainder.isWide(rules, least));
      for (const { remainder } of touched) remainder.putBack();
      return wide;
    },
    take: (area, of) => void takenFrom(area, of),
  };
};

const NO_DISTRICTS: NonNullable<BlocksSoFar['districts']> = { of: new Map(), published: [] };

/**
 * The blocks of every area that has a post, and of the city as a whole (area null). Undated posts of an area are a block
 * of their own, with `weeks` null. Sorted by area (the city first), then weeks (undated last).
 *
 * Each area's weeks are cut into the shortest runs of whole weeks that pass the gate; what stays open is one suppressed
 * block, even when no post fell into it, since that too is not to be told. Blocks never overlap and, once published, keep
 * their answer. The city is cut so that in every one of its blocks enough posts name no neighbourhood: then whoever
 * subtracts the neighbourhoods from the city is left with a figure that passes the gate by itself. A neighbourhood's block
 * that would leave less beside a published figure of the city is hidden (docs/decisions/0012-publish-gate.md).
 * @param rules what the city raised; the floor holds for the rest
 * @throws InputError for rules below the floor
 */
export const blocksOf = (
  { cells, weeks }: Pick<Tallied, 'cells' | 'weeks'>,
  rules: Partial<ProtectionRules> = {},
  { published = [], openFrom = null, districts = NO_DISTRICTS }: BlocksSoFar = {},
): Block[] => {
  const full = rulesFrom(rules);
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

  const keptOf = (area: string | null, periods: Periods): ShownBlock[] =>
    published.flatMap((block) => {
      if (block.status !== 'shown' || block.area !== area) return [];
      const of = periodsOf(block.weeks);
      const cell = merged(periods, of);
      const now =
        gateOf(cell, full) !== null
          ? undefined
          : area === null
            ? toldCityFigures(cell, placedIn(of), full)
            : toldFigures(cell, full);
      // Estimates are made anew after the gate, beside the counts.
      const { estimates: _, ...figures } = block.figures;
      return keptAnswer({ ...block, figures }, now, full) ?? [];
    });

  const keptCity = keptOf(null, city);
  const kept = new Map(areas.map(({ area, periods }) => [area, keptOf(area, periods)]));
  const span = spanOf(weeks, [keptCity, ...kept.values()].flat());
  const margins = openMargins(cells, keptCity, districts, full);
  for (const { area } of areas) for (const block of kept.get(area) ?? []) margins.take(area, periodsOf(block.weeks));

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
          gateOf(open.cell, full) === null ? close(area, periods, of, open.cell) : null,
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
        if (open.cell.posts < leastLeft(full)) return null;
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

/** The weeks of the posts and of what was published before; null when there are none. */
const spanOf = (weeks: Tallied['weeks'], kept: readonly Block[]): [IsoWeek, IsoWeek] | null => {
  const all = [...(weeks ?? []), ...kept.flatMap((block) => block.weeks ?? [])].sort();
  const [first] = all;
  const last = all.at(-1);
  return first !== undefined && last !== undefined ? [first, last] : null;
};
