import { type AreaCollection, type Block, type Boundaries, boundaries, type GateMemory } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';
import { placeOf, type Weeks } from '../place-of.js';
import { changedGround } from './changed-ground.js';
import { runsOfWeeks } from './runs-of-weeks.js';

/** What the gate goes by, of all that was ever published. */
export interface Recalled {
  /** blocks of the city and of neighbourhoods of the same ground, as they were told last */
  published: ShownBlock[];
  /** the same of districts */
  districts: ShownBlock[];
  closed: { areas: ReadonlyMap<string, readonly Weeks[]>; districts: ReadonlyMap<string, readonly Weeks[]> };
}

interface LastTally {
  blocks: readonly Block[];
  districts: readonly Block[];
  /** null before the first tally that kept one */
  memory: GateMemory | null;
}

const isShown = (block: Block): block is ShownBlock => block.status === 'shown';

const boundariesOf = ({ features }: Pick<AreaCollection, 'features'>): Boundaries =>
  features.map(({ id, properties: { district }, geometry }) => ({ id, district, geometry }));

/** Those of the last tally, and those that were told before it and are hidden now. */
const everTold = (blocks: readonly Block[], withheld: readonly Block[]): ShownBlock[] => {
  const shown = blocks.filter(isShown);
  const places = new Set(shown.map(placeOf));
  return [...shown, ...withheld.filter(isShown).filter((block) => !places.has(placeOf(block)))];
};

const weeksOf = (told: readonly ShownBlock[], of: ReadonlySet<string | null>): Weeks[] =>
  told.flatMap(({ area, weeks }) => (of.has(area) ? [weeks] : []));

const closedOf = (list: GateMemory['closed']['areas']): Map<string, Weeks[]> =>
  new Map(list.map(({ area, weeks }) => [area, weeks]));

/** The areas of each district, as one text: another one when an area comes, goes or has other ground. */
const districtsOf = (areas: Boundaries, isSame: (area: string) => boolean): Map<string, string> => {
  const members = new Map<string, string[]>();
  for (const { id, district } of areas)
    if (district !== null) members.set(district, [...(members.get(district) ?? []), isSame(id) ? id : `other ${id}`]);
  return new Map([...members].map(([district, ids]) => [district, JSON.stringify(ids.sort())]));
};

/**
 * What was ever published, for the boundaries of today. A neighbourhood that holds other ground than it did, under its own name or a new one, has
 * no answer to keep; but of the weeks in which any of its ground was told before it tells nothing, for good: an earlier snapshot less a
 * later one would be a piece of ground that nobody let through. A district of which an area comes, goes or changes is another district,
 * and the weeks of all that changed are closed to it.
 */
export const recall = ({ blocks, districts, memory }: LastTally, areas: Pick<AreaCollection, 'features'>): Recalled => {
  const told = everTold(blocks, memory?.withheld.blocks ?? []);
  const toldOfDistricts = everTold(districts, memory?.withheld.districts ?? []);
  const none = { areas: new Map<string, Weeks[]>(), districts: new Map<string, Weeks[]>() };
  if (memory === null) return { published: told, districts: toldOfDistricts, closed: none };
  const closedAreas = closedOf(memory.closed.areas);
  const closedDistricts = closedOf(memory.closed.districts);
  const now = boundariesOf(areas);
  if (JSON.stringify(now) === memory.boundaries)
    return { published: told, districts: toldOfDistricts, closed: { areas: closedAreas, districts: closedDistricts } };

  const earlierAreas = boundaries.parse(JSON.parse(memory.boundaries));
  const { same, earlierOf } = changedGround(earlierAreas, now);
  const closed = new Map(
    now.map(({ id }): [string, Weeks[]] => {
      const earlier = earlierOf.get(id);
      if (earlier === undefined) return [id, closedAreas.get(id) ?? []];
      const weeks = [...weeksOf(told, new Set(earlier)), ...earlier.flatMap((one) => closedAreas.get(one) ?? [])];
      return [id, runsOfWeeks(weeks)];
    }),
  );
  const before = districtsOf(earlierAreas, (area) => same.has(area));
  const after = districtsOf(now, (area) => same.has(area));
  const isKept = (district: string | null): boolean =>
    district !== null && after.has(district) && before.get(district) === after.get(district);
  const changed = new Set([...before.keys()].filter((district) => !isKept(district)));
  const ofChanged = runsOfWeeks([
    ...weeksOf(toldOfDistricts, changed),
    ...[...changed].flatMap((district) => closedDistricts.get(district) ?? []),
  ]);
  return {
    published: told.filter(({ area }) => area === null || same.has(area)),
    districts: toldOfDistricts.filter(({ area }) => isKept(area)),
    closed: {
      areas: closed,
      districts: new Map(
        [...after.keys()].map((district) => [
          district,
          isKept(district) ? (closedDistricts.get(district) ?? []) : ofChanged,
        ]),
      ),
    },
  };
};

/** What to remember after a tally: what it recalled, less what is shown again. */
export const remember = (
  { published, districts, closed }: Recalled,
  shown: { blocks: readonly Block[]; districts: readonly Block[] },
  areas: Pick<AreaCollection, 'features'>,
): GateMemory => {
  const withheld = (ever: readonly ShownBlock[], now: readonly Block[]): ShownBlock[] => {
    const places = new Set(now.filter(isShown).map(placeOf));
    return ever.filter((block) => !places.has(placeOf(block)));
  };
  const listed = (of: ReadonlyMap<string, readonly Weeks[]>): GateMemory['closed']['areas'] =>
    [...of].flatMap(([area, weeks]) => (weeks.length > 0 ? [{ area, weeks: [...weeks] }] : []));
  return {
    boundaries: JSON.stringify(boundariesOf(areas)),
    withheld: { blocks: withheld(published, shown.blocks), districts: withheld(districts, shown.districts) },
    closed: { areas: listed(closed.areas), districts: listed(closed.districts) },
  };
};
