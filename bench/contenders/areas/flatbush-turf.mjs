import { pointsInCity, thousandAreas } from '../../corpora/wavy-areas.mjs';
import { peer } from '../../peer.mjs';

export const name = 'flatbush, then turf booleanPointInPolygon';
export const unit = 'points';

const { bbox, booleanPointInPolygon } = await peer('observatory', '@turf/turf');
const { default: Flatbush } = await peer('observatory', 'flatbush');

const { features } = thousandAreas();
const boxes = new Flatbush(features.length);
let points = pointsInCity(0);

export const prepare = () => {
  for (const feature of features) boxes.add(...bbox(feature));
  boxes.finish();
  points = pointsInCity(200_000);
};

export const run = () => {
  for (const [lng, lat] of points) {
    const candidates = boxes
      .search(lng, lat, lng, lat)
      .sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
    candidates.find((/** @type {number} */ at) => booleanPointInPolygon([lng, lat], features[at]));
  }
  return points.length;
};
