import { InputError, type Names } from '@marsad/records';
import { slugOf } from './name-areas.js';

/** A feature as the hierarchy sees it. */
export interface Level {
  id: string;
  names: Names;
  where: string;
  /** what its parent field says: the id or name of another feature, or the name of a district that has none */
  parent: string | undefined;
}

export interface Hierarchy {
  /** per feature: whether nothing names it as its parent, so that it is a neighbourhood */
  isNeighbourhood: boolean[];
  /** per feature: id of the district it lies in */
  district: (string | null)[];
  /** names of the districts by id */
  districts: ReadonlyMap<string, Names>;
}

const namesOfText = (text: string): Names => (/\p{Script=Arabic}/u.test(text) ? { ar: text } : { en: text });

/**
 * Sorts features into neighbourhood → district → city by the field that names the parent. What no other feature names as
 * its parent is a neighbourhood. A parent that is no feature of the file is a district known by name alone; one feature
 * above all others and nothing between is the city.
 * @throws InputError when features lie within each other in a ring, or more than three deep
 */
export const hierarchyOf = (features: readonly Level[]): Hierarchy => {
  const byKey = new Map<string, number>();
  // Ids count before names, earlier features before later ones.
  features.forEach(({ names }, index) => {
    for (const name of [names.en, names.fr, names.ar])
      if (name !== undefined && !byKey.has(name)) byKey.set(name, index);
  });
  features.forEach(({ id }, index) => {
    byKey.set(id, index);
  });
  const parentOf = features.map(({ parent }, index) => {
    const at = parent === undefined ? undefined : byKey.get(parent);
    return at === index ? undefined : at;
  });
  const parents = new Set(parentOf.filter((at) => at !== undefined));
  const isNeighbourhood = features.map((_, index) => !parents.has(index));
  const [only] = parents;
  const isOneCity = parents.size === 1 && features.every((_, index) => index === only || parentOf[index] === only);

  const districts = new Map<string, Names>();
  const district = features.map((feature, index): string | null => {
    const above: number[] = [];
    for (let at = parentOf[index]; at !== undefined; at = parentOf[at]) {
      if (above.includes(at) || at === index)
        throw new InputError('parent-loop', `${feature.where}: expected a parent above it, got itself`);
      above.push(at);
      if (above.length > 2)
        throw new InputError(
          'too-deep',
          `${feature.where}: expected neighbourhood, district and city, got a fourth level`,
          {
            remedy: 'Leave the lowest or the highest level out of the file.',
          },
        );
    }
    if (!isNeighbourhood[index]) return null;
    const [first] = above;
    const parent = first === undefined || isOneCity ? undefined : features[first];
    if (parent) {
      districts.set(parent.id, parent.names);
      return parent.id;
    }
    if (feature.parent === undefined || first !== undefined) return null;
    const id = slugOf(feature.parent);
    if (!districts.has(id)) districts.set(id, namesOfText(feature.parent));
    return id;
  });
  return { isNeighbourhood, district, districts };
};
