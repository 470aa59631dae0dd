import type { Mention } from '../gazetteer/open-gazetteer.js';
import type { RungStep } from './world.js';

/** Below this a name fits several areas about equally well, and none is chosen. */
const SURE = 0.5;

/**
 * The areas that title and text name. A name that fits several areas counts for the one that is also named clearly in
 * the same post, else for none. A name that is the city's own means the city.
 */
export const byMention: RungStep = ({ title, text, languageHint }, { gazetteer, isCityName }) => {
  const language = languageHint !== null && /^[a-z]{3}$/.test(languageHint) ? { language: languageHint } : {};
  const found = [title ?? '', text].flatMap((part): Mention[] =>
    gazetteer
      .findMentions(part, { ...language, doubtful: true })
      .filter(({ start, end }) => !isCityName(part.slice(start, end))),
  );
  const areas = new Set(found.filter(({ confidence }) => confidence >= SURE).map(({ areaId }) => areaId));
  return { areas: [...areas].sort(), candidates: [...new Set(found.map(({ areaId }) => areaId))].sort() };
};
