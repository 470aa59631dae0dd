import { CLASS_BOUNDS } from './classes.js';

/** Decimals are added until this many; a share of fewer than a billion posts never needs more. */
const MOST_DIGITS = 9;

/** Wider than the error of floating point, narrower than any share of posts. */
const SLACK = 1e-12;

/**
 * How many decimals a share (0–1) is written with as a percentage: one below 10 %, because whole numbers would hide the
 * difference between 1 and 2 %, none above; and more just below a bound of the classes, so that a share never reads as
 * the bound itself, which has another colour.
 */
export const percentDigits = (share: number): number => {
  let digits = share < 0.1 ? 1 : 0;
  const readsAsBound = (): boolean =>
    CLASS_BOUNDS.some((bound) => share < bound && share >= bound - 0.005 / 10 ** digits - SLACK);
  while (digits < MOST_DIGITS && readsAsBound()) digits += 1;
  return digits;
};
