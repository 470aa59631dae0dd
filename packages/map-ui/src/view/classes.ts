import type { Interval } from '@marsad/records/snapshot';

/** Lower bounds (shares) of the five classes. Fixed, so that a colour means the same in every week, target and city. */
export const CLASS_BOUNDS = [0, 0.02, 0.05, 0.1, 0.2] as const;

/**
 * Classes of a corrected share by how many of the five its interval touches: one, two, three, more. The wider the interval,
 * the fewer classes there are (value-suppressing: Correll, Moritz & Heer, CHI 2018).
 */
export const RATE_CLASSES = [
  ['rate-1', 'rate-2', 'rate-3', 'rate-4', 'rate-5'],
  ['rate-1-2', 'rate-2-3', 'rate-3-4', 'rate-4-5'],
  ['rate-1-3', 'rate-2-4', 'rate-3-5'],
  ['rate-any'],
] as const;
export type RateClass = (typeof RATE_CLASSES)[number][number];

/**
 * The same of what the model flags, uncorrected: names and colours of their own, so that it never passes for a corrected
 * share. They merge alike: none flagged of few posts is not a sure nought.
 */
export const FLAGGED_CLASSES = [
  ['flagged-1', 'flagged-2', 'flagged-3', 'flagged-4', 'flagged-5'],
  ['flagged-1-2', 'flagged-2-3', 'flagged-3-4', 'flagged-4-5'],
  ['flagged-1-3', 'flagged-2-4', 'flagged-3-5'],
  ['flagged-any'],
] as const;
export type FlaggedClass = (typeof FLAGGED_CLASSES)[number][number];

/** What is a texture and never a colour of the scale: the three silences, and what cannot be told from the city. */
const TEXTURES = ['cannot-tell', 'suppressed', 'other-weeks', 'no-data'] as const;
export type Texture = (typeof TEXTURES)[number];

/** What an area looks like. */
export type AreaClass = FlaggedClass | RateClass | Texture;

/** The colours that a legend explains, a row for each sureness. */
export const legendRows = (corrected: boolean): readonly (readonly (FlaggedClass | RateClass)[])[] =>
  corrected ? RATE_CLASSES : FLAGGED_CLASSES;

/** The textures that a legend explains: uncorrected shares are not compared with the city. */
export const legendTextures = (corrected: boolean): readonly Texture[] =>
  TEXTURES.filter((texture) => corrected || texture !== 'cannot-tell');

/** All classes in the order in which a legend names them. */
export const AREA_CLASSES: readonly AreaClass[] = [...RATE_CLASSES.flat(), ...FLAGGED_CLASSES.flat(), ...TEXTURES];

export const isTexture = (areaClass: AreaClass): areaClass is Texture => TEXTURES.some((one) => one === areaClass);

/** Position of the class of a share; a bound belongs to the class above it. */
const positionOf = (share: number): number => CLASS_BOUNDS.filter((bound) => share >= bound).length - 1;

/** The classes that an interval touches: how many beyond the first, and which is the first. An upper end that stands on a bound does not touch the class above. */
const touchedBy = ({ low, high }: Interval): { span: number; first: number } => {
  const first = positionOf(low);
  const onBound = CLASS_BOUNDS.some((bound) => bound === high) && high > low;
  const last = Math.max(first, positionOf(high) - (onBound ? 1 : 0));
  return { span: last - first, first };
};

/** The class of a corrected share: all that its interval touches. */
export const classOfInterval = (interval: Interval): RateClass => {
  const { span, first } = touchedBy(interval);
  return RATE_CLASSES[span]?.[first] ?? 'rate-any';
};

/** The class of an uncorrected share: all that its interval touches. */
export const classOfFlagged = (interval: Interval): FlaggedClass => {
  const { span, first } = touchedBy(interval);
  return FLAGGED_CLASSES[span]?.[first] ?? 'flagged-any';
};

/** The bounds that a class stands for: its lower end, and its upper end or null where it has none. */
export const boundsOfClass = (areaClass: FlaggedClass | RateClass): { low: number; high: number | null } => {
  const [, first = '1', last = first] =
    areaClass === 'rate-any' || areaClass === 'flagged-any' ? ['', '1', '5'] : areaClass.split('-');
  return { low: CLASS_BOUNDS[Number(first) - 1] ?? 0, high: CLASS_BOUNDS[Number(last)] ?? null };
};
