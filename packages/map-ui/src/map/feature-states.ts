import type { Area } from '@marsad/records/snapshot';
import type { ChangeClass } from '../view/change.js';
import type { AreaClass } from '../view/classes.js';

/** What the map is told of one polygon. */
export interface AreaState {
  class: AreaClass | ChangeClass;
  selected: boolean;
}

/** The state of every polygon, by its position in `areas` (its id on the map). */
export const featureStates = (
  areas: readonly Area[],
  byArea: ReadonlyMap<string, Pick<AreaState, 'class'>>,
  selected: string | null,
): AreaState[] =>
  areas.map((area) => ({ class: byArea.get(area.id)?.class ?? 'no-data', selected: area.id === selected }));
