import type { Position } from '@marsad/records';

/** Seven decimals of a degree are about a centimetre: finer digits are noise of the file. */
export const DECIMALS = 7;

/**
 * Outlines are compared in units of 10⁻⁷ degrees. Rounded coordinates are then whole numbers, on which plain arithmetic is
 * exact within an area of up to nine degrees (differences below 2²⁶·⁵, so that their products stay below 2⁵³).
 */
export const UNITS = 10 ** DECIMALS;

/** Degrees to units. */
export const toUnits = ([x, y]: Position): Position => [Math.round(x * UNITS), Math.round(y * UNITS)];

/** Units to degrees. */
export const toDegrees = ([x, y]: Position): Position => [x / UNITS, y / UNITS];
