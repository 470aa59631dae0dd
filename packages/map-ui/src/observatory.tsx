import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sayAloud } from './i18n/say-figures.js';
import { TranslationProvider } from './i18n/translation.js';
import { openTranslator, type Translator } from './i18n/translator.js';
import { AboutData } from './panels/about-data.js';
import { AreaPanel } from './panels/area-panel.js';
import { Controls } from './panels/controls.js';
import { FiguresTable } from './panels/figures-table.js';
import { IgnoredNotice } from './panels/ignored-notice.js';
import { MapPanel } from './panels/map-panel.js';
import { PageHeader } from './panels/page-header.js';
import { ShowSwitch } from './panels/show-switch.js';
import type { MatrixStart } from './panels/week-matrix.js';
import type { LoadedSnapshot } from './snapshot/load.js';
import { ignoredInUrl } from './state/ignored-in-url.js';
import { usePlay } from './state/use-play.js';
import { type AddressBar, useView } from './state/use-view.js';
import { type Choices, questionOf, type View } from './state/view.js';
import { figuresOfPage } from './view/figures.js';
import { indexBlocks, targetsWithPosts } from './view/index-blocks.js';
import { nameIn } from './view/names.js';

// What not every reader opens comes when it is opened.
const WeekMatrix = lazy(async () => ({ default: (await import('./panels/week-matrix.js')).WeekMatrix }));

/** What a reader saw before a click in the matrix led to the map. */
interface WayBack {
  view: Pick<View, 'show' | 'from' | 'to'>;
  start: MatrixStart;
}

interface Props {
  snapshot: LoadedSnapshot;
  /** the language of a reader whose URL names none */
  language: Choices['language'];
  /** speaks the language of the URL, or else the reader's */
  firstTranslator: Translator;
  address: AddressBar;
}

/** The page: one question, answered once, read by map, panel, table and live region. */
export const Observatory = ({ snapshot, language, firstTranslator, address }: Props) => {
  const { manifest, areas, blocks, setAside } = snapshot;
  const choices = useMemo<Choices>(
    () => ({ weeks: manifest.weeks, areaIds: new Set(areas.map((area) => area.id)), language }),
    [manifest, areas, language],
  );
  // Read before the view is written back to the address bar, which then no longer holds them.
  const [ignored] = useState(() => ignoredInUrl(address.query(), choices));
  const [view, change] = useView(choices, address);
  const [translator, setTranslator] = useState(firstTranslator);
  // The page keeps speaking the language it has until the new one has come, and goes back to it if it never comes.
  useEffect(() => {
    let gone = false;
    const giveUp = () => {
      if (!gone) change({ language: translator.language });
    };
    if (view.language !== translator.language) {
      openTranslator(view.language).then((opened) => {
        if (!gone) setTranslator(opened);
      }, giveUp);
    }
    return () => {
      gone = true;
    };
  }, [view.language, translator, change]);
  const index = useMemo(() => indexBlocks(blocks), [blocks]);
  const targets = useMemo(() => targetsWithPosts(blocks, view.signal), [blocks, view.signal]);
  const { signal, target, from, to } = view;
  const page = useMemo(
    () =>
      figuresOfPage(
        areas.map((area) => area.id),
        index,
        questionOf({ signal, target, from, to }, manifest.weeks),
      ),
    [areas, index, manifest, signal, target, from, to],
  );
  const play = usePlay(view, manifest.weeks, change);
  const select = useCallback((area: string) => change({ area }), [change]);

  // Once seen, the map stays behind the other views: to draw it anew takes longer than to come back to it.
  const mapSeen = useRef(false);
  if (view.show === 'map') mapSeen.current = true;
  const [wayBack, setWayBack] = useState<WayBack | null>(null);
  const [matrixStart, setMatrixStart] = useState<MatrixStart | null>(null);
  const show = (shown: View['show']) => {
    setWayBack(null);
    setMatrixStart(null);
    change({ show: shown });
  };

  const area = areas.find((candidate) => candidate.id === view.area);
  const city = nameIn(manifest.city.names, translator.language, manifest.city.id).text;
  useEffect(() => {
    document.documentElement.lang = translator.language;
    document.documentElement.dir = translator.direction;
    document.title = translator.say('document.title', { city });
  }, [translator, city]);

  const figures = (area && page.byArea.get(area.id)) ?? page.city;
  const name = area ? nameIn(area.properties.names, translator.language, area.id).text : city;
  return (
    <TranslationProvider value={translator}>
      <PageHeader city={manifest.city} onLanguage={(chosen) => change({ language: chosen })} />
      <main>
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
          onChange={change}
        />
        <div className="map-and-panel">
          <div className="stage">
            <ShowSwitch
              shown={view.show}
              onShow={show}
              onBack={
                wayBack === null
                  ? null
                  : () => {
                      setMatrixStart(wayBack.start);
                      setWayBack(null);
                      change(wayBack.view);
                    }
              }
            />
            {mapSeen.current && (
              <MapPanel
                hidden={view.show !== 'map'}
                cityNames={manifest.city.names}
                areas={areas}
                view={view}
                page={page}
                onSelect={select}
              />
            )}
            <Suspense fallback={<p className="map-missing">{translator.say('notice.loading')}</p>}>
              {view.show === 'weeks' && (
                <WeekMatrix
                  manifest={manifest}
                  areas={areas}
                  blocks={index}
                  view={view}
                  page={page}
                  start={matrixStart}
                  onChange={change}
                  onOpen={(opened, { weeks }) => {
                    setWayBack({
                      view: { show: view.show, from: view.from, to: view.to },
                      start: { area: opened, week: weeks.from },
                    });
                    change({ show: 'map', area: opened, from: weeks.from, to: weeks.to });
                  }}
                />
              )}
            </Suspense>
          </div>
          <AreaPanel
            manifest={manifest}
            area={area}
            blocks={index}
            view={view}
            page={page}
            onBack={() => change({ area: null })}
            onWiden={change}
          />
        </div>
        <FiguresTable manifest={manifest} areas={areas} view={view} page={page} onSelect={select} />
        <AboutData manifest={manifest} />
      </main>
      <footer className="page-footer">
        <p>{translator.say('footer.text')}</p>
      </footer>
      <p className="visually-hidden" role="status" aria-live="polite" data-testid="live">
        {/* Twice a second nobody can listen: the last step is spoken when it stops. */}
        {!play.playing && sayAloud(translator, name, figures, view.signal, view.target)}
      </p>
    </TranslationProvider>
  );
};
