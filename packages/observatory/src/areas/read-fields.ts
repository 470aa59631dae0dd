import type { NameFields } from './name-areas.js';

/** Which properties of a file hold what; where one is not named, those are read that published boundaries mostly use. */
export interface AreaFields {
  id?: string;
  name?: NameFields;
  parent?: string;
  population?: string;
}

/** A property as text; undefined where it is absent or empty. */
export const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
};

/**
 * Reads how many people live in an area.
 * @returns null where nothing is said; `unreadable` where it is no whole number of people
 */
export const populationOf = (value: unknown): number | null | 'unreadable' => {
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'string' ? value.replace(/[\s\u00a0\u202f]/g, '') : value;
  const number = typeof text === 'number' || typeof text === 'string' ? Math.round(Number(text)) : Number.NaN;
  return number >= 0 && Number.isSafeInteger(number) ? number : 'unreadable';
};
