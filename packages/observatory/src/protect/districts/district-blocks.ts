import type { Block, ProtectionRules } from '@marsad/records';
import { type Cell, emptyCell, figuresOf } from '../../tally/cell.js';
import { cellsOfDistricts } from '../../tally/districts.js';
import { UNDATED } from '../../tally/placed-post.js';
import { byArea, type Tallied } from '../../tally/tally-posts.js';
import { gate, gateOf } from '../gate.js';
import type { ShownBlock } from '../keep-published.js';
import { touches } from '../margins/published-view.js';
import { type ToldPart, toldParts } from '../numerators/told-parts.js';
import { periodsOf, placeOf, type Weeks } from '../place-of.js';
import { leastLeft, partsOf, Remainder } from '../remainder.js';
import { rulesFrom } from '../rules.js';
import { merged } from '../sum-of-cells.js';
import { coarse } from '../told-figures.js';
import { type Ends, endsOf, type Member, mayStand, undatedEnds } from './straddling.js';

export interface DistrictOptions {
  /** district of each area that lies in one */
  districts: ReadonlyMap<string, string>;
  rules: Partial<ProtectionRules>;
  /** all blocks of districts that were ever shown (`recall`): they keep their answer, or are hidden for good */
  published?: readonly Block[];
  /** weeks of which a district tells nothing, ever, since another group of areas was told of in them (`recall`) */
  closed?: ReadonlyMap<string, readonly Weeks[]>;
  /** the cells of the districts, where they are known already */
  ofDistricts?: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
}

/** No codes at all: beside those of its neighbourhoods they would tell of what few wrote. */
const toldOfDistrict = (cell: Cell): ShownBlock['figures'] => ({
  ...coarse(figuresOf(cell)),
  languages: {},
  rungs: {},
  stances: {},
});

/** What a district that was published answers now: as then, or judged anew where nobody came or went. It takes in no newcomers. */
const keptOf = (block: ShownBlock, cell: Cell): ShownBlock => {
  const then = block.figures;
  const unmoved = then.posts === cell.posts && then.authors === cell.authors.size && then.sources === cell.sources.size;
  return { ...block, figures: unmoved ? toldOfDistrict(cell) : then };
};

/** A block of the city, and what can be subtracted from it. */
interface Column {
  weeks: Weeks;
  shown: boolean;
  whole: Cell;
  /** posts of the city as they are published */
  posts: number;
  /** how many must stay */
  least: number;
  /** cells of neighbourhoods in shown blocks, by district */
  told: Map<string | undefined, Cell[]>;
}

/**
 * The blocks of every district that has a post, in the weeks of the city's blocks, so that districts can be set beside one
 * another and beside the city. They yield to their neighbourhoods: a district is hidden in weeks in which subtracting one
 * level from the other would leave a figure that does not pass the gate by itself, now or when more neighbourhoods are
 * shown later (docs/decisions/0012-publish-gate.md). Where the city is hidden, so are they. Sorted by district, then weeks.
 * @param blocks of the city and its neighbourhoods, as they are published
 * @throws InputError for rules below the floor
 */
export const districtBlocks = (
  blocks: readonly Block[],
  tallied: Pick<Tallied, 'cells' | 'overlaps'>,
  {
    districts,
    rules,
    published = [],
    closed = new Map(),
    ofDistricts = cellsOfDistricts(tallied, districts),
  }: DistrictOptions,
): Block[] => {
  const full = rulesFrom(rules);
  const { cells } = tallied;
  if (ofDistricts.size === 0) return [];
  const city = cells.get(null) ?? new Map<string, Cell>();
  const blocksOfArea = new Map<string, Block[]>();
  for (const block of blocks)
    if (block.area !== null) blocksOfArea.set(block.area, [...(blocksOfArea.get(block.area) ?? []), block]);

  const columns = blocks
    .filter(({ area }) => area === null)
    .map((block): Column => {
      const told = new Map<string | undefined, Cell[]>();
      const { weeks } = block;
      if (block.status === 'suppressed') return { weeks, shown: false, whole: emptyCell(), posts: 0, least: 0, told };
      for (const [area, own] of blocksOfArea) {
        const periods = cells.get(area) ?? new Map<string, Cell>();
        const of = periodsOf(weeks).filter((period) =>
          own.some(
            (one) =>
              one.status === 'shown' &&
              (one.weeks === null ? period === UNDATED : one.weeks[0] <= period && period <= one.weeks[1]),
          ),
        );
        const list = told.get(districts.get(area)) ?? [];
        told.set(districts.get(area), list);
        list.push(...of.flatMap((period) => periods.get(period) ?? []));
      }
      const whole = merged(city, periodsOf(weeks));
      const least = leastLeft(full, partsOf(block.figures));
      return { weeks, shown: true, whole, posts: Math.min(whole.posts, block.figures.posts), least, told };
    });

  const before = new Map(
    published.flatMap((block): [string, ShownBlock][] => {
      if (block.status !== 'shown' || block.area === null) return [];
      // Estimates are made anew after the gate, beside the counts.
      const { estimates: _, ...figures } = block.figures;
      return [[placeOf(block), { ...block, figures }]];
    }),
  );
  /** Whether nothing was ever told of these weeks of a district, nor of ground that it holds. */
  const mayBegin = (district: string, weeks: Weeks): boolean =>
    !before.has(placeOf({ area: district, weeks })) &&
    !(closed.get(district) ?? []).some((other) => touches({ weeks: other }, { weeks }));
  const inOrder = [...ofDistricts].sort(([a], [b]) => byArea(a, b));
  const rows = inOrder.map(([district, periods]) => {
    const members = [...districts].flatMap(([area, own]): Member[] => {
      const ofMember = own === district ? cells.get(area) : undefined;
      return ofMember ? [{ periods: ofMember, blocks: blocksOfArea.get(area) ?? [] }] : [];
    });
    const cellsIn = columns.map(({ weeks }) => merged(periods, periodsOf(weeks)));
    const ends = columns.map(({ weeks, shown }, at): Ends | null => {
      if (!shown) return null;
      return weeks === null
        ? undatedEnds(members, cellsIn[at] ?? emptyCell(), UNDATED)
        : endsOf(members, periods, weeks);
    });
    const answers = columns.map(({ weeks, shown }, at): ShownBlock | null => {
      const kept = shown ? before.get(placeOf({ area: district, weeks })) : undefined;
      if (!kept || gate(kept.figures, full) !== null) return null;
      const cell = cellsIn[at] ?? emptyCell();
      const own = ends[at];
      // Whoever came since is not in the answer, and so not in what it leaves.
      if (own) own.twice += Math.max(0, cell.posts - kept.figures.posts);
      return keptOf(kept, cell);
    });
    return { district, cellsIn, ends, answers };
  });

  /** Whether all runs of shown blocks of a district that hold this column may stand, when it is shown. */
  const fits = ({ ends, answers }: (typeof rows)[number], at: number): boolean => {
    const isShown = (column: number): boolean =>
      column === at || (answers[column] !== null && columns[column]?.weeks !== null);
    let from = at;
    if (columns[at]?.weeks !== null) while (from > 0 && isShown(from - 1)) from -= 1;
    for (let start = from; start <= at; start += 1) {
      for (let end = at; end < columns.length && (end === at || isShown(end)); end += 1) {
        if (
          !mayStand(
            ends.slice(start, end + 1).flatMap((one) => one ?? []),
            full,
          )
        )
          return false;
        if (columns[at]?.weeks === null) break;
      }
    }
    return true;
  };

  /** Whether the city keeps enough when all districts that are shown, this one too, and the neighbourhoods of the others are subtracted. */
  const leavesEnough = (asked: (typeof rows)[number], at: number): boolean => {
    const column = columns[at];
    if (!column) return false;
    const left = new Remainder(column.whole, column.posts);
    const covered = new Set<string | undefined>();
    for (const row of rows) {
      const cell = row.cellsIn[at];
      if (!cell || (row !== asked && row.answers[at] === null)) continue;
      left.takeAway(cell);
      covered.add(row.district);
    }
    for (const [district, own] of column.told) if (!covered.has(district)) for (const cell of own) left.takeAway(cell);
    return left.isWide(full, column.least);
  };

  for (const [at, { weeks, shown }] of columns.entries()) {
    if (!shown) continue;
    // The largest first: it says the most.
    const open = rows
      .filter(({ district, answers }) => answers[at] === null && mayBegin(district, weeks))
      .sort((a, b) => (b.cellsIn[at]?.posts ?? 0) - (a.cellsIn[at]?.posts ?? 0));
    for (const row of open) {
      const cell = row.cellsIn[at];
      if (!cell || gateOf(cell, full) !== null || !fits(row, at) || !leavesEnough(row, at)) continue;
      row.answers[at] = { area: row.district, weeks, status: 'shown', figures: toldOfDistrict(cell) };
    }
  }
  const answersOf = (): ShownBlock[] => rows.flatMap(({ answers }) => answers.flatMap((answer) => answer ?? []));
  /** Hides a district, or lets it answer as it did before, because of which a part of a neighbourhood's block is told; false when there is none. */
  const yields = ({ block }: ToldPart): boolean => {
    const own = districts.get(block.area ?? '');
    const beside = rows
      .flatMap((row) => row.answers.flatMap((answer, at) => (answer ? [{ row, at, answer }] : [])))
      .sort(
        (a, b) =>
          Number(b.row.district === own && touches(b.answer, block)) -
            Number(a.row.district === own && touches(a.answer, block)) ||
          Number(touches(b.answer, block)) - Number(touches(a.answer, block)) ||
          a.answer.figures.posts - b.answer.figures.posts,
      );
    const gives =
      beside.find(({ answer }) => !before.has(placeOf(answer))) ??
      beside.find(({ answer }) => before.get(placeOf(answer)) !== answer);
    if (!gives) return false;
    gives.row.answers[gives.at] = before.get(placeOf(gives.answer)) ?? null;
    return true;
  };
  for (;;) {
    const told = toldParts({ blocks, districts: answersOf(), districtOf: districts }, full);
    if (!told[0] || !yields(told[0])) break;
  }

  return rows.flatMap(({ district, cellsIn, ends, answers }) =>
    columns.flatMap(({ weeks }, at): Block[] => {
      const answer = answers[at];
      if (answer) return [answer];
      const cell = cellsIn[at] ?? emptyCell();
      if (weeks === null && cell.posts === 0) return [];
      const reason = ends[at]?.reached ? null : gateOf(cell, full);
      return [{ area: district, weeks, status: 'suppressed', reason: reason ?? 'protects-another-cell' }];
    }),
  );
};
