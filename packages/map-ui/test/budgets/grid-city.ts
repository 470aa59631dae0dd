import type { LoadedSnapshot } from '../../src/snapshot/load.js';

type Files = Pick<LoadedSnapshot, 'manifest' | 'areas' | 'blocks'>;

// A module of bench/, which is plain JavaScript: its types are said here. The bench of the page is made of the same cities.
const made: { gridCity: (size: number) => Files } = await import(
  new URL('../../../../bench/corpora/grid-city.mjs', import.meta.url).href
);

/** A made city of so many neighbourhoods over 52 weeks. */
export const gridCity = made.gridCity;
