import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Recipe, recipe } from './recipe.js';

/** Texts of our own that ship with the package; the paths are the same from `src` and from `dist`. */
export const TRAINING = fileURLToPath(new URL('../../training/', import.meta.url));
/** The development suites: nothing is fitted on them, thresholds are chosen by them. */
export const SUITES = fileURLToPath(new URL('../../test/functional/', import.meta.url));

/** Names of the recipes that ship: those of the models that ship. */
export const recipeNames = (): string[] =>
  readdirSync(`${TRAINING}recipes`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

/** A recipe that ships. */
export const shippedRecipe = (name: string): Recipe =>
  recipe.parse(JSON.parse(readFileSync(`${TRAINING}recipes/${name}.json`, 'utf8')));
