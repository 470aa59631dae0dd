import { resolve } from 'node:path';
import type { LoadedCity } from '../config/load-city.js';

/** What city.yaml says of judging: the engine, and the absolute paths of the city's own lexicons. */
export const cityClassifier = ({ config, folder }: LoadedCity): { engine: string; lexicons: string[] } => ({
  engine: config.classify.engine,
  lexicons: config.classify.lexicons.map((path) => resolve(folder, path)),
});
