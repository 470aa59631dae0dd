import arabicFont from '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2?url';
import type { Area, InterfaceLanguage } from '@marsad/records/snapshot';
import {
  addProtocol,
  GeoJSONSource,
  MapLibreMap,
  type MapMouseEvent,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { type Palette, SILENCE } from '../view/palette.js';
import type { BasemapMark } from './basemap-mark.js';
import { BASEMAP_LAYERS, BASEMAP_SOURCE, BASEMAP_TRACES } from './basemap-style.js';
import type { AreaState } from './feature-states.js';
import { boundsOf, type Mark, markFeatures } from './features.js';
import { barPattern, dotPattern, hatchPattern, levelPattern } from './patterns.js';
import { ABOVE_TEXTURES, FILL_LAYER, fillColour, MARK_SOURCE, mapStyle, nameFilters, POLYGON_SOURCE } from './style.js';
import { textureLayer } from './texture-layer.js';

export interface MapShellOptions {
  container: HTMLElement;
  areas: readonly Area[];
  language: InterfaceLanguage;
  palette: Palette;
  /** MapLibre's own strings */
  strings: Record<string, string>;
  reducedMotion: boolean;
  /** the ground under the areas; null for none */
  basemap: BasemapMark | null;
  /** the basemap is on the map from now on, and whom it is owed to has to stand beside it */
  onBasemap: () => void;
  onSelect: (areaId: string) => void;
  /** the area under the pointer and where the pointer is in the container, in pixels; null when it leaves */
  onHover: (areaId: string | null, x: number, y: number) => void;
  /** drawing has come to rest (true) or begins again (false) */
  onReady: (ready: boolean) => void;
}

export interface MapShell {
  /** shows these states, one for each area in the order given at the start */
  show: (states: readonly AreaState[], palette: Palette) => void;
  remove: () => void;
}

const MARGIN = 28;

/** Pulls the camera to an area only when it lies out of sight: the reader's own view is kept otherwise. */
const bringIntoView = (map: MapLibreMap, area: Area, reducedMotion: boolean): void => {
  const [west, south, east, north] = boundsOf([area]);
  const view = map.getBounds();
  if (view.contains([west, south]) && view.contains([east, north])) return;
  map.fitBounds([west, south, east, north], { padding: MARGIN * 2, maxZoom: map.getZoom(), animate: !reducedMotion });
};

/**
 * Puts the map into its container. A thin shell: what is drawn is computed by the style, the features and the states.
 * Throws what MapLibre throws where WebGL 2 is missing; the caller then shows the table alone.
 */
export const createMapShell = (options: MapShellOptions): MapShell => {
  const { areas, basemap, onBasemap, onHover, onReady, onSelect, reducedMotion } = options;
  const absolute = (url: string): string => new URL(url, document.baseURI).href;
  setWorkerUrl(absolute(workerUrl));
  const map = new MapLibreMap({
    container: options.container,
    style: mapStyle(options.language, options.palette, areas, absolute(arabicFont)),
    bounds: boundsOf(areas),
    fitBoundsOptions: { padding: MARGIN },
    // A test holds the style to the specification: to check it again, figures and all, holds up every reader.
    validateStyle: false,
    locale: options.strings,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    maxZoom: 18,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), document.dir === 'rtl' ? 'top-left' : 'top-right');
  const textures = textureLayer('area-textures', areas, {
    suppressed: hatchPattern(SILENCE.suppressed.ground, SILENCE.suppressed.ink),
    'cannot-tell': levelPattern(SILENCE['cannot-tell'].ground, SILENCE['cannot-tell'].ink),
    'other-weeks': barPattern(SILENCE['other-weeks'].ground, SILENCE['other-weeks'].ink),
    'no-data': dotPattern(SILENCE['no-data'].ground, SILENCE['no-data'].ink),
  });

  const marks: Record<Mark, number | null> = { hover: null, selected: null };
  const mark = (name: Mark, index: number | null): void => {
    marks[name] = index;
    const source = map.getSource(MARK_SOURCE);
    if (source instanceof GeoJSONSource) source.setData(markFeatures(areas, marks));
  };
  const hover = (index: number | null, x: number, y: number): void => {
    if (index !== marks.hover) {
      mark('hover', index);
      map.getCanvas().style.cursor = index === null ? '' : 'pointer';
    }
    onHover(index === null ? null : (areas[index]?.id ?? null), x, y);
  };
  const areaAt = (event: MapMouseEvent): number | null => {
    const found = map.queryRenderedFeatures(event.point, { layers: [FILL_LAYER] })[0]?.id;
    return typeof found === 'number' ? found : null;
  };
  map.on('mousemove', (event) => hover(areaAt(event), event.point.x, event.point.y));
  map.on('mouseout', () => hover(null, 0, 0));
  map.on('click', (event) => {
    const index = areaAt(event);
    const area = index === null ? undefined : areas[index];
    if (area) onSelect(area.id);
  });
  map.on('idle', () => onReady(true));

  let shownPalette = options.palette;
  let shownSelection = -1;
  let shownStates: readonly AreaState[] = [];
  let loaded = false;
  let pending: (() => void) | null = null;
  const show: MapShell['show'] = (states, palette) => {
    onReady(false);
    states.forEach((state, id) => {
      const before = shownStates[id];
      // Only what changes: from one week to the next that is few of thousands.
      if (before?.class === state.class && before.selected === state.selected) return;
      map.setFeatureState({ source: POLYGON_SOURCE, id }, { ...state });
    });
    shownStates = states;
    textures.show(states.map((state) => state.class));
    if (palette !== shownPalette) {
      map.setPaintProperty(FILL_LAYER, 'fill-color', fillColour(palette));
      shownPalette = palette;
    }
    const selection = states.findIndex((state) => state.selected);
    const selected = areas[selection];
    if (selection !== shownSelection) {
      mark('selected', selected ? selection : null);
      for (const [layer, filter] of nameFilters(selection)) map.setFilter(layer, filter);
      if (selected) bringIntoView(map, selected, reducedMotion);
    }
    shownSelection = selection;
    map.triggerRepaint();
  };
  let removed = false;
  let basemapOpen = false;
  const layBasemap = (): void => {
    if (removed || !loaded || !basemapOpen || basemap === null || map.getSource(BASEMAP_SOURCE)) return;
    onReady(false);
    map.addSource(BASEMAP_SOURCE, { type: 'vector', url: `pmtiles://${basemap.url}` });
    for (const layer of BASEMAP_LAYERS) map.addLayer(layer, FILL_LAYER);
    for (const layer of BASEMAP_TRACES) map.addLayer(layer, textures.layer.id);
    onBasemap();
  };
  if (basemap) {
    import('./open-basemap.js')
      .then(({ openBasemap }) => openBasemap(basemap.url, addProtocol))
      .then(() => {
        basemapOpen = true;
        layBasemap();
      })
      // The figures need no ground: without it the map is as it is where there is none.
      .catch(() => undefined);
  }
  // Before the tiles come: they are then drawn once, with their classes, and not first without. Again where the graphics card
  // lost all and the style came back by itself: without textures, states and filters.
  map.on('style.load', () => {
    map.addLayer(textures.layer, ABOVE_TEXTURES);
    loaded = true;
    layBasemap();
    const states = shownStates;
    shownStates = [];
    shownSelection = -1;
    if (pending) pending();
    else if (states.length > 0) show(states, shownPalette);
    pending = null;
  });
  return {
    show: (states, palette) => {
      // A new map is being made in its place: the page may still hand over states to this one.
      if (removed) return;
      if (loaded) show(states, palette);
      else pending = () => show(states, palette);
    },
    remove: () => {
      pending = null;
      removed = true;
      map.remove();
    },
  };
};
