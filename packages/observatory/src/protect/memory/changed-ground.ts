import { type AreaCollection, type Boundaries, InputError } from '@marsad/records';
import { crosswalk } from '../../areas/crosswalk.js';

/** Borders drawn anew a little otherwise are the same ground; pieces below this share of either area are none of it. */
const SLIVER = 0.001;

/** How the ground of one edition of the boundaries lies in that of another. */
export interface ChangedGround {
  /** areas, by id, that hold the same ground under the same id */
  same: ReadonlySet<string>;
  /** for every other area of the new edition: areas of the earlier one with which it has ground in common */
  earlierOf: ReadonlyMap<string, readonly string[]>;
}

const collectionOf = (areas: Boundaries): AreaCollection => ({
  type: 'FeatureCollection',
  features: areas.map(({ id, district, geometry }) => ({
    type: 'Feature',
    id,
    properties: { names: { en: id }, district, population: null },
    geometry,
  })),
});

/** What the areas of two editions have in common; where that cannot be said, everything that changed counts as in common. */
const piecesOf = (before: Boundaries, after: Boundaries): { oldId: string; newId: string; share: number }[] => {
  if (before.length === 0 || after.length === 0) return [];
  try {
    return crosswalk(collectionOf(before), collectionOf(after)).flatMap(({ oldId, newId, shareOfOld, shareOfNew }) =>
      oldId === null || newId === null
        ? []
        : [
            {
              oldId,
              newId,
              share: oldId === newId ? Math.min(shareOfOld, shareOfNew) : Math.max(shareOfOld, shareOfNew),
            },
          ],
    );
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    return before.flatMap((old) => after.map(({ id }) => ({ oldId: old.id, newId: id, share: SLIVER })));
  }
};

/** Compares the boundaries of the last tally with those of today. */
export const changedGround = (before: Boundaries, after: Boundaries): ChangedGround => {
  const earlier = new Map(before.map(({ id, geometry }) => [id, JSON.stringify(geometry)]));
  const identical = new Set(
    after.flatMap(({ id, geometry }) => (earlier.get(id) === JSON.stringify(geometry) ? [id] : [])),
  );
  const pieces = piecesOf(
    before.filter(({ id }) => !identical.has(id)),
    after.filter(({ id }) => !identical.has(id)),
  );
  const same = new Set([
    ...identical,
    ...pieces.flatMap(({ oldId, newId, share }) => (oldId === newId && share >= 1 - SLIVER ? [newId] : [])),
  ]);
  const earlierOf = new Map<string, string[]>();
  for (const { id } of after) if (!same.has(id)) earlierOf.set(id, []);
  for (const { oldId, newId, share } of pieces) if (share >= SLIVER) earlierOf.get(newId)?.push(oldId);
  return { same, earlierOf };
};
