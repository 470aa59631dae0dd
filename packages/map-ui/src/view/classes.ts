/** Lower bounds (shares) of the five classes. Fixed, so that a colour means the same in every week, target and city. */
export const CLASS_BOUNDS = [0, 0.02, 0.05, 0.1, 0.2] as const;

export const RATE_CLASSES = ['rate-1', 'rate-2', 'rate-3', 'rate-4', 'rate-5'] as const;
export type RateClass = (typeof RATE_CLASSES)[number];

/** What an area looks like: a class of its rate, or one of the three silences, which are never a colour of the scale. */
export const AREA_CLASSES = [...RATE_CLASSES, 'suppressed', 'other-weeks', 'no-data'] as const;
export type AreaClass = (typeof AREA_CLASSES)[number];

/** The class of a rate (share 0–1); a bound belongs to the class above it. */
export const classOfRate = (rate: number): RateClass => {
  let found: RateClass = 'rate-1';
  CLASS_BOUNDS.forEach((bound, index) => {
    if (rate >= bound) found = RATE_CLASSES[index] ?? found;
  });
  return found;
};
