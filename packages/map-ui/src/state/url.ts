import type { IsoWeek, Signal } from '@marsad/records/snapshot';
import { SIGNALS, TARGETS, weekOf, weekStart } from '@marsad/records/without-checks';
import type { WeekRange } from '../view/coverage.js';
import { FACETS } from '../view/facets.js';
import { languageIn, rungIn, SEVERITY_CHOICES, type Slice, severityIn, targetIn } from '../view/slice.js';
import { MATRIX_ORDERS } from '../view/sort-matrix.js';
import { SORT_COLUMNS, type TableOrder } from '../view/sort-rows.js';
import { languageInUrl } from './reader-language.js';
import { type Choices, firstView, MOST_PLACES, placeIds, shownAt, type View } from './view.js';

/** Between the ids of areas. An id that holds this sign itself has it escaped. */
const BETWEEN_PLACES = '~';
const writePlace = (id: string): string => id.replaceAll('%', '%25').replaceAll(BETWEEN_PLACES, '%7E');
const readPlace = (text: string): string => text.replaceAll('%7E', BETWEEN_PLACES).replaceAll('%25', '%');

/** A week of the snapshot as written in a URL. `2025-W53` names no week of a 52-week year, so it is not one. */
const readWeek = (value: string | null, weeks: readonly [IsoWeek, IsoWeek]): IsoWeek | null => {
  if (value === null || weekOf(weekStart(value)) !== value) return null;
  return value >= weeks[0] && value <= weeks[1] ? value : null;
};

/** Two weeks written `2026-W14..2026-W20`, in this order. */
const readRange = (value: string | null, weeks: readonly [IsoWeek, IsoWeek]): WeekRange | null => {
  const [first, last, ...rest] = value?.split('..') ?? [];
  const [from, to] = [readWeek(first ?? null, weeks), readWeek(last ?? null, weeks)];
  return rest.length === 0 && from !== null && to !== null && from <= to ? { from, to } : null;
};

/** Ids of areas of the snapshot, written one after another; each is taken once, and no more than can be compared. */
const readPlaces = (value: string | null, areaIds: ReadonlySet<string>): string[] =>
  [...new Set(value?.split(BETWEEN_PLACES).map(readPlace))].filter((id) => areaIds.has(id)).slice(0, MOST_PLACES);

/** The one filter that a query asks for: the first that the snapshot tells. */
const readSlice = (asked: URLSearchParams, signal: Signal, choices: Choices): Slice | undefined => {
  const target = TARGETS.find((code) => code === asked.get('target'));
  if (target !== undefined) return target;
  const severity = SEVERITY_CHOICES.find((code) => code === asked.get('severity'));
  if (severity !== undefined && choices.severities && signal === 'hate') return `severity-${severity}`;
  const language = choices.languages.find((code) => code === asked.get('language'));
  if (language !== undefined) return `language-${language}`;
  const rung = choices.rungs.find((code) => code === asked.get('rung'));
  return rung && `rung-${rung}`;
};

/** A column, with `-` before it where the highest comes first. */
const readSort = (value: string | null): TableOrder | null => {
  const column = SORT_COLUMNS.find((one) => one === value?.replace(/^-/, ''));
  return column === undefined ? null : { column, descending: value?.startsWith('-') ?? false };
};

/**
 * The view a URL's query asks for (the names are those of `urlValues`). Whatever is missing, unknown or not in this snapshot
 * takes its first value, so that an old or mistyped link still opens.
 */
export const viewFromUrl = (query: string, choices: Choices): View => {
  const asked = new URLSearchParams(query);
  const first = firstView(choices);
  const signal = SIGNALS.find((code) => code === asked.get('signal'));
  const area = asked.get('area');
  const level = choices.levels.find((one) => one === asked.get('level')) ?? first.level;
  const ids = placeIds(choices, level);
  const from = choices.weeks && (readWeek(asked.get('from'), choices.weeks) ?? first.from);
  const to = choices.weeks && (readWeek(asked.get('to'), choices.weeks) ?? first.to);
  const crossed = from !== null && to !== null && from > to;
  return {
    language: languageInUrl(query) ?? first.language,
    signal: signal ?? first.signal,
    target: readSlice(asked, signal ?? first.signal, choices) ?? first.target,
    from: crossed ? first.from : from,
    to: crossed ? first.to : to,
    before: choices.weeks && readRange(asked.get('before'), choices.weeks),
    level,
    area: area !== null && ids.has(area) ? area : null,
    show: shownAt(level).find((one) => one === asked.get('show')) ?? first.show,
    order: MATRIX_ORDERS.find((one) => one === asked.get('order')) ?? first.order,
    facets: FACETS.find((one) => one === asked.get('facets')) ?? first.facets,
    places: readPlaces(asked.get('places'), ids),
    sort: readSort(asked.get('sort')) ?? first.sort,
    rows: asked.get('rows') === 'all' ? 'all' : first.rows,
    find: asked.get('find') ?? first.find,
  };
};

/** Everything of a view as it is written in a URL, by name; null where there is nothing to write. */
export const urlValues = (view: View): Record<string, string | null> => ({
  lang: view.language,
  signal: view.signal,
  target: targetIn(view.target) ?? 'all',
  severity: severityIn(view.target),
  language: languageIn(view.target),
  rung: rungIn(view.target),
  from: view.from,
  to: view.to,
  before: view.before && `${view.before.from}..${view.before.to}`,
  level: view.level,
  area: view.area,
  show: view.show,
  order: view.order,
  facets: view.facets,
  places: view.places.length === 0 ? null : view.places.map(writePlace).join(BETWEEN_PLACES),
  sort: `${view.sort.descending ? '-' : ''}${view.sort.column}`,
  rows: view.rows,
  find: view.find,
});

/** The query of a view: the language always (a link opens as its sender saw it), the rest where it is not the first. */
export const viewToUrl = (view: View, choices: Choices): string => {
  const first = urlValues(firstView(choices));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(urlValues(view))) {
    if (value !== null && (name === 'lang' || value !== first[name])) query.set(name, value);
  }
  return `?${query}`;
};
