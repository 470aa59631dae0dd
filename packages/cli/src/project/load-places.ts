import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gazetteerFrom, loadAreas, parseGazetteer } from '@marsad/observatory';
import { type AreaCollection, InputError } from '@marsad/records';
import type { LoadedCity } from '../config/load-city.js';

export interface Places {
  areas: AreaCollection;
  /** what was repaired in the boundaries, in words */
  warnings: string[];
  gazetteer: ReturnType<typeof gazetteerFrom>;
  /** the lines of the gazetteer file alone */
  listed: ReturnType<typeof parseGazetteer>;
}

const readText = async (path: string, field: string, city: LoadedCity): Promise<string> => {
  try {
    return await readFile(resolve(city.folder, path), 'utf8');
  } catch (cause) {
    throw new InputError('file-missing', `${city.file}: ${field}: expected a file at ${path}, but it cannot be read`, {
      cause,
      remedy: `Put the file there or correct \`${field}\`.`,
    });
  }
};

/** Parses JSON; the error names the file. */
export const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError('not-json', `${file}: expected JSON, got ${(cause as Error).message}`, { cause });
  }
};

/**
 * Reads the boundaries and the gazetteer that city.yaml names.
 * @throws InputError naming file and feature or line
 */
export const loadPlaces = async (city: LoadedCity): Promise<Places> => {
  const { boundaries, gazetteer } = city.config;
  const geojson = parseJson(await readText(boundaries, 'boundaries', city), boundaries);
  const { areas, warnings } = loadAreas(geojson, { file: boundaries });
  const listed = gazetteer
    ? parseGazetteer(await readText(gazetteer, 'gazetteer', city), { file: gazetteer, areas })
    : [];
  return { areas, warnings, gazetteer: gazetteerFrom(areas, listed), listed };
};
