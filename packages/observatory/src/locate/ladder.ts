import type { Rung } from '@marsad/records';
import { byCoordinates } from './by-coordinates.js';
import { byMention } from './by-mention.js';
import { byPlaceTag } from './by-place-tag.js';
import { bySourceHome } from './by-source-home.js';
import { farAway } from './far-away.js';
import type { RungStep } from './world.js';

/**
 * The rungs in the order in which they are asked, surest first. A post that names no neighbourhood and was written far
 * away is not of the city, whatever its source is about. What finds no area stands on the rung `city`.
 */
export const LADDER: readonly { rung: Rung; find: RungStep }[] = [
  { rung: 'coordinates', find: byCoordinates },
  { rung: 'place-tag', find: byPlaceTag },
  { rung: 'mention', find: byMention },
  { rung: 'none', find: farAway },
  { rung: 'source-home', find: bySourceHome },
];
