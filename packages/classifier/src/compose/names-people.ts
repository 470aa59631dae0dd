import type { Analysis } from './analyse-text.js';

/**
 * Whether a text names people by a protected characteristic, or says something hateful that implies them. Hate is a
 * relation to people: a text that names none needs far more to be taken for it.
 */
export const namesPeople = ({ reading, judged }: Analysis): boolean =>
  reading.hits.some(({ entry }) => entry.kind === 'group' || entry.kind === 'slur') ||
  judged.some(({ signal }) => signal === 'hate');
