import { type Difference, differenceOf } from './difference.js';
import type { AreaFigures, PageFigures } from './figures.js';

/** From this difference of shares on (5 percentage points), a clear change counts as a strong one. */
export const STRONG_CHANGE = 0.05;

/** Classes of a change, from the strongest fall to the strongest rise. */
export const CHANGE_CLASSES = ['fall-strong', 'fall', 'no-clear-change', 'rise', 'rise-strong'] as const;
/** Why there is no change to show: the silence of one of the two figures. */
export const CHANGE_SILENCES = ['suppressed', 'other-weeks', 'no-data'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number] | (typeof CHANGE_SILENCES)[number];

/** One place in two periods. */
export interface AreaChange {
  area: string | null;
  class: ChangeClass;
  before: AreaFigures;
  after: AreaFigures;
  /** of the same kind of share on both sides; null when one of them is not shown */
  shares: { before: Share; after: Share; difference: Difference } | null;
}

type Share = NonNullable<AreaFigures['flaggedShare']>;

/** Which kind of share stands on both sides of a change. */
export const changeKind = ({ before, after }: AreaChange): 'corrected' | 'flagged' =>
  before.corrected && after.corrected ? 'corrected' : 'flagged';

/**
 * The two shares that may be set side by side: both corrected by what each period's own posts say, or else both as the model
 * flags them. A corrected share minus an uncorrected one would be the error of the model.
 */
const comparable = (before: AreaFigures, after: AreaFigures): { before: Share; after: Share } | null => {
  if (before.corrected && after.corrected) return { before: before.corrected.own, after: after.corrected.own };
  return before.flaggedShare && after.flaggedShare ? { before: before.flaggedShare, after: after.flaggedShare } : null;
};

const classOf = ({ value, direction }: Difference): ChangeClass => {
  if (direction === 'no-clear-change') return direction;
  return Math.abs(value) >= STRONG_CHANGE ? `${direction}-strong` : direction;
};

/** The change of one place from an earlier period to a later one. */
export const changeOf = (before: AreaFigures, after: AreaFigures): AreaChange => {
  const shares = comparable(before, after);
  const difference = shares && differenceOf(shares.before, shares.after);
  // Where the two are silent for different reasons, the one that other weeks would mend comes first.
  const silence =
    (['other-weeks', 'suppressed'] as const).find((one) =>
      [before, after].some((figures) => figures.rate === null && figures.class === one),
    ) ?? 'no-data';
  return {
    area: after.area,
    class: difference ? classOf(difference) : silence,
    before,
    after,
    shares: shares && difference && { ...shares, difference },
  };
};

/** The changes of the whole page. */
export interface PageChange {
  city: AreaChange;
  byArea: ReadonlyMap<string, AreaChange>;
}

/** The change of the city and of every area from one page of figures to another. */
export const changeOfPage = (before: PageFigures, after: PageFigures): PageChange => ({
  city: changeOf(before.city, after.city),
  byArea: new Map(
    [...after.byArea].flatMap(([area, figures]) => {
      const earlier = before.byArea.get(area);
      return earlier ? [[area, changeOf(earlier, figures)] as const] : [];
    }),
  ),
});
