import type { Signal } from '@marsad/records/snapshot';
import { FLAGGED_CLASSES, type FlaggedClass, RATE_CLASSES, type RateClass } from './classes.js';

/** Hexadecimal sRGB colours of all classes that are a colour. */
export type Palette = Readonly<Record<RateClass | FlaggedClass, string>>;

type Five = readonly [string, string, string, string, string];

/** For what is hostile: straw to dark plum. Lightness falls evenly, so that it also reads without colour. */
const HOSTILE: Five = ['#fdf0d5', '#f7c795', '#e58a73', '#b04a6d', '#5e1a50'];

/** For solidarity and counter-speech: good news is not painted in the colours of harm. */
const BRIDGING: Five = ['#eef5e6', '#bcdcc0', '#76b7a6', '#2f8186', '#10465c'];

/** Uncorrected shares: a drawing in pencil, with a breath of the colours they would have. */
const HOSTILE_PENCIL: Five = ['#f3f0ee', '#d6cecb', '#ada19e', '#7a6c6b', '#433739'];
const BRIDGING_PENCIL: Five = ['#eef2f0', '#cbd6d2', '#9bada8', '#667b78', '#304546'];

/** What is not sure enough for any class. */
const UNSURE = '#d3d6da';
/**
 * The same of uncorrected shares: among greys, a grey would pass for a low share, so that what is unsure is cold: as pale and
 * as little blue as keeps it apart from them under every sight.
 */
const UNSURE_PENCIL = '#d6e2f2';

const channelsOf = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** The mean of colours, drawn towards the colour of what is unsure by a share from 0 to 1. */
const mixed = (colours: readonly string[], towards: number, unsureColour: string): string => {
  const channels = colours.map(channelsOf);
  const mean = channelsOf(unsureColour).map((unsure, at) => {
    const sum = channels.reduce((total, colour) => total + (colour[at] ?? 0), 0);
    return (1 - towards) * (sum / colours.length) + towards * unsure;
  });
  return `#${mean.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
};

/** How far classes of one, two, three and more are drawn towards grey: the less sure, the more alike they look. */
const FADE = [0, 0.3, 0.55, 1] as const;

const paletteFrom = (five: Five, pencil: Five): Palette => {
  const colours = (rows: readonly (readonly string[])[], of: Five, unsure: string) =>
    rows.flatMap((row, span) =>
      row.map((name, at) => [name, mixed(of.slice(at, at + span + 1), FADE[span] ?? 1, unsure)] as const),
    );
  return Object.fromEntries([
    ...colours(RATE_CLASSES, five, UNSURE),
    ...colours(FLAGGED_CLASSES, pencil, UNSURE_PENCIL),
  ]) as Record<RateClass | FlaggedClass, string>;
};

const HOSTILE_PALETTE = paletteFrom(HOSTILE, HOSTILE_PENCIL);
const BRIDGING_PALETTE = paletteFrom(BRIDGING, BRIDGING_PENCIL);

/** The colours of a signal's classes. */
export const paletteOf = (signal: Signal): Palette => (signal === 'bridging' ? BRIDGING_PALETTE : HOSTILE_PALETTE);

export const PALETTES: readonly Palette[] = [HOSTILE_PALETTE, BRIDGING_PALETTE];

/** Textures, each on a ground of its own: what cannot be told from the city, and the three silences. */
export const SILENCE = {
  'cannot-tell': { ground: '#f7f4ec', ink: '#bbb09b' },
  suppressed: { ground: '#e3e6ea', ink: '#7b8794' },
  'other-weeks': { ground: '#eff3f8', ink: '#8a9bb0' },
  'no-data': { ground: '#ffffff', ink: '#b4bcc6' },
} as const;
