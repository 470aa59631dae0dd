import { type AreaCollection, InputError } from '@marsad/records';
import { acceptedAreas } from './accepted-areas.js';
import { checkAreas } from './check-areas.js';
import { asFeatureList } from './formats/feature-list.js';
import { shown } from './shown.js';

export interface LoadedAreas {
  areas: AreaCollection;
  /** what was mended and what looks wrong, in sentences */
  warnings: string[];
}

/** Repairs are named one by one up to this many; `areas check` names all. */
const MOST_NAMED = 5;

/**
 * Reads a city's neighbourhoods from a GeoJSON FeatureCollection (or one Feature): Marsad's own shape (`properties.names`) or
 * boundaries as published elsewhere (`name`, `name_ar`, `name_fr`, `name_en`, `district`, `population`). Areas come
 * back sorted by id.
 * @param file name of the file, for messages
 * @param options.nameField property that holds the name, where it is not one of those
 * @throws InputError naming file, feature and position, what was expected and what came
 */
export const loadAreas = (geojson: unknown, options: { file: string; nameField?: string }): LoadedAreas => {
  const { file, nameField } = options;
  const list = asFeatureList(geojson);
  if (list === undefined) {
    const { type } = (geojson ?? {}) as { type?: unknown };
    const got = type === undefined ? shown(geojson) : `type ${shown(type)}`;
    throw new InputError('not-features', `${file}: expected a GeoJSON FeatureCollection, got ${got}`);
  }
  const fields = nameField === undefined ? {} : { name: { plain: nameField } };
  const checked = checkAreas([{ file, list }], { fields });
  const areas = acceptedAreas(checked, file);
  const { repairs, warnings } = checked;
  const named = repairs.slice(0, MOST_NAMED).map(({ where, what }) => `${where}: ${what}`);
  const left = repairs.length - named.length;
  if (left > 0) named.push(`${file}: and ${left} more repairs; \`marsad areas check\` lists them`);
  return { areas, warnings: [...named, ...warnings] };
};
