import { pointsInCity, thousandAreas } from '../../corpora/wavy-areas.mjs';
import { peer } from '../../peer.mjs';

export const name = 'turf tag';
export const unit = 'points';

const { tag } = await peer('observatory', '@turf/turf');

const areas = thousandAreas();
for (const feature of areas.features) Object.assign(feature.properties, { id: feature.id });
/** @param {import('../../corpora/wavy-areas.mjs').Position[]} positions */
const pointsAt = (positions) => ({
  type: 'FeatureCollection',
  features: positions.map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates },
  })),
});
let points = pointsAt([]);

// Fewer points than the others, whose rate it does not change: every point is held against all areas.
export const prepare = () => {
  points = pointsAt(pointsInCity(1_000));
};

export const run = () => {
  tag(points, areas, 'id', 'area');
  return points.features.length;
};
