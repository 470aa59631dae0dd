import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Loads a library that one of our packages depends on: what we build on is what we are measured against.
 * @param {string} owner folder in packages/
 * @param {string} library
 */
export const peer = (owner, library) => {
  const { resolve } = createRequire(new URL(`../packages/${owner}/package.json`, import.meta.url));
  return import(pathToFileURL(resolve(library)).href);
};

/**
 * Loads one of our packages as it was built.
 * @param {string} name folder in packages/
 * @param {string} file in its dist/, for what the package itself does not hand out
 */
export const ours = (name, file = 'index.js') =>
  import(new URL(`../packages/${name}/dist/${file}`, import.meta.url).href);
