import type { Area, Names } from '@marsad/records/snapshot';
import { useEffect, useMemo, useRef, useState } from 'react';
import { sayChangeTip } from '../i18n/say-change.js';
import { sayTip } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
import { basemapMark } from '../map/basemap-mark.js';
import { featureStates } from '../map/feature-states.js';
import { interfaceStrings } from '../map/interface-strings.js';
import type { MapShell } from '../map/map-shell.js';
import type { View } from '../state/view.js';
import type { PageChange } from '../view/change.js';
import type { PageFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import { paletteOf } from '../view/palette.js';
import { ChangeLegend } from './change-legend.js';
import { Legend } from './legend.js';

interface Props {
  /** kept, but out of sight */
  hidden: boolean;
  cityNames: Names;
  areas: readonly Area[];
  view: View;
  page: PageFigures;
  /** the changes while two periods are compared, else null */
  change: PageChange | null;
  onSelect: (areaId: string) => void;
}

interface Hover {
  area: string;
  x: number;
  y: number;
}

/** The map with its legend and the value under the pointer. Without WebGL a sentence stands in its place. */
export const MapPanel = ({ hidden, cityNames, areas, view, page, change, onSelect }: Props) => {
  const translator = useTranslator();
  const { direction, language, say } = translator;
  const container = useRef<HTMLDivElement>(null);
  const [shell, setShell] = useState<MapShell | null>(null);
  const [missing, setMissing] = useState(false);
  const [ready, setReady] = useState(false);
  // Whom the basemap is owed to, once it is on the map; null before, and where there is none.
  const [credit, setCredit] = useState<string | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const palette = paletteOf(view.signal);
  const states = useMemo(
    () => featureStates(areas, (change ?? page).byArea, view.area),
    [areas, page, change, view.area],
  );
  const city = nameIn(cityNames, language).text;

  // Held aside so that a new callback or colour does not build the map anew.
  const select = useRef(onSelect);
  const firstPalette = useRef(palette);
  useEffect(() => {
    select.current = onSelect;
    firstPalette.current = palette;
  });

  // MapLibre takes its words only when it is made: a change of language makes a new map.
  useEffect(() => {
    let gone = false;
    let made: MapShell | null = null;
    setReady(false);
    setCredit(null);
    const build = async () => {
      const { createMapShell } = await import('../map/map-shell.js');
      if (gone || container.current === null) return;
      const basemap = basemapMark(document);
      made = createMapShell({
        container: container.current,
        areas,
        language,
        palette: firstPalette.current,
        strings: interfaceStrings(translator, city),
        reducedMotion: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
        onSelect: (areaId) => select.current(areaId),
        onHover: (area, x, y) => setHover(area === null ? null : { area, x, y }),
        onReady: setReady,
        basemap,
        onBasemap: () => setCredit(basemap?.credit ?? null),
      });
      setShell(made);
    };
    build().catch(() => {
      if (!gone) setMissing(true);
    });
    return () => {
      gone = true;
      setShell(null);
      setHover(null);
      made?.remove();
    };
  }, [areas, language, translator, city]);

  useEffect(() => {
    shell?.show(states, palette);
  }, [shell, states, palette]);

  const hovered = hover && areas.find((area) => area.id === hover.area);
  const figures = hover && page.byArea.get(hover.area);
  const changed = hover && change?.byArea.get(hover.area);
  const nameOf = (of: Area): string => nameIn(of.properties.names, language, of.id).text;
  return (
    <section className="map-panel" hidden={hidden}>
      {missing ? (
        <p className="map-missing" data-testid="map-missing">
          {say('map.noWebgl')}
        </p>
      ) : (
        <div className="map-frame">
          <div className="map" data-testid="map" data-map-ready={ready} ref={container} />
          {!ready && shell === null && <p className="map-loading">{say('map.loading')}</p>}
          {credit !== null && (
            <p className="map-credit" data-testid="map-credit">
              {say('map.basemap')} <bdi dir="auto">{credit}</bdi>
            </p>
          )}
          {hover && hovered && figures && (
            <p className="map-tip" aria-hidden="true" style={{ transform: `translate(${hover.x}px, ${hover.y}px)` }}>
              <span>
                <bdi dir={direction}>
                  {changed
                    ? sayChangeTip(translator, nameOf(hovered), changed)
                    : sayTip(translator, nameOf(hovered), figures)}
                </bdi>
              </span>
            </p>
          )}
        </div>
      )}
      {change && view.before && view.from !== null && view.to !== null ? (
        <ChangeLegend view={view} before={view.before} after={{ from: view.from, to: view.to }} />
      ) : (
        <Legend signal={view.signal} target={view.target} page={page} />
      )}
    </section>
  );
};
