import type { Signal } from '@marsad/records/snapshot';
import type { RateClass } from './classes.js';

/** Hexadecimal sRGB colours of the five classes, lightest for the lowest share. */
export type Palette = Record<RateClass, string>;

/** For what is hostile: straw to dark plum. Lightness falls evenly, so that it also reads without colour. */
const HOSTILE: Palette = {
  'rate-1': '#fdf0d5',
  'rate-2': '#f7c795',
  'rate-3': '#e58a73',
  'rate-4': '#b04a6d',
  'rate-5': '#5e1a50',
};

/** For solidarity and counter-speech: good news is not painted in the colours of harm. */
const BRIDGING: Palette = {
  'rate-1': '#eef5e6',
  'rate-2': '#bcdcc0',
  'rate-3': '#76b7a6',
  'rate-4': '#2f8186',
  'rate-5': '#10465c',
};

/** The colours of a signal's classes. */
export const paletteOf = (signal: Signal): Palette => (signal === 'bridging' ? BRIDGING : HOSTILE);

export const PALETTES: readonly Palette[] = [HOSTILE, BRIDGING];

/** The three silences: a texture on a ground of their own. */
export const SILENCE = {
  suppressed: { ground: '#e3e6ea', ink: '#7b8794' },
  'other-weeks': { ground: '#eff3f8', ink: '#8a9bb0' },
  'no-data': { ground: '#ffffff', ink: '#b4bcc6' },
} as const;
