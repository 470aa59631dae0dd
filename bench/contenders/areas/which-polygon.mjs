import whichPolygon from 'which-polygon';
import { pointsInCity, thousandAreas } from '../../corpora/wavy-areas.mjs';
import { cpuSecondsSince } from '../../cpu-seconds.mjs';

export const name = 'which-polygon';
export const unit = 'points';

const areas = thousandAreas();
for (const feature of areas.features) Object.assign(feature.properties, { id: feature.id });
const begun = process.cpuUsage();
const query = whichPolygon(areas);
const seconds = cpuSecondsSince(begun);
let points = pointsInCity(0);

// Fewer points than ours, whose rate it does not change.
export const prepare = () => {
  points = pointsInCity(200_000);
};

export const run = () => {
  for (const [lng, lat] of points) query([lng, lat]);
  return points.length;
};

export const quality = () => `index built in ${seconds.toFixed(2)} s of CPU`;
