import type { InterfaceLanguage, IsoWeek, Rung, Signal } from '@marsad/records/snapshot';
import type { WeekRange } from '../view/coverage.js';
import type { FacetKind } from '../view/facets.js';
import type { Question } from '../view/figures.js';
import type { Level } from '../view/levels.js';
import { type Slice, severityIn } from '../view/slice.js';
import type { MatrixOrder } from '../view/sort-matrix.js';
import type { TableOrder } from '../view/sort-rows.js';

/** What stands beside the panel: the map, the neighbourhoods week by week, small maps, or chosen places side by side. */
export const SHOWN = ['map', 'weeks', 'small-maps', 'places'] as const;
/** More cannot be told apart at one look. */
export const MOST_PLACES = 6;
export type Shown = (typeof SHOWN)[number];

/** Everything a reader can choose. All of it stands in the URL. */
export interface View {
  language: InterfaceLanguage;
  signal: Signal;
  /** one target or a severity of the signal, posts of one language or rung, or all posts */
  target: Slice;
  /** null in a snapshot without any dated post */
  from: IsoWeek | null;
  to: IsoWeek | null;
  /** other weeks to compare the chosen ones with; null: nothing is compared */
  before: WeekRange | null;
  /** what the places of the page are */
  level: Level;
  /** id of the selected area of that level; null shows the city */
  area: string | null;
  show: Shown;
  /** order of the rows of the matrix */
  order: MatrixOrder;
  /** what the small maps differ in */
  facets: FacetKind;
  /** ids of the areas that are compared, each once, in the order in which they were chosen */
  places: readonly string[];
  /** order of the rows of the table */
  sort: TableOrder;
  /** whether a long table shows all of its rows */
  rows: 'first' | 'all';
  /** what was typed to find a neighbourhood in the table */
  find: string;
}

/** What a snapshot offers to choose from. */
export interface Choices {
  weeks: readonly [IsoWeek, IsoWeek] | null;
  areaIds: ReadonlySet<string>;
  districtIds: ReadonlySet<string>;
  /** whether the snapshot tells severities of hate */
  severities: boolean;
  /** languages (ISO 639-3) and rungs that it tells with what is flagged of them */
  languages: readonly string[];
  rungs: readonly Rung[];
  /** the levels of which the snapshot tells figures */
  levels: readonly Level[];
  /** the language for a reader who has not chosen one */
  language: InterfaceLanguage;
}

/** The view on opening: hate, all targets, the whole period, the city. */
export const firstView = (choices: Choices): View => ({
  language: choices.language,
  signal: 'hate',
  target: 'all',
  from: choices.weeks?.[0] ?? null,
  to: choices.weeks?.[1] ?? null,
  before: null,
  level: 'neighbourhoods',
  area: null,
  show: 'map',
  order: 'rate',
  facets: 'weeks',
  places: [],
  sort: { column: 'name', descending: false },
  rows: 'first',
  find: '',
});

/** Ids of the places of a level; the city has none that could be chosen. */
export const placeIds = ({ areaIds, districtIds }: Choices, level: Level): ReadonlySet<string> =>
  level === 'city' ? new Set() : level === 'districts' ? districtIds : areaIds;

/** What stands beside the panel at a level: the city cannot be set side by side with places of its own level. */
export const shownAt = (level: Level): readonly Shown[] =>
  level === 'city' ? SHOWN.filter((one) => one !== 'places') : SHOWN;

/** The change to another level: places of the last one are not places of this. */
export const toLevel = (view: View, level: Level): Partial<View> => ({
  level,
  area: null,
  places: [],
  find: '',
  show: shownAt(level).includes(view.show) ? view.show : 'map',
});

/** Moves one end of the range; the other end follows where the two would cross. */
export const withWeek = (view: View, end: 'from' | 'to', week: IsoWeek): View => {
  if (view.from === null || view.to === null) return view;
  return end === 'from'
    ? { ...view, from: week, to: week > view.to ? week : view.to }
    : { ...view, to: week, from: week < view.from ? week : view.from };
};

/** Moves one end of the other period, as `withWeek` does. */
export const withEarlierWeek = (before: WeekRange, end: 'from' | 'to', week: IsoWeek): WeekRange =>
  end === 'from'
    ? { from: week, to: week > before.to ? week : before.to }
    : { to: week, from: week < before.from ? week : before.from };

/** The change to another signal: only hate has severities. */
export const toSignal = ({ target }: Pick<View, 'target'>, signal: Signal): Partial<View> => ({
  signal,
  ...(signal !== 'hate' && severityIn(target) !== null && { target: 'all' as const }),
});

/** The view as a question to the figures. */
export const questionOf = (
  view: Pick<View, 'signal' | 'target' | 'from' | 'to'>,
  weeks: Choices['weeks'],
): Question => ({
  signal: view.signal,
  target: view.target,
  range: view.from !== null && view.to !== null ? { from: view.from, to: view.to } : null,
  whole: weeks === null || (view.from === weeks[0] && view.to === weeks[1]),
});
