import { type AreaCollection, InputError } from '@marsad/records';
import { checkAreas } from './check-areas.js';
import type { FeatureList } from './formats/feature-list.js';

export interface LoadedAreas {
  areas: AreaCollection;
  /** what was mended and what looks wrong, in sentences */
  warnings: string[];
}

/** Repairs are named one by one up to this many; `areas check` names all. */
const MOST_NAMED = 5;

/**
 * Reads a city's neighbourhoods from a GeoJSON FeatureCollection: Marsad's own shape (`properties.names`) or
 * boundaries as published elsewhere (`name`, `name_ar`, `name_fr`, `name_en`, `district`, `population`). Areas come
 * back sorted by id.
 * @param file name of the file, for messages
 * @param options.nameField property that holds the name, where it is not one of those
 * @throws InputError naming file, feature and position, what was expected and what came
 */
export const loadAreas = (geojson: unknown, options: { file: string; nameField?: string }): LoadedAreas => {
  const { file, nameField } = options;
  const { type, features } = (geojson ?? {}) as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    const got = type === undefined ? JSON.stringify(geojson)?.slice(0, 40) : `type ${JSON.stringify(type)}`;
    throw new InputError('not-features', `${file}: expected a GeoJSON FeatureCollection, got ${got}`);
  }
  const fields = nameField === undefined ? {} : { name: { plain: nameField } };
  const { areas, repairs, warnings, problems } = checkAreas([{ file, list: geojson as FeatureList }], { fields });
  const [problem] = problems;
  if (problem !== undefined || areas === undefined) {
    const others = problems.length - 1;
    const more = others > 0 ? ` (and ${others} more ${others === 1 ? 'problem' : 'problems'})` : '';
    throw new InputError(problem?.error.code ?? 'no-areas', `${problem?.error.message ?? file}${more}`, {
      ...(problem?.error.remedy !== undefined && { remedy: problem.error.remedy }),
    });
  }
  const named = repairs.slice(0, MOST_NAMED).map(({ where, what }) => `${where}: ${what}`);
  const left = repairs.length - named.length;
  if (left > 0) named.push(`${file}: and ${left} more repairs; \`marsad areas check\` lists them`);
  return { areas, warnings: [...named, ...warnings] };
};
