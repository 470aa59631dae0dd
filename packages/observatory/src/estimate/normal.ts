import { errorFunction } from 'simple-statistics';

/** Φ(z): share of a normal distribution under z (simple-statistics' error function, absolute error under 2e-7). */
export const normalBelow = (z: number): number => Math.min(1, Math.max(0, 0.5 * (1 + errorFunction(z / Math.SQRT2))));

/** Chance of a standard normal value at least as far from 0 as `z`, on either side. */
export const twoSided = (z: number): number => Math.min(1, 2 * normalBelow(-Math.abs(z)));
