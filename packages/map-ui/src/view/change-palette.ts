import type { CHANGE_CLASSES } from './change.js';

/**
 * Blue for a fall and orange for a rise, whatever the signal: neither is good or bad in itself, and the two stay apart for
 * eyes that cannot tell red from green. No two are equally light, so that they read without colour too.
 */
export const CHANGE_PALETTE: Readonly<Record<(typeof CHANGE_CLASSES)[number], string>> = {
  'fall-strong': '#0b3c6f',
  fall: '#5f9fcb',
  'no-clear-change': '#f6f4ef',
  rise: '#fdc37a',
  'rise-strong': '#b4530a',
};
