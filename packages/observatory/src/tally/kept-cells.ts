import { type AreaCollection, contentId, RUNGS, SEVERITIES, STANCES, targetCode } from '@marsad/records';
import { z } from 'zod';
import type { CountedCell } from './cell.js';
import { districtsByArea } from './districts.js';
import { keepPosts, kindsOf, readKinds, readPosts } from './kept-posts.js';
import { packNumbers, unpackNumbers } from './packed-numbers.js';
import type { PostKinds } from './post-kinds.js';
import type { Tallied } from './tally-posts.js';

/** Changes whenever a post would be counted or kept otherwise than before, so that nothing of the old way is read. */
const COUNTED_AS = '7';

/** The way in which posts are counted: another one when an area comes to lie in another district. */
export const countedAs = (areas: Pick<AreaCollection, 'features'>): string => {
  const districts = [...districtsByArea(areas)].flat();
  return districts.length === 0 ? COUNTED_AS : `${COUNTED_AS} ${contentId('districts', ...districts)}`;
};

const counts = z.array(z.tuple([z.string(), z.number()]));
const perSignal = <T extends z.ZodType>(value: T) =>
  z.strictObject({ hate: value, extremism: value, polarisation: value, offensive: value, bridging: value });
/** The long lists are looked at in one go. */
const numbers = z.custom<number[]>((value) => Array.isArray(value) && value.every((one) => typeof one === 'number'));

const keptCell = z.strictObject({
  area: z.string().nullable(),
  /** true: what posts that name several areas of a district are counted too often; `area` is the district */
  overlap: z.boolean(),
  posts: z.number(),
  copies: z.number(),
  weight: z.number(),
  groups: numbers,
  authors: z.string(),
  flagged: perSignal(z.number()),
  targets: perSignal(z.array(z.tuple([targetCode, z.number()]))),
  severities: z.array(z.tuple([z.enum(SEVERITIES), z.number()])),
  probabilities: perSignal(z.number()),
  languages: counts,
  rungs: z.array(z.tuple([z.enum(RUNGS), z.number()])),
  stances: z.array(z.tuple([z.enum(STANCES), z.number()])),
  /** by language (`packNumbers`) */
  scores: z.array(z.tuple([z.string(), z.string()])),
  ofSources: z.array(z.tuple([z.number(), z.strictObject({ posts: z.number(), flagged: perSignal(z.number()) })])),
});

const keptWeek = z.strictObject({
  languages: z.array(z.string()),
  sources: numbers,
  kinds: numbers,
  cells: z.array(keptCell),
});

const sorted = <K extends string, V>(map: ReadonlyMap<K, V>): [K, V][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** A cell that an earlier tally kept: of an area, or (`overlap`) what posts are counted too often in a district. */
export interface KeptCell {
  area: string | null;
  overlap: boolean;
  cell: CountedCell;
}

const inPeriod = <Key extends string | null>(
  all: ReadonlyMap<Key, ReadonlyMap<string, CountedCell>>,
  period: string,
  overlap: boolean,
): KeptCell[] =>
  [...all].flatMap(([area, periods]) => {
    const cell = periods.get(period);
    return cell ? [{ area, overlap, cell }] : [];
  });

/** All cells of one period as text, for the store; authors and sources by their keys, sorted, so that equal cells are equal text. */
export const keepCells = ({ cells, overlaps }: Pick<Tallied, 'cells' | 'overlaps'>, period: string): string => {
  const all = [...inPeriod(cells, period, false), ...inPeriod(overlaps, period, true)];
  all.sort((a, b) => Number(a.overlap) - Number(b.overlap) || ((a.area ?? '') < (b.area ?? '') ? -1 : 1));
  const { kept, places } = kindsOf(all.map(({ cell }) => cell));
  const week: z.infer<typeof keptWeek> = {
    ...kept,
    cells: all.map(({ area, overlap, cell }) => {
      const { sources: _, targets, ...rest } = cell;
      return {
        ...rest,
        area,
        overlap,
        ...keepPosts(cell, places),
        targets: {
          hate: sorted(targets.hate),
          extremism: sorted(targets.extremism),
          polarisation: sorted(targets.polarisation),
          offensive: sorted(targets.offensive),
          bridging: sorted(targets.bridging),
        },
        severities: sorted(cell.severities),
        languages: sorted(cell.languages),
        rungs: sorted(cell.rungs),
        stances: sorted(cell.stances),
        scores: sorted(cell.scores).map(([language, scores]) => [language, packNumbers(scores.toSorted())]),
        ofSources: [...cell.ofSources].sort(([a], [b]) => a - b),
      };
    }),
  };
  return JSON.stringify(week);
};

/**
 * The cells of one period that an earlier tally kept.
 * @param kinds numbers the kinds of all cells of the tally they are read into
 * @throws {ZodError} when the text is none that `keepCells` made
 * @throws {MarsadError} when its lists do not fit each other
 */
export const readCells = (text: string, kinds: PostKinds): KeptCell[] => {
  const week = keptWeek.parse(JSON.parse(text));
  const ofWeek = readKinds(week, kinds);
  return week.cells.map(({ area, overlap, groups, ...kept }) => ({
    area,
    overlap,
    cell: {
      ...kept,
      ...readPosts({ groups, authors: kept.authors }, ofWeek, kinds),
      targets: {
        hate: new Map(kept.targets.hate),
        extremism: new Map(kept.targets.extremism),
        polarisation: new Map(kept.targets.polarisation),
        offensive: new Map(kept.targets.offensive),
        bridging: new Map(kept.targets.bridging),
      },
      severities: new Map(kept.severities),
      languages: new Map(kept.languages),
      rungs: new Map(kept.rungs),
      stances: new Map(kept.stances),
      scores: new Map(kept.scores.map(([language, scores]) => [language, unpackNumbers(scores)])),
      ofSources: new Map(kept.ofSources),
    },
  }));
};
