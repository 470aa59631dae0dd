import type { Area, Block, SnapshotManifest } from '@marsad/records/snapshot';
import { max } from 'd3-array';
import { useId, useMemo } from 'react';
import { sayCarries, sayInterval, sayValue } from '../i18n/say-figures.js';
import { sayRangeWithDates } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { MOST_PLACES, questionOf, type View } from '../state/view.js';
import { versusCityOf } from '../view/compare.js';
import { type AreaFigures, correctionOf, type PageFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import { paletteOf } from '../view/palette.js';
import { clearPairs } from '../view/place-pairs.js';
import { trendOf } from '../view/trend.js';
import { IntervalPlot } from './interval-plot.js';
import { rateData } from './rate-data.js';
import { SmallTrend } from './small-trend.js';
import { Swatch } from './swatch.js';

interface Props {
  manifest: SnapshotManifest;
  areas: readonly Area[];
  blocks: ReadonlyMap<string | null, readonly Block[]>;
  view: View;
  page: PageFigures;
  onChange: (change: Partial<View>) => void;
}

/** A few chosen neighbourhoods beside one another and beside the city, on one scale, with what their intervals allow to say. */
export const Places = ({ manifest, areas, blocks, view, page, onChange }: Props) => {
  const translator = useTranslator();
  const { say, language, collator, count } = translator;
  const id = useId();
  const { places, signal, target } = view;
  const names = useMemo(
    () => new Map(areas.map((area) => [area.id, nameIn(area.properties.names, language, area.id).text])),
    [areas, language],
  );
  const nameOf = (area: string): string => names.get(area) ?? area;
  const choice = useMemo(() => [...names].sort((a, b) => collator.compare(a[1], b[1])), [names, collator]);
  const chosen = places.flatMap((area) => page.byArea.get(area) ?? []);
  const rows: AreaFigures[] = [page.city, ...chosen];
  const steps = useMemo(
    () => [null, ...places].map((area) => trendOf(blocks.get(area) ?? [], signal, target)),
    [blocks, places, signal, target],
  );
  const end = Math.max(0.05, max(rows, ({ interval }) => interval?.high ?? 0) ?? 0);
  const holds = max(steps.flat(), (step) => (step.shown ? step.interval.high : 0)) ?? 0;
  // What the table shows apart, the city first: a place may differ from it and from no other.
  const clear = [
    ...chosen.flatMap((figures) => {
      const versus = versusCityOf(figures, page.city);
      return figures.area === null || versus === null || versus === 'cannot-tell'
        ? []
        : [say('map.tip', { name: isolate(nameOf(figures.area)), value: say(`versus.${versus}`) })];
    }),
    ...clearPairs(chosen).map(({ higher, lower }) =>
      say('places.pair', { higher: isolate(nameOf(higher)), lower: isolate(nameOf(lower)) }),
    ),
  ];
  const { range } = questionOf(view, manifest.weeks);
  const carries = sayCarries(translator, signal, target);
  return (
    <section className="places" aria-labelledby={`${id}-title`} data-testid="places">
      <div className="matrix-head">
        <h2 className="visually-hidden" id={`${id}-title`}>
          {say('places.title')}
        </h2>
        <p className="note">{say('places.note', { most: MOST_PLACES })}</p>
        <label className="matrix-order">
          <span>{say('places.add')}</span>
          <select
            data-testid="places-add"
            value=""
            disabled={places.length >= MOST_PLACES}
            onChange={(event) => onChange({ places: [...places, event.target.value] })}
          >
            <option value="">{say('places.choose')}</option>
            {choice.map(([area, name]) => (
              <option key={area} value={area} disabled={places.includes(area)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="places-scroll" tabIndex={0} aria-labelledby={`${id}-title`}>
        <table className="places-table">
          <caption className="figures-caption">
            {range === null
              ? say('table.captionUndated', { carries })
              : say('table.caption', { carries, range: sayRangeWithDates(translator, range) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('table.column.name')}</th>
              <th scope="col">
                {say(correctionOf(page).corrected === null ? 'table.column.uncorrected' : 'table.column.corrected')}
              </th>
              <th scope="col">{say('table.column.interval')}</th>
              <th scope="col" className="number">
                {say('table.column.posts')}
              </th>
              <th scope="col">{say('panel.trend')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((figures, index) => {
              const { area, rate, interval } = figures;
              const name = area === null ? say('table.cityRow') : nameOf(area);
              return (
                <tr
                  key={area ?? ''}
                  className={area === null ? 'city-row' : undefined}
                  data-testid={`place-${area ?? 'city'}`}
                >
                  <th scope="row">
                    <button
                      type="button"
                      className="row-name"
                      aria-pressed={area === view.area}
                      onClick={() => onChange({ area })}
                    >
                      <bdi dir="auto">{name}</bdi>
                    </button>
                  </th>
                  <td className="rate" data-testid="place-rate" {...rateData(figures)}>
                    <Swatch areaClass={figures.class} palette={paletteOf(signal)} />
                    <strong>{sayValue(translator, figures)}</strong>
                  </td>
                  <td className="interval">
                    {rate !== null && interval !== null && (
                      <>
                        <IntervalPlot rate={rate} interval={interval} city={page.city.rate} end={end} />
                        <span className="interval-text">{sayInterval(translator, interval)}</span>
                      </>
                    )}
                  </td>
                  <td className="number">{rate !== null && count(figures.posts)}</td>
                  <td>
                    {manifest.weeks !== null && (
                      <SmallTrend steps={steps[index] ?? []} weeks={manifest.weeks} holds={holds} />
                    )}
                  </td>
                  <td>
                    {area !== null && (
                      <button
                        type="button"
                        className="quiet"
                        data-testid={`places-drop-${area}`}
                        aria-label={say('places.dropNamed', { name: isolate(name) })}
                        onClick={() => onChange({ places: places.filter((one) => one !== area) })}
                      >
                        {say('places.drop')}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <div className="places-verdict" role="status" data-testid="places-verdict">
        {chosen.filter(({ rate }) => rate !== null).length < 2 ? (
          <p>{say('places.tooFew')}</p>
        ) : clear.length === 0 ? (
          <p>{say('places.cannotTell')}</p>
        ) : (
          <>
            <p>{say('places.clear')}</p>
            <ul>
              {clear.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
};
