import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gazetteerFrom, loadAreas, parseGazetteer, type StrayLine } from '@marsad/observatory';
import { type AreaCollection, InputError } from '@marsad/records';
import type { LoadedCity } from '../config/load-city.js';

export interface Places {
  areas: AreaCollection;
  /** what was repaired in the boundaries, in words */
  warnings: string[];
  gazetteer: ReturnType<typeof gazetteerFrom>;
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
 * Reads the boundaries that city.yaml names.
 * @throws InputError naming file and feature
 */
export const loadBoundaries = async (city: LoadedCity): Promise<Pick<Places, 'areas' | 'warnings'>> => {
  const { boundaries } = city.config;
  const geojson = parseJson(await readText(boundaries, 'boundaries', city), boundaries);
  return loadAreas(geojson, { file: boundaries });
};

/**
 * Reads the gazetteer that city.yaml names; empty when it names none.
 * @param dropStray takes the lines whose area the boundaries lack; an error when absent
 * @throws InputError naming file and line
 */
export const loadGazetteer = async (
  city: LoadedCity,
  areas: AreaCollection,
  dropStray?: (stray: StrayLine) => void,
): Promise<ReturnType<typeof parseGazetteer>> => {
  const { gazetteer: file } = city.config;
  if (!file) return [];
  const text = await readText(file, 'gazetteer', city);
  return parseGazetteer(text, { file, areas, ...(dropStray && { dropStray }) });
};

/**
 * Reads the boundaries and the gazetteer that city.yaml names.
 * @throws InputError naming file and feature or line
 */
export const loadPlaces = async (city: LoadedCity): Promise<Places> => {
  const { areas, warnings } = await loadBoundaries(city);
  return { areas, warnings, gazetteer: gazetteerFrom(areas, await loadGazetteer(city, areas)) };
};
