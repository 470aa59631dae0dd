import { pointsInCity, thousandAreas } from '../../corpora/wavy-areas.mjs';
import { peer } from '../../peer.mjs';

export const name = 'turf booleanPointInPolygon, one area after the other';
export const unit = 'points';

const { booleanPointInPolygon } = await peer('observatory', '@turf/turf');

const { features } = thousandAreas();
let points = pointsInCity(0);

// Fewer points than the others, whose rate it does not change: every point costs the same half of all edges.
export const prepare = () => {
  points = pointsInCity(1_000);
};

export const run = () => {
  for (const point of points) features.find((feature) => booleanPointInPolygon(point, feature));
  return points.length;
};
