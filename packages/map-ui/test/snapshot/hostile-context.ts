import { weeksBetween } from '@marsad/records/snapshot';
import { WEEKS } from './make-snapshot.js';
import { PAYLOADS } from './payloads.js';

const weeks = weeksBetween(...WEEKS);

/** Texts of `context.json`, every payload in every field that people write, and in links that are none. */
export const makeHostileContext = (): unknown => {
  const week = (index: number): string => weeks[index % weeks.length] ?? '';
  const names = (text: string): unknown => ({ ar: text.slice(0, 160), en: text.slice(0, 160), fr: text.slice(0, 160) });
  return {
    incidents: PAYLOADS.map((text, index) => ({
      id: `incident-${index}`,
      kind: 'other',
      week: week(index),
      area: null,
      titles: names(text),
      texts: names(text),
      source: {
        name: text.slice(0, 200),
        url: `https://elsewhere.test/${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}`,
      },
    })),
    interventions: PAYLOADS.map((text, index) => ({
      id: `programme-${index}`,
      from: week(index),
      to: null,
      areas: [],
      titles: names(text),
      by: text.slice(0, 200),
      // No address of the web: the entry is left out.
      url: text,
    })),
    notes: PAYLOADS.map((text, index) => ({
      id: `note-${index}`,
      weeks: [week(index), WEEKS[1]],
      area: null,
      language: 'ara',
      text,
    })),
  };
};
