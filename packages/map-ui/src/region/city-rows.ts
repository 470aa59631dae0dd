import type { ComparedCity, Region, RegionCity, RegionComparison } from '@marsad/records/region';
import type { Interval, Signal } from '@marsad/records/snapshot';
import { nameIn } from '../view/names.js';
import { namesMatch } from '../view/search-names.js';
import type { RegionView } from './region-view.js';

/** A city in the comparison. */
export interface CityRow {
  city: RegionCity;
  compared: ComparedCity;
  /** undefined where the city does not tell it */
  rate: (Interval & { rate: number }) | undefined;
  /** its own rate, where `rate` is a standardised one */
  crude: number | undefined;
}

/** The rows of a comparison: those set beside each other, and those greyed. */
export interface CityRows {
  comparable: CityRow[];
  greyed: CityRow[];
}

/** The rate that is asked for: the city's own, or the standardised one. */
const rateOf = (compared: ComparedCity, signal: Signal, isStandardised: boolean): CityRow['rate'] => {
  const told = compared.signals[signal];
  return isStandardised ? told?.standardised : told;
};

/**
 * Every city of a comparison that has the name that is looked for, in the order asked for. Greyed cities are always in the
 * order of names: nobody may read a rank out of them.
 */
export const cityRows = (
  region: Region,
  comparison: RegionComparison,
  view: RegionView,
  find: string,
  collator: Intl.Collator,
): CityRows => {
  const byId = new Map(region.cities.map((city) => [city.id, city]));
  const isStandardised = view.rates === 'standardised' && comparison.standard !== null;
  const rows = comparison.cities.flatMap((compared): CityRow[] => {
    const city = byId.get(compared.id);
    return city && namesMatch(city.names, city.id, find)
      ? [
          {
            city,
            compared,
            rate: rateOf(compared, view.signal, isStandardised),
            crude: isStandardised ? compared.signals[view.signal]?.rate : undefined,
          },
        ]
      : [];
  });
  const nameOf = ({ city }: CityRow): string => nameIn(city.names, view.language, city.id).text;
  const byName = (a: CityRow, b: CityRow): number => collator.compare(nameOf(a), nameOf(b));
  const byRate = (a: CityRow, b: CityRow): number => (b.rate?.rate ?? -1) - (a.rate?.rate ?? -1) || byName(a, b);
  const sorted = (comparable: boolean, order: (a: CityRow, b: CityRow) => number): CityRow[] =>
    rows.filter((row) => row.compared.comparable === comparable).sort(order);
  return { comparable: sorted(true, view.order === 'rate' ? byRate : byName), greyed: sorted(false, byName) };
};

/** The end of the scale that all of these fit on, at least 1 %. */
export const scaleEnd = (highs: readonly number[]): number => highs.reduce((end, high) => Math.max(end, high), 0.01);
