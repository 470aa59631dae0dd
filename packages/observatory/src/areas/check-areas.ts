import { type Area, type AreaCollection, contentId, InputError, type Names } from '@marsad/records';
import type { FeatureList } from './formats/feature-list.js';
import { MOST_FEATURES, MOST_VERTICES, tooLarge } from './formats/limits.js';
import { foreignCrs } from './formats/reference-system.js';
import { type Hierarchy, hierarchyOf } from './hierarchy.js';
import { oneForAllNameless } from './missing-names.js';
import { idsOf } from './name-areas.js';
import type { AreaProblem } from './problems.js';
import { type ReadFeature, readFeature } from './read-feature.js';
import type { AreaFields } from './read-fields.js';
import { asGeometry } from './read-geometry.js';
import type { Repairs } from './repair-rings.js';
import { sameNameWarnings } from './same-names.js';
import { settleOverlaps } from './settle-overlaps.js';

/** One thing that was mended. */
interface Repair {
  /** file and feature */
  where: string;
  what: string;
}

export interface CheckedAreas {
  /** the neighbourhoods, sorted by id; undefined while there are problems */
  areas: AreaCollection | undefined;
  /** names of the districts that the parent field told of, by id */
  districts: ReadonlyMap<string, Names>;
  repairs: Repair[];
  warnings: string[];
  problems: AreaProblem[];
}

const repairsOf = (where: string, { closed, rewound, duplicates, holesDropped, cutAtDateLine }: Repairs): Repair[] =>
  [
    { count: closed, one: 'open ring was closed', more: 'open rings were closed' },
    {
      count: rewound,
      one: 'ring ran the wrong way round and was turned',
      more: 'rings ran the wrong way round and were turned',
    },
    {
      count: duplicates,
      one: 'repeated vertex was left out (at seven decimals)',
      more: 'repeated vertices were left out (at seven decimals)',
    },
    {
      count: holesDropped,
      one: 'hole that encloses nothing was left out',
      more: 'holes that enclose nothing were left out',
    },
    {
      count: cutAtDateLine,
      one: 'part was brought back from beyond the 180th meridian',
      more: 'parts were made of what lies across the 180th meridian',
    },
  ].flatMap(({ count, one, more }) => (count > 0 ? [{ where, what: `${count} ${count === 1 ? one : more}` }] : []));

/** Reads all features of all files, within the limits. */
const readAll = (files: readonly { file: string; list: FeatureList }[], fields: AreaFields) => {
  const warnings: string[] = [];
  let vertices = 0;
  const features = files.flatMap(({ file, list }) => {
    if (list.features.length > MOST_FEATURES) throw tooLarge(file, 'areas', MOST_FEATURES, list.features.length);
    const crs = foreignCrs(list.crs);
    if (crs && !crs.projected)
      warnings.push(`${file}: it declares ${crs.name}, but WGS 84 is expected: check that the outlines lie right`);
    return list.features.map((feature, index): ReadFeature => {
      const read = readFeature(feature, { file, at: index + 1, crs, fields });
      vertices += read.parts.flat().reduce((sum, ring) => sum + ring.length, 0);
      if (vertices > MOST_VERTICES) throw tooLarge(file, 'vertices', MOST_VERTICES, 'more');
      return read;
    });
  });
  return { features, warnings };
};

/** A file in metres is refused for its first feature: the others say the same. */
const withoutRepeats = (problems: readonly AreaProblem[]): AreaProblem[] => {
  const first = problems.find(({ error }) => error.code === 'not-wgs84');
  return problems.filter((problem) => problem === first || problem.error.code !== 'not-wgs84');
};

/** Ids and levels; what is wrong with them is a problem of the whole. */
const arrange = (features: readonly ReadFeature[], fields: AreaFields): { ids: string[]; levels: Hierarchy } => {
  const ids = idsOf(features);
  if (fields.parent !== undefined)
    return { ids, levels: hierarchyOf(features.map((feature, at) => ({ ...feature, id: ids[at] ?? '' }))) };
  return {
    ids,
    levels: {
      isNeighbourhood: features.map(() => true),
      district: features.map(({ parent }) => parent ?? null),
      districts: new Map(),
    },
  };
};

const versionOf = (given: unknown, areas: readonly Area[]): string =>
  typeof given === 'string' && given !== ''
    ? given.slice(0, 100)
    : contentId('areas', JSON.stringify(areas)).slice(0, 12);

/**
 * Looks at a city's boundaries: repairs what can be repaired without a guess (winding, unclosed rings, repeated vertices,
 * enclaves drawn twice), finds what cannot (outlines that cross or touch themselves, holes outside, overlaps above
 * `TOLERANCE`, coordinates that are no degrees), and sorts neighbourhoods from the districts and the city above them.
 * @param files features of one or more files, whose names stand in messages
 * @param options.fields which properties hold what
 * @param options.version label of this edition; the file's own, or a hash of the areas, when absent
 * @throws InputError when there is nothing to look at, or more than a city can have
 */
export const checkAreas = (
  files: readonly { file: string; list: FeatureList }[],
  options: { fields?: AreaFields; version?: string | undefined } = {},
): CheckedAreas => {
  const { fields = {} } = options;
  const names = files.map(({ file }) => file).join(', ');
  if (files.every(({ list }) => list.features.length === 0))
    throw new InputError('no-areas', `${names}: expected at least one polygon, got none`);
  const { features, warnings } = readAll(files, fields);
  const repairs = features.flatMap(({ where, repairs: own }) => repairsOf(where, own));
  const found = features.flatMap((feature) => feature.problems);
  const once = withoutRepeats(found);
  const alike = found.length - once.length;
  const problems = oneForAllNameless(once, features, { files: files.map(({ file }) => file), fields: fields.name });
  if (alike > 0)
    warnings.push(`${names}: ${alike === 1 ? '1 more feature lies' : `${alike} more features lie`} outside WGS 84`);
  for (const feature of features) warnings.push(...feature.warnings);
  const failed = { areas: undefined, districts: new Map<string, Names>(), repairs, warnings, problems };

  let arranged: ReturnType<typeof arrange>;
  try {
    arranged = arrange(features, fields);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push({ where: names, error, position: undefined, outlines: [] });
    return failed;
  }
  const { ids, levels } = arranged;
  // A feature with a fault is left out of the overlaps: its ground is not known.
  const sound = features.flatMap((feature, at) =>
    levels.isNeighbourhood[at] && feature.problems.length === 0 ? [{ ...feature, at, id: ids[at] ?? '' }] : [],
  );
  warnings.push(
    ...sameNameWarnings(
      sound.map((feature) => ({ ...feature, district: levels.district[feature.at] ?? null })),
      names,
    ),
  );
  const settled = settleOverlaps(sound, names);
  repairs.push(...settled.repairs);
  warnings.push(...settled.warnings);
  problems.push(...settled.problems);
  if (problems.length > 0) return failed;

  const areas = sound
    .map(({ id, at, names: own, population }, index): Area => {
      const district = levels.district[at] ?? null;
      const geometry = asGeometry(settled.parts[index] ?? []);
      return { type: 'Feature', id, properties: { names: own, district, population }, geometry };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const own = files.length === 1 ? files[0]?.list.version : undefined;
  const version = versionOf(options.version ?? own, areas);
  return { ...failed, areas: { type: 'FeatureCollection', version, features: areas }, districts: levels.districts };
};
