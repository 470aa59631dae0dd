import type { Region, RegionComparison } from '@marsad/records/region';
import type { InterfaceLanguage, Signal } from '@marsad/records/snapshot';
import { SIGNALS } from '@marsad/records/without-checks';
import { languageInUrl } from '../state/reader-language.js';

export const MEASURES = ['flagged', 'corrected'] as const;
export type Measure = (typeof MEASURES)[number];
export const RATES = ['own', 'standardised'] as const;
export const CITY_ORDERS = ['name', 'rate'] as const;

/** What the reader asks of the region; all of it stands in the address. */
export interface RegionView {
  language: InterfaceLanguage;
  signal: Signal;
  /** id of a period; null where nothing was compared */
  period: string | null;
  measure: Measure;
  rates: (typeof RATES)[number];
  order: (typeof CITY_ORDERS)[number];
  /** the city told of in full */
  city: string | null;
}

/** The periods that anything was compared in, longest first, each once. */
export const periodsOf = ({ comparisons }: Region): RegionComparison['period'][] => {
  const byId = new Map(comparisons.map(({ period }) => [period.id, period]));
  return [...byId.values()].reverse();
};

/** The comparison that answers a question, where there is one. */
export const comparisonOf = ({ comparisons }: Region, { period, measure }: RegionView): RegionComparison | undefined =>
  comparisons.find((one) => one.period.id === period && one.measure === measure);

const firstView = (region: Region, language: InterfaceLanguage): RegionView => ({
  language,
  signal: 'hate',
  period: periodsOf(region)[0]?.id ?? null,
  measure: 'flagged',
  rates: 'own',
  order: 'name',
  city: null,
});

/** The view a query asks for; whatever is missing, unknown or not in this region takes its first value. */
export const regionViewFrom = (query: string, region: Region, language: InterfaceLanguage): RegionView => {
  const asked = new URLSearchParams(query);
  const first = firstView(region, languageInUrl(query) ?? language);
  return {
    ...first,
    signal: SIGNALS.find((one) => one === asked.get('signal')) ?? first.signal,
    period: periodsOf(region).find(({ id }) => id === asked.get('period'))?.id ?? first.period,
    measure: MEASURES.find((one) => one === asked.get('measure')) ?? first.measure,
    rates: RATES.find((one) => one === asked.get('rates')) ?? first.rates,
    order: CITY_ORDERS.find((one) => one === asked.get('order')) ?? first.order,
    city: region.cities.find(({ id }) => id === asked.get('city'))?.id ?? first.city,
  };
};

/** The query of a view: the language always, the rest where it is not the first. */
export const regionQuery = (view: RegionView, region: Region): string => {
  const first: Record<string, string | null> = { ...firstView(region, view.language) };
  const query = new URLSearchParams({ lang: view.language });
  for (const [name, value] of Object.entries(view)) {
    if (name !== 'language' && value !== null && value !== first[name]) query.set(name, value);
  }
  return `?${query}`;
};
