import type { Mention } from '../gazetteer/open-gazetteer.js';
import type { RungStep } from './world.js';

/** Below this a name fits several areas about equally well, and none is chosen. */
const SURE = 0.5;

const sureOf = ({ areaId, confidence }: Mention): string[] => (confidence >= SURE ? [areaId] : []);

/** The areas of each name found: mentions that begin at one place are one name. */
const bearersOf = (mentions: readonly Mention[]): string[][] => {
  const names = new Map<number, string[]>();
  for (const { start, areaId } of mentions) names.set(start, [...(names.get(start) ?? []), areaId]);
  return [...names.values()];
};

const sorted = (bearers: readonly string[][]): string[] => [...new Set(bearers.flat())].sort();

/**
 * The areas that title and text name. A name that fits several areas counts for the one that is also named clearly in
 * the same post, else for none. A name that is the city's own means the city.
 *
 * An area was chosen from all that bear a name it was recognised by, and from those of names that stayed undecided.
 */
export const byMention: RungStep = ({ title, text, languageHint }, { gazetteer, isCityName }) => {
  const language = languageHint !== null && /^[a-z]{3}$/.test(languageHint) ? { language: languageHint } : {};
  const found = [title ?? '', text].map((part): Mention[] =>
    gazetteer
      .findMentions(part, { ...language, doubtful: true })
      .filter(({ start, end }) => !isCityName(part.slice(start, end))),
  );
  const areas = new Set(found.flatMap((mentions) => mentions.flatMap(sureOf)));
  const bearers = found.flatMap(bearersOf);
  const undecided = bearers.filter((areaIds) => !areaIds.some((areaId) => areas.has(areaId)));
  const chosenFrom = (areaId: string): string[] =>
    sorted([...undecided, ...bearers.filter((all) => all.includes(areaId))]);
  return {
    areas: [...areas].sort(),
    candidates: sorted(bearers),
    chosenFrom: new Map([...areas].map((areaId) => [areaId, chosenFrom(areaId)])),
  };
};
