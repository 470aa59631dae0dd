import { NOWHERE, type RungStep, surely } from './world.js';

/**
 * The area that the post's place tag names ("Ennasr, Al-Manar"). A tag is a place by itself, so words that are also
 * plain words need no cue here; one that fits several areas says nothing, and the name of the city means the city.
 */
export const byPlaceTag: RungStep = ({ placeTag }, { gazetteer, isCityName }) => {
  if (placeTag === null) return NOWHERE;
  for (const part of [placeTag, ...placeTag.split(/[,،;؛|/()]/)]) {
    if (isCityName(part)) continue;
    const areas = gazetteer.areasNamed(part);
    if (areas.length === 1) return surely(areas);
    if (areas.length > 1) return { areas: [], candidates: areas };
  }
  return NOWHERE;
};
