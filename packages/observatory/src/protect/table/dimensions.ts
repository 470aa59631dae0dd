import type { Tally } from '@marsad/records';

/** Fields of a tally that are figures, whatever type they have. */
const FIGURES: ReadonlySet<string> = new Set([
  'posts',
  'copies',
  'weight',
  'authors',
  'sources',
  'topAuthorShare',
  'flagged',
  'targets',
  'severities',
  'probabilitySums',
  'languages',
  'rungs',
  'stances',
] satisfies (keyof Tally)[]);

/** Fields that say which cell it is, also where their values are numbers. */
const DIMENSIONS: ReadonlySet<string> = new Set([
  'area',
  'district',
  'city',
  'period',
  'day',
  'week',
  'month',
  'signal',
  'target',
  'severity',
  'language',
  'rung',
  'stance',
]);

/** Fields of an answer that was given before. */
const ANSWERS: ReadonlySet<string> = new Set(['status', 'reason']);

/** Fields that call a cell something: they come back with it. */
const NAMES: ReadonlySet<string> = new Set(['id', 'name', 'names', 'label']);

type Row = Readonly<Record<string, unknown>>;

const isWord = (value: unknown): boolean => value === null || value === undefined || typeof value === 'string';

/** Where a cell stands, as one text. */
export const placeIn = (row: Row, dimensions: readonly string[]): string =>
  JSON.stringify(dimensions.map((field) => row[field] ?? null));

/**
 * The fields that tell the cells of a table apart: those known by name, and, where cells are alike in these, further fields of
 * words, in their order, that are not settled by the others (as the name of an area is by its id). All else counts as a figure.
 */
export const dimensionsOf = (cells: readonly Row[]): string[] => {
  const fields = [...new Set(cells.flatMap((cell) => Object.keys(cell)))];
  const chosen = fields.filter((field) => DIMENSIONS.has(field));
  const open = fields.filter(
    (field) =>
      ![DIMENSIONS, FIGURES, ANSWERS].some((fields) => fields.has(field)) && cells.every((cell) => isWord(cell[field])),
  );
  for (const field of open) {
    const values = new Map<string, unknown>();
    const isSettled = cells.every((cell) => {
      const key = placeIn(cell, chosen);
      const value = cell[field] ?? null;
      if (!values.has(key)) values.set(key, value);
      return values.get(key) === value;
    });
    if (!isSettled) chosen.push(field);
  }
  return chosen.sort();
};

/** What may be said of a hidden cell: which it is, and what it is called. */
export const withoutFigures = (cell: Row, dimensions: readonly string[]): Row =>
  Object.fromEntries(
    Object.entries(cell).filter(([field, value]) => dimensions.includes(field) || (NAMES.has(field) && isWord(value))),
  );
