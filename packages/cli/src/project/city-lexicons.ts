import { resolve } from 'node:path';
import type { LoadedCity } from '../config/load-city.js';

/** Absolute paths of the lexicons that city.yaml names. */
export const cityLexicons = ({ config, folder }: LoadedCity): string[] =>
  config.classify.lexicons.map((path) => resolve(folder, path));
