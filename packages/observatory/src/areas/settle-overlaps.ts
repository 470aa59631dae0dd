import { InputError } from '@marsad/records';
import { difference, featureCollection, multiPolygon } from '@turf/turf';
import { findFaults } from './find-faults.js';
import { findOverlaps, type Overlap } from './find-overlaps.js';
import { type AreaProblem, shownPosition } from './problems.js';
import { type Parts, partsOfGeometry } from './read-geometry.js';
import { NOTHING_REPAIRED, repairRings } from './repair-rings.js';

/**
 * What overlaps are borne, since published boundaries overlap by slivers (0 to 0.19 % of the ground in nine cities, 1.3 %
 * of the smaller of two neighbours at most): 5 % of the smaller area, and 0.5 % of all ground.
 */
const TOLERANCE = { ofSmaller: 0.05, ofAll: 0.005 } as const;

/** An area of which this share lies in another one is an enclave of it. */
const ENCLOSED = 0.999;

/** Slivers are named one by one up to this many, if they are at least this share of the smaller area. */
const MOST_NAMED = 10;
const WORTH_NAMING = 1e-4;

/** An area as far as overlaps go. */
interface Ground {
  where: string;
  parts: Parts;
}

export interface Settled {
  /** in the order of the areas: their outlines, with enclaves cut out of what surrounds them */
  parts: Parts[];
  repairs: { where: string; what: string }[];
  warnings: string[];
  problems: AreaProblem[];
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`;

/** What follows «file: » in a `where`. */
const featureIn = (where: string): string => where.slice(where.lastIndexOf(': feature ') + 2);

/** The outer area without the inner one; undefined where that leaves nothing sound. */
const without = (outer: Ground, inner: Ground): Parts | undefined => {
  const left = difference(featureCollection([multiPolygon(outer.parts), multiPolygon(inner.parts)]));
  if (left === null) return undefined;
  const parts = repairRings(partsOfGeometry(left.geometry as never), { ...NOTHING_REPAIRED }, outer.where);
  return findFaults(parts, outer.where).length > 0 ? undefined : parts;
};

/**
 * Decides over ground that two areas hold: slivers are borne and named, a small area wholly inside another is cut out of
 * it, more is a problem. Where a sliver stays, the area that comes first by id has it.
 * @param where the files, for messages
 * @throws InputError when borders cross each other so often that it would take minutes
 */
export const settleOverlaps = (areas: readonly Ground[], where: string): Settled => {
  const settled: Settled = { parts: areas.map(({ parts }) => parts), repairs: [], warnings: [], problems: [] };
  const { overlaps, twice } = findOverlaps(settled.parts, where);
  const tooMuch = twice > TOLERANCE.ofAll;
  // Where it is too much altogether, the overlaps that make it so are named, not every sliver beside them.
  const least = (overlaps[0]?.squareKm ?? 0) / 100;
  const slivers: string[] = [];
  let unnamed = 0;
  const refuse = ({ pair, squareKm, share, position }: Overlap, small: Ground, large: Ground): void => {
    const most = tooMuch
      ? `at most ${percent(TOLERANCE.ofAll)} of all ground held twice, got ${percent(twice)}`
      : `an overlap of at most ${percent(TOLERANCE.ofSmaller)} of the smaller area, got ${percent(share)}`;
    settled.problems.push({
      where: small.where,
      error: new InputError(
        'overlap',
        `${small.where}: expected ${most}: it overlaps ${featureIn(large.where)} by ${Number(squareKm.toPrecision(2))} km² near ${shownPosition(position)}`,
        {
          remedy:
            share > ENCLOSED
              ? 'Two levels in one file? Say which field names the parent: --parent-field FIELD.'
              : 'Give the ground to one of the two.',
        },
      ),
      position,
      outlines: pair.map((at) => areas[at]?.parts ?? []),
    });
  };
  for (const overlap of overlaps) {
    const [small, large] = overlap.pair.map((at) => areas[at]);
    if (!small || !large) continue;
    const [, largeAt] = overlap.pair;
    const weighs = overlap.squareKm >= least;
    if ((tooMuch && weighs) || (overlap.share > TOLERANCE.ofSmaller && overlap.share < ENCLOSED))
      refuse(overlap, small, large);
    else if (overlap.share >= ENCLOSED) {
      const left = without({ where: large.where, parts: settled.parts[largeAt] ?? [] }, small);
      if (left === undefined) refuse(overlap, small, large);
      else {
        settled.parts[largeAt] = left;
        settled.repairs.push({
          where: large.where,
          what: `${featureIn(small.where)} lies wholly inside it and was cut out of it`,
        });
      }
    } else if (overlap.share < WORTH_NAMING || slivers.length >= MOST_NAMED) unnamed += 1;
    else
      slivers.push(
        `${small.where}: overlaps ${featureIn(large.where)} by ${percent(overlap.share)} near ${shownPosition(overlap.position)}`,
      );
  }
  settled.warnings.push(
    ...slivers,
    ...(unnamed > 0 ? [`${where}: ${unnamed} smaller overlap${unnamed === 1 ? '' : 's'} of two areas`] : []),
  );
  return settled;
};
