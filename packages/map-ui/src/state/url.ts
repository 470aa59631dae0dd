import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  type IsoWeek,
  isoWeek,
  signalCode,
  TARGETS,
  weekOf,
  weekStart,
} from '@marsad/records/snapshot';
import { MATRIX_ORDERS } from '../view/sort-matrix.js';
import { type Choices, firstView, SHOWN, type View } from './view.js';

/** A week of the snapshot as written in a URL. `2025-W53` names no week of a 52-week year, so it is not one. */
const readWeek = (value: string | null, weeks: readonly [IsoWeek, IsoWeek]): IsoWeek | null => {
  const week = isoWeek.safeParse(value);
  if (!week.success || weekOf(weekStart(week.data)) !== week.data) return null;
  return week.data >= weeks[0] && week.data <= weeks[1] ? week.data : null;
};

/** The language named in a URL's query; undefined when it names none of ours. */
export const languageInUrl = (query: string): InterfaceLanguage | undefined => {
  const asked = new URLSearchParams(query).get('lang');
  return INTERFACE_LANGUAGES.find((language) => language === asked);
};

/**
 * The view a URL's query asks for (`?lang=&signal=&target=&from=&to=&area=&show=&order=`). Whatever is missing, unknown or not in
 * this snapshot takes its first value, so that an old or mistyped link still opens.
 */
export const viewFromUrl = (query: string, choices: Choices): View => {
  const asked = new URLSearchParams(query);
  const first = firstView(choices);
  const signal = signalCode.safeParse(asked.get('signal'));
  const target = TARGETS.find((code) => code === asked.get('target'));
  const area = asked.get('area');
  const from = choices.weeks && (readWeek(asked.get('from'), choices.weeks) ?? first.from);
  const to = choices.weeks && (readWeek(asked.get('to'), choices.weeks) ?? first.to);
  const crossed = from !== null && to !== null && from > to;
  return {
    language: languageInUrl(query) ?? first.language,
    signal: signal.success ? signal.data : first.signal,
    target: target ?? first.target,
    from: crossed ? first.from : from,
    to: crossed ? first.to : to,
    area: area !== null && choices.areaIds.has(area) ? area : null,
    show: SHOWN.find((one) => one === asked.get('show')) ?? first.show,
    order: MATRIX_ORDERS.find((one) => one === asked.get('order')) ?? first.order,
  };
};

/** The query of a view: the language always (a link opens as its sender saw it), the rest where it is not the first. */
export const viewToUrl = (view: View, choices: Choices): string => {
  const first = firstView(choices);
  const query = new URLSearchParams({ lang: view.language });
  if (view.signal !== first.signal) query.set('signal', view.signal);
  if (view.target !== first.target) query.set('target', view.target);
  if (view.from !== null && view.from !== first.from) query.set('from', view.from);
  if (view.to !== null && view.to !== first.to) query.set('to', view.to);
  if (view.area !== null) query.set('area', view.area);
  if (view.show !== first.show) query.set('show', view.show);
  if (view.order !== first.order) query.set('order', view.order);
  return `?${query}`;
};
