import { urlValues, viewFromUrl } from './url.js';
import type { Choices } from './view.js';

const LONGEST = 40;
/** Signs that turn the direction of text or break lines: a link must not scramble the sentence that quotes it. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const quoted = (text: string): string => {
  const seen = [...text.replace(UNSEEN, '\ufffd')];
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST).join('')}…` : seen.join('');
};

/**
 * The parts (`area=nowhere`) of a URL's query that the view does not follow: unknown ones, values that are not in this
 * snapshot, weeks in the wrong order. Each is cut to a length that can be shown.
 */
export const ignoredInUrl = (query: string, choices: Choices): string[] => {
  const followed = new Map(Object.entries(urlValues(viewFromUrl(query, choices))));
  return [...new URLSearchParams(query)]
    .filter(([name, value]) => value !== '' && followed.get(name) !== value)
    .map(([name, value]) => quoted(`${name}=${value}`));
};
