import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openStore, type Store } from '@marsad/store';
import { type LoadedCity, loadCity } from '../config/load-city.js';
import { type ProjectPaths, projectPaths } from './paths.js';

/** A city's folder with its database open. */
export interface Project {
  city: LoadedCity;
  paths: ProjectPaths;
  store: Store;
}

/**
 * Opens the project of a city.yaml, makes its database when there is none, and closes it after `work`.
 * @param options.dry leaves no database behind where there was none
 */
export const withProject = async <Result>(
  configPath: string,
  work: (project: Project) => Promise<Result>,
  options: { dry?: boolean | undefined } = {},
): Promise<Result> => {
  const city = await loadCity(configPath);
  const paths = projectPaths(city.folder);
  const inMemory = options.dry === true && !existsSync(paths.database);
  if (!inMemory) await mkdir(dirname(paths.database), { recursive: true });
  const store = await openStore(inMemory ? ':memory:' : paths.database);
  try {
    return await work({ city, paths, store });
  } finally {
    await store.close();
  }
};
