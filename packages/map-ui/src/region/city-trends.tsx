import type { Region, RegionComparison } from '@marsad/records/region';
import { useMemo, useState } from 'react';
import { sayRange } from '../i18n/say-weeks.js';
import { isolate } from '../i18n/translator.js';
import type { WeekRange } from '../view/coverage.js';
import { nameIn } from '../view/names.js';
import { scaleEnd } from './city-rows.js';
import { useCityName } from './region-names.js';
import { useRegionTranslator } from './region-translator.js';
import type { RegionView } from './region-view.js';
import { sayEnds } from './say-region.js';
import { type TrendPoint, trendPath, trendPoints, weeksOfAll } from './trend-points.js';

interface Props {
  region: Region;
  comparison: RegionComparison | undefined;
  view: RegionView;
}

const WIDTH = 160;
const HEIGHT = 48;
/** Drawn before the reader asks for all of them. */
const FIRST = 24;

/** A small picture of every city over time, all on one scale; the words under each say where it began and ended. */
export const CityTrends = ({ region, comparison, view }: Props) => {
  const translator = useRegionTranslator();
  const { say, percent, collator, direction, language } = translator;
  const called = useCityName();
  const [isAll, setAll] = useState(false);
  const { signal, measure } = view;
  const { weeks, end, trends } = useMemo(() => {
    const all = region.cities.map((city) => ({ city, points: trendPoints(city, signal, measure) }));
    return {
      weeks: weeksOfAll(region.cities),
      end: scaleEnd(all.flatMap(({ points }) => points.map(({ share }) => share ?? 0))),
      trends: all,
    };
  }, [region, signal, measure]);
  if (weeks === null) return null;
  const isGrey = new Map(comparison?.cities.map(({ id, comparable }) => [id, !comparable]));
  const nameOf = ({ city }: (typeof trends)[number]): string => nameIn(city.names, language, city.id).text;
  const sorted = [...trends].sort(
    (a, b) =>
      Number(isGrey.get(a.city.id) ?? true) - Number(isGrey.get(b.city.id) ?? true) ||
      collator.compare(nameOf(a), nameOf(b)),
  );
  const weeksOf = ({ weeks: [from, to] }: TrendPoint): WeekRange => ({ from, to });
  const sayTrend = (city: string, points: readonly TrendPoint[]): string => {
    const told = points.filter(({ share }) => share !== null);
    const [first, last] = [told[0], told.at(-1)];
    if (!first || !last) return say('trends.itemNone', { city });
    const share = (point: TrendPoint): string => isolate(percent(point.share ?? 0));
    if (first === last)
      return say('trends.only', { city, rate: share(first), weeks: sayRange(translator, weeksOf(first)) });
    const [before, after] = sayEnds(translator, weeksOf(first), weeksOf(last));
    return say('trends.item', { city, from: share(first), first: before, to: share(last), last: after });
  };
  return (
    <section className="region-part" aria-labelledby="trends">
      <h2 id="trends">{say('trends.title')}</h2>
      <p className="note">{say('trends.note', { carries: say(`carries.${signal}`), end: isolate(percent(end)) })}</p>
      <ul className="city-trends" data-testid="trends">
        {sorted.slice(0, isAll ? sorted.length : FIRST).map((trend) => (
          <li key={trend.city.id} className={(isGrey.get(trend.city.id) ?? true) ? 'greyed' : undefined}>
            <svg viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`} aria-hidden="true" focusable="false">
              <path className="trend-ground" d={`M0 ${HEIGHT}H${WIDTH}`} />
              <path
                className="trend-line"
                d={trendPath(trend.points, {
                  weeks,
                  end,
                  width: WIDTH,
                  height: HEIGHT,
                  rightToLeft: direction === 'rtl',
                })}
              />
            </svg>
            <span>{sayTrend(called(trend.city.id), trend.points)}</span>
          </li>
        ))}
      </ul>
      {!isAll && sorted.length > FIRST && (
        <button type="button" className="quiet" data-testid="all-trends" onClick={() => setAll(true)}>
          {say('trends.more', { cities: sorted.length })}
        </button>
      )}
    </section>
  );
};
