import { InputError } from '@marsad/records';

/** A file of boundaries may be this large, packed or unpacked: cities have 0.1 to 5 MB, whole countries about 100. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** Vertices of all areas together: 25 times those of the largest city measured. */
export const MOST_VERTICES = 2_000_000;

/** Areas in one file. */
export const MOST_FEATURES = 50_000;

/** The error for a file beyond a limit. */
export const tooLarge = (where: string, what: string, most: number, got: number | string): InputError =>
  new InputError('too-large', `${where}: expected at most ${most.toLocaleString('en')} ${what}, got ${got}`, {
    remedy: 'Take out what lies beyond the city, or simplify the outlines.',
  });
