import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { crosswalk, loadAreas, parseGazetteer } from '@marsad/observatory';
import { type AreaCollection, InputError } from '@marsad/records';
import type { LoadedCity } from '../config/load-city.js';
import { crosswalkCsv } from '../report/crosswalk-csv.js';
import { parseJson } from './load-places.js';

export interface ImportedAreas {
  /** version of the areas that were there before; null when there were none that could be read */
  before: string | null;
  /** false when the very same areas were there already */
  changed: boolean;
  /** files that were written, relative to the city's folder */
  written: string[];
  /** what in the city no longer fits, in sentences */
  warnings: string[];
}

/** A version as part of a file name. */
const fileNameOf = (version: string): string =>
  version.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'areas';

const replaceFile = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
};

/** The areas that the city has now; undefined when there are none, or none that can be used. */
const presentAreas = async (path: string, file: string): Promise<AreaCollection | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return loadAreas(parseJson(text, file), { file }).areas;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
};

/** Homes and gazetteer lines that name areas which are no more. */
const noLongerFitting = async ({ config, folder }: LoadedCity, areas: AreaCollection): Promise<string[]> => {
  const known = new Set(areas.features.map(({ id }) => id));
  const warnings = config.sources.flatMap(({ id, home }) =>
    home === undefined || home === null || known.has(home)
      ? []
      : [`city.yaml: source ${id}: its home ${home} is no neighbourhood any more`],
  );
  const text = config.gazetteer && (await readFile(resolve(folder, config.gazetteer), 'utf8').catch(() => undefined));
  if (!text || !config.gazetteer) return warnings;
  try {
    parseGazetteer(text, { file: config.gazetteer, areas });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    warnings.push(error.remedy === undefined ? error.message : `${error.message}\n→ ${error.remedy}`);
  }
  return warnings;
};

/**
 * Puts areas in the place of those that a city has. The earlier version is kept in `areas/`, with the crosswalk from it
 * to the new one. Posts are placed anew by the next run.
 * @throws InputError when city.yaml names no GeoJSON file, or two versions would have one label
 */
export const importAreas = async (city: LoadedCity, areas: AreaCollection): Promise<ImportedAreas> => {
  const { boundaries } = city.config;
  if (!/\.(geo)?json$/i.test(boundaries))
    throw new InputError('bad-boundaries', `${city.file}: boundaries: expected a name in .geojson, got ${boundaries}`, {
      remedy: 'Write `boundaries: neighbourhoods.geojson` there: that file is written by the import.',
    });
  const path = resolve(city.folder, boundaries);
  const text = `${JSON.stringify(areas)}\n`;
  const old = await presentAreas(path, boundaries);
  const warnings = await noLongerFitting(city, areas);
  if (old && `${JSON.stringify(old)}\n` === text)
    return { before: old.version ?? null, changed: false, written: [], warnings };

  const written: string[] = [];
  if (old) {
    const [from, to] = [fileNameOf(old.version ?? 'before'), fileNameOf(areas.version ?? 'after')];
    if (from === to)
      throw new InputError('same-version', `expected a label of its own for the new areas, got ${from} again`, {
        remedy: 'Give the new ones another: --edition LABEL.',
      });
    const kept = join('areas', `${from}.geojson`);
    const table = join('areas', `${from}-to-${to}.csv`);
    await replaceFile(join(city.folder, kept), `${JSON.stringify(old)}\n`);
    await replaceFile(join(city.folder, table), crosswalkCsv(crosswalk(old, areas)));
    written.push(kept, table);
  }
  await replaceFile(path, text);
  return { before: old?.version ?? null, changed: true, written: [...written, boundaries], warnings };
};
