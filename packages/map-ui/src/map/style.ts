import type { Area, InterfaceLanguage } from '@marsad/records/snapshot';
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { CHANGE_PALETTE } from '../view/change-palette.js';
import { type Palette, SILENCE } from '../view/palette.js';
import { borderFeatures, boundsOf, labelFeatures, type Mark, markFeatures, polygonFeatures } from './features.js';

export const POLYGON_SOURCE = 'areas';
const LABEL_SOURCE = 'names';
const BORDER_SOURCE = 'borders';
export const MARK_SOURCE = 'marks';
export const FILL_LAYER = 'area-fill';
/** The layer that the textures of areas lie right under. */
export const ABOVE_TEXTURES = 'area-outline';

const ARABIC_FONT = 'Noto Sans Arabic';
const FONTS = [ARABIC_FONT, 'Segoe UI', 'Roboto', 'Helvetica Neue', 'Arial', 'sans-serif'];
/** Names are never smaller than 11.5 pixels: where that has no room, none is written until the map is closer. */
const TEXT_SIZE: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 11.5, 12, 12.5, 15, 16];
const WATER = '#e9eef2';
const INK = '#1c2733';

const areaClass: ExpressionSpecification = ['coalesce', ['feature-state', 'class'], 'no-data'];
const hasMark = (mark: Mark): ExpressionSpecification => ['==', ['get', 'mark'], mark];
/** The colour of an area by its class; the silences get their ground, and a texture on top. */
export const fillColour = (palette: Palette): ExpressionSpecification => [
  'match',
  areaClass,
  // A list of unknown length: TypeScript knows the pairs of `match` only one by one.
  ...(Object.entries({ ...palette, ...CHANGE_PALETTE }).flat() as [string, string]),
  'cannot-tell',
  SILENCE['cannot-tell'].ground,
  'suppressed',
  SILENCE.suppressed.ground,
  'other-weeks',
  SILENCE['other-weeks'].ground,
  SILENCE['no-data'].ground,
];

/** Room in pixels (at the whole zoom below the real one) under which a name would stand more on the neighbours: half a line of letters. */
const LEAST_ROOM = 6;
/** World width in pixels at zoom 0, by its width in degrees. */
const PIXELS_PER_DEGREE = 512 / 360;
const hasRoom: ExpressionSpecification = [
  '>=',
  ['*', ['get', 'room'], ['^', 2, ['zoom']], PIXELS_PER_DEGREE],
  LEAST_ROOM,
];

const NAMES_LAYER = 'area-names';
const CHOSEN_NAME_LAYER = 'area-name-chosen';

/**
 * Which names each of the two layers writes, by the position of the selected area (-1 for none): its own is written however
 * small it is, the others where they have room.
 */
export const nameFilters = (selected: number): [layer: string, filter: ExpressionSpecification][] => [
  [NAMES_LAYER, ['all', hasRoom, ['!=', ['id'], selected]]],
  [CHOSEN_NAME_LAYER, ['==', ['id'], selected]],
];

/**
 * Where its own area has no room, the name of the selected one stands above it: it would cover the area otherwise. From one
 * whole zoom to the next, because a step may ask for the zoom and what stands in it may not.
 */
const aboveWhereNarrow: ExpressionSpecification = [
  'step',
  ['zoom'],
  ['literal', [0, 0]],
  ...(Array.from({ length: 12 }, (_, index) => index + 7).flatMap((zoom) => [
    zoom,
    [
      'case',
      ['>=', ['*', ['get', 'room'], 2 ** zoom * PIXELS_PER_DEGREE], LEAST_ROOM],
      ['literal', [0, 0]],
      ['literal', [0, -1.9]],
    ],
  ]) as [number, ExpressionSpecification]),
];

/** Pixels across a usual area under which white lines between areas would take more of them than they set apart. */
const WIDE_ENOUGH_FOR_WHITE = 20;
/** The same for the thin grey line in the middle of it: below, thousands of lines hide the colours and are half of the work of drawing. */
const WIDE_ENOUGH_FOR_EDGE = 8;

/** Full from the zoom on where a usual area is so many pixels wide, and nothing before. */
const fromWidth = (areas: readonly Area[], pixels: number): ExpressionSpecification => {
  const [west, south, east, north] = boundsOf(areas);
  const usual = Math.sqrt(((east - west) * (north - south)) / areas.length);
  const zoom = Math.log2(pixels / (Math.max(usual, Number.EPSILON) * PIXELS_PER_DEGREE));
  return ['step', ['zoom'], 0, Math.max(0, zoom), 1];
};

/** Areas from which on their corners are half of the work of drawing. */
const MANY = 1000;

/** How far an outline may be from the true one, in pixels of a whole zoom: MapLibre's own measure, and a pixel where areas are many and small. */
const toleranceFor = (areas: readonly Area[]): number => (areas.length >= MANY ? 1 : 0.375);

/** The text of the labels in a language. */
const labelText = (language: InterfaceLanguage): ExpressionSpecification => ['get', `name-${language}`];

/**
 * The style: areas, their outlines and their names; no basemap, no sprite, no glyph server, nothing from elsewhere.
 * Classes come in by feature-state, hover and selection by the source of the marks. `arabicFontUrl` is the page's own Arabic font file.
 */
export const mapStyle = (
  language: InterfaceLanguage,
  palette: Palette,
  areas: readonly Area[],
  arabicFontUrl: string,
): StyleSpecification => ({
  version: 8,
  'font-faces': {
    [ARABIC_FONT]: [
      { url: arabicFontUrl, 'unicode-range': ['U+0600-06FF', 'U+0750-077F', 'U+FB50-FDFF', 'U+FE70-FEFC'] },
    ],
  },
  sources: {
    [POLYGON_SOURCE]: { type: 'geojson', data: polygonFeatures(areas), tolerance: toleranceFor(areas) },
    [BORDER_SOURCE]: { type: 'geojson', data: borderFeatures(areas), tolerance: toleranceFor(areas) },
    [MARK_SOURCE]: { type: 'geojson', data: markFeatures(areas, { hover: null, selected: null }) },
    [LABEL_SOURCE]: { type: 'geojson', data: labelFeatures(areas) },
  },
  layers: [
    { id: 'water', type: 'background', paint: { 'background-color': WATER } },
    {
      id: FILL_LAYER,
      type: 'fill',
      source: POLYGON_SOURCE,
      paint: { 'fill-color': fillColour(palette), 'fill-antialias': false },
    },
    {
      id: ABOVE_TEXTURES,
      type: 'line',
      source: BORDER_SOURCE,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 1.5, 'line-opacity': fromWidth(areas, WIDE_ENOUGH_FOR_WHITE) },
    },
    {
      id: 'area-edge',
      type: 'line',
      source: BORDER_SOURCE,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': '#7c8794',
        'line-width': 0.6,
        'line-opacity': fromWidth(areas, WIDE_ENOUGH_FOR_EDGE),
      },
    },
    {
      id: 'area-hover',
      type: 'line',
      source: MARK_SOURCE,
      filter: hasMark('hover'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': INK, 'line-width': 2 },
    },
    {
      id: 'area-selected-halo',
      type: 'line',
      source: MARK_SOURCE,
      filter: hasMark('selected'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 6 },
    },
    {
      id: 'area-selected',
      type: 'line',
      source: MARK_SOURCE,
      filter: hasMark('selected'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#0b4f6c', 'line-width': 3.5 },
    },
    {
      id: NAMES_LAYER,
      type: 'symbol',
      source: LABEL_SOURCE,
      filter: hasRoom,
      layout: {
        'text-field': labelText(language),
        'text-font': FONTS,
        'text-size': TEXT_SIZE,
        'text-max-width': 6,
        'text-padding': 1,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        // Where two names would meet, the one of fewer people waits for a closer look; where that is not known, the one of less room.
        'symbol-sort-key': ['-', 0, ['+', ['get', 'population'], ['get', 'room']]],
      },
      paint: { 'text-color': INK, 'text-halo-color': 'rgba(255,255,255,0.92)', 'text-halo-width': 1.8 },
    },
    {
      id: CHOSEN_NAME_LAYER,
      type: 'symbol',
      source: LABEL_SOURCE,
      filter: ['==', ['id'], -1],
      layout: {
        'text-field': labelText(language),
        'text-font': FONTS,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 13, 15, 17],
        'text-max-width': 8,
        'text-offset': aboveWhereNarrow,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': '#0b4f6c', 'text-halo-color': '#ffffff', 'text-halo-width': 2.5 },
    },
  ],
});
