import { pointsInCity, thousandAreas } from '../../corpora/wavy-areas.mjs';
import { cpuSecondsSince } from '../../cpu-seconds.mjs';
import { ours, peer } from '../../peer.mjs';

export const name = 'marsad indexAreas';
export const unit = 'points';

const { indexAreas } = await ours('observatory');
const { booleanPointInPolygon } = await peer('observatory', '@turf/turf');

const areas = thousandAreas();
const COMPARED = 1_000;
/** @type {ReturnType<typeof indexAreas>} */
let index;
let points = pointsInCity(0);
let seconds = 0;

export const prepare = () => {
  const begun = process.cpuUsage();
  index = indexAreas(areas);
  seconds = cpuSecondsSince(begun);
  points = pointsInCity(1_000_000);
};

export const run = () => {
  for (const [lng, lat] of points) index.containing(lng, lat);
  return points.length;
};

export const quality = () => {
  const different = points.slice(0, COMPARED).filter(([lng, lat]) => {
    const area = areas.features.find((feature) => booleanPointInPolygon([lng, lat], feature));
    return area?.id !== index.containing(lng, lat);
  });
  return `${different.length} of ${COMPARED} points answered otherwise than by turf; index built in ${seconds.toFixed(2)} s of CPU`;
};
