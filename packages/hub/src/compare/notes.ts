import { type ComparedCity, nextWeek } from '@marsad/records';
import { SOON_DAYS } from './limits.js';
import type { Question } from './own-reasons.js';
import type { Standing } from './standing.js';
import type { CityPeriod } from './sum-period.js';

type Note = ComparedCity['notes'][number];

const DAY = 86_400_000;

/** Sources of a city to which one of these things happened within the weeks. */
const sourcesWith = ({ evidence }: Standing, kinds: readonly string[], [first, last]: Question['weeks']): number =>
  (evidence?.sources ?? []).filter(({ events }) =>
    events.some(({ kind, week }) => kinds.includes(kind) && week !== null && first <= week && week <= last),
  ).length;

/**
 * What must be said with a city's figures although they may be compared.
 * @param also `missing`: languages of the standard that the city tells no figures of; `same`: other cities with the same figures
 */
export const notesOf = (
  standing: Standing,
  period: CityPeriod | undefined,
  { weeks, at }: Question,
  { missing, same }: { missing: readonly string[]; same: readonly string[] },
): Note[] => {
  const { evidence, expires, contests, correctionAnnounced } = standing;
  const notes: Note[] = [];
  const left = Date.parse(expires) - Date.parse(at);
  if (left > 0 && left <= SOON_DAYS * DAY) notes.push({ code: 'expires-soon', params: { on: expires } });
  if (contests > 0) notes.push({ code: 'contested', params: { contests } });
  if (correctionAnnounced) notes.push({ code: 'correction-announced', params: {} });
  if (evidence === null || period === undefined || period.posts === 0) return notes;
  if (same.length > 0) notes.push({ code: 'same-figures-as', params: { cities: [...same] } });

  const of = evidence.sources.length;
  const interrupted = sourcesWith(standing, ['unreachable', 'refused', 'gap'], weeks);
  if (interrupted > 0) notes.push({ code: 'sources-interrupted', params: { sources: interrupted, of } });
  // What was there in the first week was not added within the weeks.
  const added = sourcesWith(standing, ['added'], [nextWeek(weeks[0]), weeks[1]]);
  if (added > 0) notes.push({ code: 'sources-added', params: { sources: added, of } });
  if (Object.keys(period.rungs).length === 0) notes.push({ code: 'rungs-untold', params: {} });
  if (Object.keys(period.languages).length === 0) notes.push({ code: 'languages-untold', params: {} });
  else if (missing.length > 0) notes.push({ code: 'not-by-language', params: { languages: [...missing] } });
  return notes;
};
