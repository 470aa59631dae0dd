import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';

export const BASEMAP_SOURCE = 'basemap';

/** The colours of the ground, light and quiet; what shows through the areas is told by `TRACE`. */
export const GROUND = {
  earth: '#f6f4ef',
  green: '#e6eddd',
  water: '#c3dae8',
  road: '#d5d0c6',
  boundary: '#b3b0ba',
} as const;

/**
 * Water and roads show through the areas by a share of their colour, from 0 to 1: everywhere else an area has the very colour
 * of the legend, and over water one that is still told from its neighbours (a test says so).
 */
export const TRACE = { water: '#a9cbe0', road: '#8b8f96', share: 0.18, roadShare: 0.45 } as const;

const isPolygon: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const isKind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]];
const widening = (...stops: number[]): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.6],
  ['zoom'],
  // A list of unknown length: TypeScript knows the pairs only one by one.
  ...(stops as [number, number]),
];

const SMALL_ROADS_FROM = 13;
const smallRoadWidth = widening(SMALL_ROADS_FROM, 0.5, 18, 5);
const roadWidth = widening(8, 0.6, 12, 1.6, 18, 10);
const isRoad = isKind('highway', 'major_road');

/**
 * What is drawn below the areas, of the layers of Protomaps, version 4 of its tiles. No names: the neighbourhoods have ours,
 * and letters would have to come from a server of glyphs.
 */
export const BASEMAP_LAYERS: readonly LayerSpecification[] = [
  {
    id: 'basemap-earth',
    type: 'fill',
    source: BASEMAP_SOURCE,
    'source-layer': 'earth',
    filter: isPolygon,
    paint: { 'fill-color': GROUND.earth },
  },
  {
    id: 'basemap-green',
    type: 'fill',
    source: BASEMAP_SOURCE,
    'source-layer': 'landuse',
    filter: ['all', isPolygon, isKind('park', 'forest', 'wood', 'nature_reserve', 'cemetery', 'grass', 'garden')],
    paint: { 'fill-color': GROUND.green },
  },
  {
    id: 'basemap-water',
    type: 'fill',
    source: BASEMAP_SOURCE,
    'source-layer': 'water',
    filter: isPolygon,
    paint: { 'fill-color': GROUND.water },
  },
  {
    id: 'basemap-small-roads',
    type: 'line',
    source: BASEMAP_SOURCE,
    'source-layer': 'roads',
    minzoom: SMALL_ROADS_FROM,
    filter: isKind('minor_road'),
    paint: { 'line-color': GROUND.road, 'line-width': smallRoadWidth },
  },
  {
    id: 'basemap-roads',
    type: 'line',
    source: BASEMAP_SOURCE,
    'source-layer': 'roads',
    filter: isRoad,
    paint: { 'line-color': GROUND.road, 'line-width': roadWidth },
  },
  {
    id: 'basemap-boundaries',
    type: 'line',
    source: BASEMAP_SOURCE,
    'source-layer': 'boundaries',
    paint: { 'line-color': GROUND.boundary, 'line-width': 1, 'line-dasharray': [3, 2] },
  },
];

/** What shows through the areas, drawn right above their colours and below their textures: silences stay as they are. */
export const BASEMAP_TRACES: readonly LayerSpecification[] = [
  {
    id: 'basemap-water-trace',
    type: 'fill',
    source: BASEMAP_SOURCE,
    'source-layer': 'water',
    filter: isPolygon,
    paint: { 'fill-color': TRACE.water, 'fill-opacity': TRACE.share },
  },
  {
    id: 'basemap-small-road-trace',
    type: 'line',
    source: BASEMAP_SOURCE,
    'source-layer': 'roads',
    minzoom: SMALL_ROADS_FROM,
    filter: isKind('minor_road'),
    paint: { 'line-color': TRACE.road, 'line-opacity': TRACE.roadShare / 2, 'line-width': smallRoadWidth },
  },
  {
    id: 'basemap-road-trace',
    type: 'line',
    source: BASEMAP_SOURCE,
    'source-layer': 'roads',
    filter: isRoad,
    paint: { 'line-color': TRACE.road, 'line-opacity': TRACE.roadShare, 'line-width': roadWidth },
  },
];
