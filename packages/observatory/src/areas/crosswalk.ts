import type { AreaCollection } from '@marsad/records';
import { overlay } from './overlay.js';
import { type Parts, partsOfGeometry } from './read-geometry.js';

/** How much of an old area lies in a new one. */
export interface CrosswalkRow {
  /** id; null for ground that only the new areas hold */
  oldId: string | null;
  /** id; null for ground that only the old areas hold */
  newId: string | null;
  squareKm: number;
  /** share of the old area, 0 to 1; the shares of one old area add up to 1. 0 where `oldId` is null */
  shareOfOld: number;
  /** share of the new area, 0 to 1; the shares of one new area add up to 1. 0 where `newId` is null */
  shareOfNew: number;
}

/** Below one square metre a piece is the rounding of coordinates. */
const LEAST_KM2 = 1e-6;

/**
 * From one version of the areas to another, by intersection: which share of the ground of each old area lies in which new
 * one. Ground that several areas of one version hold counts for the first of them, as when posts are placed; so a total
 * that is moved by these shares stays the same total. Sorted by old id, then new.
 * @throws InputError when borders cross each other so often that it would take minutes
 */
export const crosswalk = (before: AreaCollection, after: AreaCollection): CrosswalkRow[] => {
  const ids = [...before.features, ...after.features].map(({ id }) => id);
  const parts = [...before.features, ...after.features].map(({ geometry }): Parts => partsOfGeometry(geometry));
  const isOld = (owner: number): boolean => owner < before.features.length;
  const none = ids.length;
  const pieces = new Map<number, number>();
  overlay(
    parts,
    (owners, squareKm) => {
      const from = Math.min(none, ...owners.filter(isOld));
      const to = Math.min(none, ...owners.filter((owner) => !isOld(owner)));
      const key = from * (none + 1) + to;
      pieces.set(key, (pieces.get(key) ?? 0) + squareKm);
    },
    'crosswalk',
  );
  const rows = [...pieces].filter(([, squareKm]) => squareKm >= LEAST_KM2);
  const sizeOf = new Float64Array(none + 1);
  const ends = rows.map(([key, squareKm]) => {
    const [from, to] = [Math.floor(key / (none + 1)), key % (none + 1)];
    for (const end of [from, to]) sizeOf[end] = (sizeOf[end] ?? 0) + squareKm;
    return { from, to, squareKm };
  });
  return ends
    .map(
      ({ from, to, squareKm }): CrosswalkRow => ({
        oldId: ids[from] ?? null,
        newId: ids[to] ?? null,
        squareKm,
        shareOfOld: from === none ? 0 : squareKm / (sizeOf[from] ?? squareKm),
        shareOfNew: to === none ? 0 : squareKm / (sizeOf[to] ?? squareKm),
      }),
    )
    .sort((a, b) => order(a.oldId, b.oldId) || order(a.newId, b.newId));
};

/** Ground outside comes last. */
const order = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
};
