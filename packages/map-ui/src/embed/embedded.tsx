import { SIGNALS } from '@marsad/records/without-checks';
import { useEffect, useId } from 'react';
import { sayChange } from '../i18n/say-change.js';
import { sayEmbedTitle } from '../i18n/say-embed.js';
import { sayAloud, sayFigure } from '../i18n/say-figures.js';
import { sayRangeWithDates } from '../i18n/say-weeks.js';
import { TranslationProvider } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { browserWorld } from '../out/browser-world.js';
import { comparedOf } from '../out/compared.js';
import { viewLink } from '../out/links.js';
import { ChangedNotice, useFileCheck } from '../panels/changed-notice.js';
import { LanguageSwitch } from '../panels/language-switch.js';
import { MapPanel } from '../panels/map-panel.js';
import { viewToUrl } from '../state/url.js';
import { useChange } from '../state/use-change.js';
import { type PageStart, usePage } from '../state/use-page.js';
import { placeIds, questionOf } from '../state/view.js';
import { nameIn } from '../view/names.js';
import '../styles/embed.css';

/** The map for a frame in somebody else's page: signal, place, language, and the way to the source. No cookies, no storage. */
export const Embedded = (start: PageStart) => {
  const { manifest, setAside } = start.snapshot;
  const { choices, view, change, translator, areas, listed, index, page, overall } = usePage(start);
  const check = useFileCheck(start.checked);
  const pageChange = useChange(areas, index, view, page, overall);
  const { say, language, collator } = translator;
  const id = useId();
  const city = nameIn(manifest.city.names, language, manifest.city.id).text;
  const { range } = questionOf(view, manifest.weeks);
  const area = areas.find((one) => one.id === view.area);
  const figures = (area && page.byArea.get(area.id)) ?? page.city;
  const name = area ? nameIn(area.properties.names, language, area.id).text : city;
  const compared = comparedOf(view, pageChange);
  const changed = area ? compared?.change.byArea.get(area.id) : compared?.change.city;
  const places = listed
    .map((one) => ({ id: one.id, name: nameIn(one.properties.names, language, one.id).text }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const title = sayEmbedTitle(translator, city, view);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const source = viewLink(browserWorld.pageUrl(), viewToUrl({ ...view, language }, choices));
  return (
    <TranslationProvider value={translator}>
      <main className="embedded" data-testid="embedded">
        <header className="embedded-head">
          <h1>
            <bdi dir="auto">{city}</bdi>
          </h1>
          <a href={source} target="_blank" rel="noopener" data-testid="embed-source">
            {say('embed.source')}
          </a>
          <LanguageSwitch onChange={(chosen) => change({ language: chosen })} />
        </header>
        {manifest.city.fictional && <p className="embedded-invented">{say('out.inventedCity')}</p>}
        <ChangedNotice check={check} />
        {setAside > 0 && (
          <p className="set-aside" role="status">
            {say('notice.setAside', { rows: setAside })}
          </p>
        )}
        <div className="embedded-controls">
          <div className="control">
            <label htmlFor={`${id}-signal`}>{say('controls.signal')}</label>
            <select
              id={`${id}-signal`}
              data-testid="embed-signal"
              value={view.signal}
              onChange={(event) => {
                const signal = SIGNALS.find((code) => code === event.target.value);
                if (signal) change({ signal, target: 'all' });
              }}
            >
              {SIGNALS.map((signal) => (
                <option key={signal} value={signal}>
                  {say(`signal.${signal}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="control">
            <label htmlFor={`${id}-place`}>{say('embed.place')}</label>
            <select
              id={`${id}-place`}
              data-testid="embed-place"
              value={view.area ?? ''}
              onChange={(event) => change({ area: event.target.value === '' ? null : event.target.value })}
            >
              <option value="">{say('table.cityRow')}</option>
              {places.map((place) => (
                <option key={place.id} value={place.id}>
                  {place.name}
                </option>
              ))}
            </select>
          </div>
        </div>
        <p className="embedded-sentence" data-testid="embed-sentence">
          {say('out.sentence', {
            place: isolate(name),
            period: range === null ? say('out.periodUndated') : sayRangeWithDates(translator, range),
            told:
              changed && compared
                ? sayChange(translator, changed, compared.before, compared.after)
                : sayFigure(translator, figures, view.signal, view.target),
          })}
        </p>
        <MapPanel
          hidden={false}
          cityNames={manifest.city.names}
          areas={areas}
          view={view}
          page={page}
          change={pageChange}
          onSelect={(chosen) => change({ area: placeIds(choices, view.level).has(chosen) ? chosen : null })}
        />
        <p className="note">{say('embed.base')}</p>
        <p className="visually-hidden" role="status" aria-live="polite">
          {sayAloud(translator, name, figures, view.signal, view.target)}
        </p>
      </main>
    </TranslationProvider>
  );
};
