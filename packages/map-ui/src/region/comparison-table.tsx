import type { Region, RegionComparison } from '@marsad/records/region';
import { weekCount } from '@marsad/records/without-checks';
import { useDeferredValue, useMemo, useState } from 'react';
import { sayRangeWithDates } from '../i18n/say-weeks.js';
import { isolate } from '../i18n/translator.js';
import { IntervalPlot } from '../panels/interval-plot.js';
import { type CityRow, cityRows, scaleEnd } from './city-rows.js';
import { CityLink, useCityName } from './region-names.js';
import { useRegionTranslator } from './region-translator.js';
import { CITY_ORDERS, type RegionView } from './region-view.js';
import { sayNote, sayReason } from './say-region.js';

interface Props {
  region: Region;
  comparison: RegionComparison;
  view: RegionView;
  onChange: (change: Partial<RegionView>) => void;
}

interface RowProps {
  row: CityRow;
  of: number;
  onMore: () => void;
}

/** What stands at the end of every row: the notes of a city, those about contests as a way to them. */
const Notes = ({ row }: { row: CityRow }) => {
  const translator = useRegionTranslator();
  const nameOf = useCityName();
  if (row.compared.notes.length === 0) return null;
  return (
    <ul className="notes">
      {row.compared.notes.map((note) => (
        <li key={note.code} data-note={note.code}>
          {note.code === 'contested' ? (
            <a href={`#contests-${row.city.id}`}>{sayNote(translator, note, nameOf)}</a>
          ) : (
            sayNote(translator, note, nameOf)
          )}
        </li>
      ))}
    </ul>
  );
};

const NameCell = ({ row, onMore }: Pick<RowProps, 'row' | 'onMore'>) => {
  const { say } = useRegionTranslator();
  const more = say('cities.more', { city: useCityName()(row.city.id) });
  return (
    <th scope="row">
      <CityLink city={row.city} />
      <button type="button" className="more" aria-label={more} title={more} onClick={onMore}>
        <span aria-hidden="true">⋯</span>
      </button>
    </th>
  );
};

const ComparableRow = ({ row, of, end, together, onMore }: RowProps & { end: number; together: number | null }) => {
  const { say, percent, count } = useRegionTranslator();
  const { rate, crude, compared } = row;
  return (
    <tr data-testid={`city-${row.city.id}`}>
      <NameCell row={row} onMore={onMore} />
      <td className="number rate">
        <bdi>{rate ? percent(rate.rate) : say('cities.notTold')}</bdi>
        {crude !== undefined && <span className="crude">{say('cities.crude', { rate: isolate(percent(crude)) })}</span>}
      </td>
      <td className="interval">
        {rate && <IntervalPlot rate={rate.rate} interval={rate} city={together} end={end} />}
        {rate && (
          <bdi className="interval-text">
            {say('cities.range', { low: percent(rate.low), high: percent(rate.high) })}
          </bdi>
        )}
      </td>
      <td className="number">
        <bdi>{count(compared.posts)}</bdi>
      </td>
      <td className="number">
        <bdi>{say('cities.weeksOf', { covered: count(compared.weeksCovered), of: count(of) })}</bdi>
      </td>
      <td>
        <Notes row={row} />
      </td>
    </tr>
  );
};

const GreyedRow = ({ row, onMore }: Omit<RowProps, 'of'>) => {
  const translator = useRegionTranslator();
  const { say, percent, count } = translator;
  return (
    <tr data-testid={`city-${row.city.id}`}>
      <NameCell row={row} onMore={onMore} />
      <td>
        <ul className="reasons">
          {row.compared.reasons.map((reason) => (
            <li key={reason.code} data-reason={reason.code}>
              {sayReason(translator, reason)}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <bdi>{row.rate ? percent(row.rate.rate) : say('cities.notTold')}</bdi>
        {row.crude !== undefined && (
          <span className="crude">{say('cities.crude', { rate: isolate(percent(row.crude)) })}</span>
        )}
        {row.rate && (
          <bdi className="interval-text">
            {' '}
            ({say('cities.range', { low: percent(row.rate.low), high: percent(row.rate.high) })})
          </bdi>
        )}
      </td>
      <td className="number">
        <bdi>{row.compared.posts === 0 ? say('cities.notTold') : count(row.compared.posts)}</bdi>
      </td>
      <td>
        <Notes row={row} />
      </td>
    </tr>
  );
};

/** Cities side by side where they measured alike, and the others greyed beneath, each with the reason in words. */
export const ComparisonTable = ({ region, comparison, view, onChange }: Props) => {
  const translator = useRegionTranslator();
  const { say, collator } = translator;
  const [typed, setTyped] = useState('');
  const find = useDeferredValue(typed);
  const { comparable, greyed } = useMemo(
    () => cityRows(region, comparison, view, find, collator),
    [region, comparison, view, find, collator],
  );
  const end = scaleEnd(comparable.map(({ rate }) => rate?.high ?? 0));
  const [from, to] = comparison.period.weeks;
  const of = weekCount(from, to);
  const more = (city: string) => () => {
    onChange({ city });
    document.getElementById('one-city')?.scrollIntoView();
    document.getElementById('one-city')?.focus();
  };
  return (
    <section className="region-part" aria-labelledby="cities">
      <h2 id="cities">{say('cities.title')}</h2>
      <div className="region-row">
        <label>
          <span>{say('cities.find')}</span>
          <input
            type="search"
            data-testid="find-city"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <label>
          <span>{say('cities.order')}</span>
          <select
            data-testid="order"
            value={view.order}
            onChange={(event) => {
              const order = CITY_ORDERS.find((one) => one === event.target.value);
              if (order) onChange({ order });
            }}
          >
            {CITY_ORDERS.map((one) => (
              <option key={one} value={one}>
                {say(`cities.order.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {comparable.length + greyed.length === 0 && <p>{say('cities.findNone')}</p>}
      {comparable.length > 0 && (
        <p className="note" id="comparable-caption">
          {say('cities.caption', {
            carries: say(`carries.${view.signal}`),
            weeks: sayRangeWithDates(translator, { from, to }),
          })}
        </p>
      )}
      {comparable.length > 0 && (
        <div className="table-scroll">
          <table className="region-table" data-testid="comparable" aria-labelledby="comparable-caption">
            <thead>
              <tr>
                <th scope="col">{say('cities.city')}</th>
                <th scope="col" className="number">
                  {say('cities.rate')}
                </th>
                <th scope="col">{say('cities.interval')}</th>
                <th scope="col" className="number">
                  {say('cities.posts')}
                </th>
                <th scope="col" className="number">
                  {say('cities.weeks')}
                </th>
                <th scope="col">{say('cities.notes')}</th>
              </tr>
            </thead>
            <tbody>
              {comparable.map((row) => (
                <ComparableRow
                  key={row.city.id}
                  row={row}
                  of={of}
                  end={end}
                  together={comparison.region[view.signal]?.rate ?? null}
                  onMore={more(row.city.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {greyed.length > 0 && (
        <>
          <h3>{say('cities.greyTitle')}</h3>
          <p className="note">{say('cities.greyNote', { cities: greyed.length })}</p>
          <div className="table-scroll">
            <table className="region-table greyed" data-testid="greyed">
              <thead>
                <tr>
                  <th scope="col">{say('cities.city')}</th>
                  <th scope="col">{say('cities.why')}</th>
                  <th scope="col">{say('cities.ownRate')}</th>
                  <th scope="col" className="number">
                    {say('cities.posts')}
                  </th>
                  <th scope="col">{say('cities.notes')}</th>
                </tr>
              </thead>
              <tbody>
                {greyed.map((row) => (
                  <GreyedRow key={row.city.id} row={row} onMore={more(row.city.id)} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
};
