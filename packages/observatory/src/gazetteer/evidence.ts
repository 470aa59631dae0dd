import type { OtherPlaces } from './other-places.js';
import { fromCapitals } from './signs/capitals.js';
import { fromCities } from './signs/cities.js';
import { fromClubs } from './signs/clubs.js';
import { cuesBefore, fromCuesAfter, fromCuesBefore } from './signs/cues.js';
import { fromLongerNames } from './signs/longer-names.js';
import { fromPersons } from './signs/persons.js';
import { type Met, type Reading, sceneOf } from './signs/scene.js';
import { fromWorks } from './signs/works.js';

/** How far the signs around a name go, as a sum of log-odds. */
export const evidenceFor = (reading: Reading, met: Met, others: OtherPlaces): number => {
  const scene = sceneOf(reading, met);
  if (!scene) return 0;
  const cues = cuesBefore(scene);
  return (
    fromCapitals(scene) +
    fromCuesBefore(scene, cues) +
    fromCuesAfter(scene) +
    fromPersons(scene, cues) +
    fromWorks(scene, cues) +
    fromLongerNames(scene, cues) +
    fromClubs(scene, cues) +
    fromCities(scene, cues, others)
  );
};
