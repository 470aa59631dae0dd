export { type AreaIndex, indexAreas } from './areas/index-areas.js';
export { type LoadedAreas, loadAreas } from './areas/load-areas.js';
export type { PolygonFeatures } from './areas/parts.js';
