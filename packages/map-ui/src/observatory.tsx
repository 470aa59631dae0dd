import { CONTEXT_FILES } from '@marsad/records/without-checks';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sayChangeAloud } from './i18n/say-change.js';
import { sayAloud } from './i18n/say-figures.js';
import { TranslationProvider } from './i18n/translation.js';
import { OutPanel } from './out/out-panel.js';
import { AboutData } from './panels/about-data.js';
import { AreaPanel, PANEL_ID } from './panels/area-panel.js';
import { ChangedNotice, useFileCheck } from './panels/changed-notice.js';
import { CompareWeeks } from './panels/compare-weeks.js';
import { Controls } from './panels/controls.js';
import { FiguresTable } from './panels/figures-table.js';
import { IgnoredNotice } from './panels/ignored-notice.js';
import { MapPanel } from './panels/map-panel.js';
import { PageHeader } from './panels/page-header.js';
import { ShowSwitch } from './panels/show-switch.js';
import type { MatrixStart } from './panels/week-matrix.js';
import { useChange } from './state/use-change.js';
import { type PageStart, usePage } from './state/use-page.js';
import { usePlay } from './state/use-play.js';
import { MOST_PLACES, placeIds, shownAt, toLevel, type View } from './state/view.js';
import { targetsWithPosts } from './view/index-blocks.js';
import { nameIn } from './view/names.js';

// What not every reader opens comes when it is opened.
const Places = lazy(async () => ({ default: (await import('./panels/places.js')).Places }));
const SmallMaps = lazy(async () => ({ default: (await import('./panels/small-maps.js')).SmallMaps }));
const WeekMatrix = lazy(async () => ({ default: (await import('./panels/week-matrix.js')).WeekMatrix }));

/** What a reader saw before a click in the matrix or on a small map led to the map. */
interface WayBack {
  view: Partial<View>;
  start: MatrixStart | null;
}

/** The page: one question, answered once, read by map, panel, table and live region. */
export const Observatory = (start: PageStart) => {
  const { manifest, blocks, setAside } = start.snapshot;
  const { choices, view, change, ignored, translator, areas, listed, index, page, overall, findings } = usePage(start);
  const targets = useMemo(() => targetsWithPosts(blocks, view.signal), [blocks, view.signal]);
  const check = useFileCheck(start.checked);
  const pageChange = useChange(areas, index, view, page, overall);
  const play = usePlay(view, manifest.weeks, change);
  const select = useCallback(
    (area: string) => change({ area: placeIds(choices, view.level).has(area) ? area : null }),
    [change, choices, view.level],
  );

  // Once seen, the map stays behind the other views: to draw it anew takes longer than to come back to it.
  const mapSeen = useRef(false);
  if (view.show === 'map') mapSeen.current = true;
  const [wayBack, setWayBack] = useState<WayBack | null>(null);
  const [matrixStart, setMatrixStart] = useState<MatrixStart | null>(null);
  const show = (shown: View['show'], also: Partial<View> = {}) => {
    setWayBack(null);
    setMatrixStart(null);
    change({ ...also, show: shown });
  };
  // The panel stands above the table: whoever chooses a row would not see what it says.
  const [rowOpened, setRowOpened] = useState<string | null>(null);
  const openRow = (row: string) => {
    setRowOpened(row);
    change({ area: row });
    document.getElementById(PANEL_ID)?.scrollIntoView({ block: 'nearest' });
  };
  const openOnMap = (opened: Partial<View>, start: MatrixStart | null = null) => {
    const { show: shown, signal, target, from, to, before } = view;
    setWayBack({ view: { show: shown, signal, target, from, to, before }, start });
    change({ ...opened, show: 'map' });
  };

  const area = areas.find((candidate) => candidate.id === view.area);
  const city = nameIn(manifest.city.names, translator.language, manifest.city.id).text;
  useEffect(() => {
    document.title = translator.say('document.title', { city });
  }, [translator, city]);

  const figures = (area && page.byArea.get(area.id)) ?? page.city;
  const changed = area ? pageChange?.byArea.get(area.id) : pageChange?.city;
  const name = area ? nameIn(area.properties.names, translator.language, area.id).text : city;
  return (
    <TranslationProvider value={translator}>
      <PageHeader city={manifest.city} onLanguage={(chosen) => change({ language: chosen })} />
      <main data-known={manifest.files.some(({ path }) => path === CONTEXT_FILES.public)}>
        <ChangedNotice check={check} />
        {setAside > 0 && (
          <p className="set-aside" role="status" data-testid="set-aside">
            {translator.say('notice.setAside', { rows: setAside })}
          </p>
        )}
        <IgnoredNotice parts={ignored} />
        <Controls
          view={view}
          weeks={manifest.weeks}
          figures={figures}
          targets={targets}
          play={play}
          collected={manifest.city.languages}
          choices={choices}
          levels={choices.levels}
          onLevel={(level) => {
            setWayBack(null);
            setMatrixStart(null);
            change(toLevel(view, level));
          }}
          onChange={change}
        />
        <div className="map-and-panel">
          <div className="stage">
            <ShowSwitch
              shown={view.show}
              offered={shownAt(view.level)}
              onShow={(shown) =>
                // Empty beside a chosen place, it would seem not to know that place.
                show(shown, shown === 'places' && view.places.length === 0 && area ? { places: [area.id] } : {})
              }
              onBack={
                wayBack === null
                  ? null
                  : () => {
                      setMatrixStart(wayBack.start);
                      setWayBack(null);
                      change(wayBack.view);
                    }
              }
            >
              {manifest.weeks !== null && (view.show === 'map' || view.before !== null) && (
                <CompareWeeks view={view} period={manifest.weeks} onChange={change} />
              )}
            </ShowSwitch>
            {mapSeen.current && (
              <MapPanel
                hidden={view.show !== 'map'}
                cityNames={manifest.city.names}
                areas={areas}
                view={view}
                page={page}
                change={pageChange}
                onSelect={select}
              />
            )}
            <Suspense fallback={<p className="map-missing">{translator.say('notice.loading')}</p>}>
              {view.show === 'weeks' && (
                <WeekMatrix
                  key={view.level}
                  manifest={manifest}
                  areas={listed}
                  neighbourhoods={start.snapshot.areas}
                  blocks={index}
                  view={view}
                  page={page}
                  start={matrixStart}
                  onChange={change}
                  onOpen={(opened, { weeks }) => {
                    openOnMap({ area: opened, ...weeks, before: null }, { area: opened, week: weeks.from });
                  }}
                />
              )}
              {view.show === 'places' && (
                <Places manifest={manifest} areas={listed} blocks={index} view={view} page={page} onChange={change} />
              )}
              {view.show === 'small-maps' && (
                <SmallMaps
                  manifest={manifest}
                  areas={areas}
                  blocks={index}
                  overall={overall}
                  targets={targets}
                  view={view}
                  onChange={change}
                  onOpen={openOnMap}
                />
              )}
            </Suspense>
          </div>
          <AreaPanel
            manifest={manifest}
            area={area}
            areas={areas}
            neighbourhoods={start.snapshot.areas}
            findings={findings}
            blocks={index}
            view={view}
            page={page}
            change={pageChange}
            onCompare={
              area === undefined || view.places.includes(area.id) || view.places.length >= MOST_PLACES
                ? null
                : () => show('places', { places: [...view.places, area.id] })
            }
            onBackToRow={
              rowOpened === null || rowOpened !== view.area
                ? null
                : () => document.querySelector<HTMLElement>(`button[data-area="${CSS.escape(rowOpened)}"]`)?.focus()
            }
            onBack={() => change({ area: null })}
            onWiden={change}
          />
        </div>
        <OutPanel
          manifest={manifest}
          areas={areas}
          area={area}
          view={view}
          page={page}
          change={pageChange}
          choices={choices}
          world={start.world}
        />
        <FiguresTable
          manifest={manifest}
          areas={listed}
          view={view}
          page={page}
          change={pageChange}
          onSelect={select}
          onOpen={openRow}
          onChange={change}
        />
        <AboutData manifest={manifest} check={check} />
      </main>
      <footer className="page-footer">
        <p>{translator.say('footer.text')}</p>
      </footer>
      <p className="visually-hidden" role="status" aria-live="polite" data-testid="live">
        {/* Twice a second nobody can listen: the last step is spoken when it stops. */}
        {!play.playing &&
          (changed && view.before && view.from !== null && view.to !== null
            ? sayChangeAloud(translator, name, changed, view.before, { from: view.from, to: view.to })
            : sayAloud(translator, name, figures, view.signal, view.target))}
      </p>
    </TranslationProvider>
  );
};
