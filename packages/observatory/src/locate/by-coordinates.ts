import { NOWHERE, type RungStep, surely } from './world.js';

/** The area that holds the post's own coordinates. Coordinates outside every area say nothing. */
export const byCoordinates: RungStep = ({ coordinates }, { areas }) => {
  if (coordinates === null) return NOWHERE;
  const area = areas.containing(...coordinates);
  return area === undefined ? NOWHERE : surely([area]);
};
