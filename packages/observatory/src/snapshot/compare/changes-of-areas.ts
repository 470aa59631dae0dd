import { type AreaCollection, InputError, type Names } from '@marsad/records';
import { crosswalk } from '../../areas/crosswalk.js';
import { canonicalJson } from '../canonical-json.js';
import type { GroundMoved, SnapshotChange } from './change.js';

/** Ground of less than a thousandth of an area is the hand that drew it. */
const LEAST_SHARE = 0.001;

const byId = ({ features }: AreaCollection) => new Map(features.map((feature) => [feature.id, feature]));

/** Ids of areas that are in both, on the same ground to the last digit. */
export const unmovedAreas = (before: AreaCollection, after: AreaCollection): ReadonlySet<string> => {
  const old = byId(before);
  return new Set(
    after.features.flatMap(({ id, geometry }) => {
      const known = old.get(id);
      return known && canonicalJson(known.geometry) === canonicalJson(geometry) ? [id] : [];
    }),
  );
};

/** Old area → where its ground lies now, largest share first; undefined where the borders cross too often to say. */
const groundOf = (before: AreaCollection, after: AreaCollection): Map<string, GroundMoved[]> | undefined => {
  try {
    const moved = new Map<string, GroundMoved[]>();
    for (const { oldId, newId, shareOfOld } of crosswalk(before, after))
      if (oldId !== null && shareOfOld >= LEAST_SHARE)
        moved.set(oldId, [...(moved.get(oldId) ?? []), { area: newId, share: Number(shareOfOld.toFixed(3)) }]);
    for (const ground of moved.values()) ground.sort((a, b) => b.share - a.share);
    return moved;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
};

/** Areas that came, went, moved or got another name. The crosswalk is made only where ground moved. */
export const changesOfAreas = (before: AreaCollection, after: AreaCollection): SnapshotChange[] => {
  const [old, later] = [byId(before), byId(after)];
  const unmoved = unmovedAreas(before, after);
  const gone = before.features.filter(({ id }) => !unmoved.has(id));
  const ground = gone.length === 0 ? undefined : groundOf(before, after);
  const changes: SnapshotChange[] = [];
  if (before.version !== after.version)
    changes.push({ code: 'areas-edition', from: before.version ?? null, to: after.version ?? null });
  for (const { id, properties } of before.features) {
    const now = later.get(id);
    const place = { area: id, names: (now ?? { properties }).properties.names };
    if (!unmoved.has(id))
      changes.push({ code: now ? 'area-moved' : 'area-removed', ...place, ground: ground?.get(id) ?? [] });
    if (now && canonicalJson(now.properties.names) !== canonicalJson(properties.names))
      changes.push({ code: 'area-renamed', ...place, from: properties.names });
  }
  for (const { id, properties } of after.features)
    if (!old.has(id)) changes.push({ code: 'area-added', area: id, names: properties.names });
  return changes;
};

/** Names of a place for the reader: the later ones; those of the city for null. */
export const namesOfAreas = (
  cityNames: Names,
  ...collections: readonly AreaCollection[]
): ((area: string | null) => { area: string | null; names: Names }) => {
  const names = new Map(
    collections.flatMap(({ features }) =>
      features.map(({ id, properties }): [string, Names] => [id, properties.names]),
    ),
  );
  return (area) => ({ area, names: area === null ? cityNames : (names.get(area) ?? { en: area }) });
};
