import type { View } from '../state/view.js';

/** Small Latin letters, digits and hyphens: a name that every file system and every mail program leaves alone. */
const namePart = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/**
 * The name of a file that says which city, which level unless it is neighbourhoods, which signal (and target), which weeks: `al-manar_hate_2026-w14_2026-w39.csv`.
 * Dates of a snapshot without any are left out; the weeks
 * that it is compared with come last.
 */
export const fileName = (
  cityId: string,
  view: Pick<View, 'signal' | 'target' | 'from' | 'to' | 'before'> & Partial<Pick<View, 'level'>>,
  ending: string,
): string => {
  const other = view.before === null ? [] : ['versus', view.before.from, view.before.to];
  const level = view.level === 'districts' ? 'districts' : view.level === 'city' ? 'whole-city' : '';
  return [
    cityId,
    level,
    view.signal,
    view.target === 'all' ? '' : view.target,
    view.from ?? '',
    view.to ?? '',
    ...other,
  ]
    .map(namePart)
    .filter((part) => part !== '')
    .join('_')
    .concat('.', ending);
};
