import type { AreaCollection } from '@marsad/records';
import { AuthorCounts } from './author-counts.js';
import { type CountedCell, emptyCell, mergeInto, subtractFrom } from './cell.js';
import type { Tallied } from './tally-posts.js';

/** District of each area that lies in one: area id → district id. */
export const districtsByArea = ({ features }: Pick<AreaCollection, 'features'>): Map<string, string> =>
  new Map(features.flatMap(({ id, properties: { district } }) => (district === null ? [] : [[id, district] as const])));

/**
 * How often a post is counted too often when the areas of a district are added up: for each district one time less than
 * the areas of it that the post names. Districts of a single named area are left out, as nearly all are.
 */
export const overlapsOf = (
  areas: readonly { area: string }[],
  districts: ReadonlyMap<string, string>,
): { district: string; times: number }[] => {
  if (areas.length < 2) return [];
  const named = new Map<string, number>();
  for (const { area } of areas) {
    const district = districts.get(area);
    if (district !== undefined) named.set(district, (named.get(district) ?? -1) + 1);
  }
  return [...named].flatMap(([district, times]) => (times > 0 ? [{ district, times }] : []));
};

type Numbers = Uint32Array | Float64Array;

/** Values without those of another list, each as often as it stands there; both in any order, the result sorted. */
const without = (values: Numbers, less: Numbers): number[] => {
  const sorted = values.toSorted();
  const taken = less.toSorted();
  const left: number[] = [];
  let at = 0;
  for (const value of sorted) {
    if (taken[at] === value) at += 1;
    else left.push(value);
  }
  return left;
};

const joined = (some: Float64Array, more: Float64Array): Float64Array => {
  const all = new Float64Array(some.length + more.length);
  all.set(some);
  all.set(more, some.length);
  return all;
};

const NONE = new Float64Array(0);

/**
 * The cells of every district by period, each post once: those of its areas together, less what posts that name several of
 * them are counted too often. Codes of posts (languages, rungs, stances) are not set right: no district tells them.
 */
export const cellsOfDistricts = (
  { cells, overlaps }: Pick<Tallied, 'cells' | 'overlaps'>,
  districts: ReadonlyMap<string, string>,
): Map<string, Map<string, CountedCell>> => {
  const found = new Map<string, Map<string, CountedCell>>();
  for (const [area, periods] of cells) {
    const district = area === null ? undefined : districts.get(area);
    if (district === undefined) continue;
    const own = found.get(district) ?? new Map<string, CountedCell>();
    found.set(district, own);
    for (const [period, cell] of periods) {
      const sum = own.get(period) ?? { ...emptyCell(), scores: new Map(), ofSources: new Map() };
      own.set(period, sum);
      mergeInto(sum, cell);
      for (const [language, scores] of cell.scores) {
        sum.scores.set(language, joined(sum.scores.get(language) ?? NONE, scores));
      }
    }
  }
  for (const [district, periods] of overlaps) {
    for (const [period, twice] of periods) {
      const cell = found.get(district)?.get(period);
      if (!cell) continue;
      subtractFrom(cell, twice);
      cell.authors = new AuthorCounts(without(cell.authors.sortedNumbers(), twice.authors.sortedNumbers()));
      for (const [language, scores] of twice.scores)
        cell.scores.set(language, Float64Array.from(without(cell.scores.get(language) ?? NONE, scores)));
    }
  }
  return found;
};
