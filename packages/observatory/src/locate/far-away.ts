import { NOWHERE, type RungStep } from './world.js';

/** About ten kilometres: suburbs beyond the boundaries still talk of the city. */
const AROUND = 0.1;

/** A post whose own coordinates lie far outside all areas is elsewhere. */
export const farAway: RungStep = ({ coordinates }, { box: [west, south, east, north] }) => {
  if (coordinates === null) return NOWHERE;
  const [lng, lat] = coordinates;
  const isAround = lng >= west - AROUND && lng <= east + AROUND && lat >= south - AROUND && lat <= north + AROUND;
  return isAround ? NOWHERE : { areas: [], candidates: [], elsewhere: true };
};
