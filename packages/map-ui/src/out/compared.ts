import type { View } from '../state/view.js';
import type { PageChange } from '../view/change.js';
import type { WeekRange } from '../view/coverage.js';

/** Two periods that the page compares, and what changed from the earlier to the later. */
export interface Compared {
  before: WeekRange;
  after: WeekRange;
  change: PageChange;
}

/** What a view compares; null while it compares nothing. `change` is what map and table show of it. */
export const comparedOf = (
  { before, from, to }: Pick<View, 'before' | 'from' | 'to'>,
  change: PageChange | null,
): Compared | null =>
  change === null || before === null || from === null || to === null ? null : { before, after: { from, to }, change };
