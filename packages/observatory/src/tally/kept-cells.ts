import { type AreaCollection, contentId, RUNGS, SEVERITIES, STANCES, targetCode } from '@marsad/records';
import { z } from 'zod';
import { AuthorCounts } from './author-counts.js';
import type { CountedCell } from './cell.js';
import { districtsByArea } from './districts.js';
import type { Tallied } from './tally-posts.js';

/** Changes whenever a post would be counted otherwise than before, so that nothing counted the old way is kept. */
const COUNTED_AS = '5';

/** The way in which posts are counted: another one when an area comes to lie in another district. */
export const countedAs = (areas: Pick<AreaCollection, 'features'>): string => {
  const districts = [...districtsByArea(areas)].flat();
  return districts.length === 0 ? COUNTED_AS : `${COUNTED_AS} ${contentId('districts', ...districts)}`;
};

const counts = z.array(z.tuple([z.string(), z.number()]));
const perSignal = <T extends z.ZodType>(value: T) =>
  z.strictObject({ hate: value, extremism: value, polarisation: value, offensive: value, bridging: value });
/** Keys; the long lists are looked at in one go. */
const numbers = z.custom<number[]>((value) => Array.isArray(value) && value.every((one) => typeof one === 'number'));

const keptCell = z.strictObject({
  area: z.string().nullable(),
  /** true: what posts that name several areas of a district are counted too often; `area` is the district */
  overlap: z.boolean(),
  posts: z.number(),
  copies: z.number(),
  weight: z.number(),
  authors: numbers,
  sources: numbers,
  flagged: perSignal(z.number()),
  targets: perSignal(z.array(z.tuple([targetCode, z.number()]))),
  severities: z.array(z.tuple([z.enum(SEVERITIES), z.number()])),
  probabilities: perSignal(z.number()),
  languages: counts,
  rungs: z.array(z.tuple([z.enum(RUNGS), z.number()])),
  stances: z.array(z.tuple([z.enum(STANCES), z.number()])),
  scores: z.array(z.tuple([z.string(), numbers])),
  ofSources: z.array(z.tuple([z.number(), z.strictObject({ posts: z.number(), flagged: perSignal(z.number()) })])),
});

const sorted = <K extends string, V>(map: ReadonlyMap<K, V>): [K, V][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** All cells of one period as text, for the store; authors and sources by their keys, sorted, so that equal cells are equal text. */
export const keepCells = ({ cells, overlaps }: Pick<Tallied, 'cells' | 'overlaps'>, period: string): string => {
  const kept: z.infer<typeof keptCell>[] = [];
  const all = [
    ...[...cells].map(([area, periods]) => ({ area, overlap: false, periods })),
    ...[...overlaps].map(([area, periods]) => ({ area, overlap: true, periods })),
  ];
  for (const { area, overlap, periods } of all) {
    const cell = periods.get(period);
    if (!cell) continue;
    const { targets } = cell;
    kept.push({
      ...cell,
      area,
      overlap,
      authors: [...cell.authors.sortedKeys()],
      sources: [...cell.sources].sort((a, b) => a - b),
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
      scores: sorted(cell.scores).map(([language, scores]) => [language, [...Float64Array.from(scores).sort()]]),
      ofSources: [...cell.ofSources].sort(([a], [b]) => a - b),
    });
  }
  kept.sort((a, b) => Number(a.overlap) - Number(b.overlap) || ((a.area ?? '') < (b.area ?? '') ? -1 : 1));
  return JSON.stringify(kept);
};

/** A cell that an earlier tally kept: of an area, or (`overlap`) what posts are counted too often in a district. */
export interface KeptCell {
  area: string | null;
  overlap: boolean;
  cell: CountedCell;
}

/**
 * The cells of one period that an earlier tally kept.
 * @throws {ZodError} when the text is none that `keepCells` made
 */
export const readCells = (text: string): KeptCell[] =>
  z
    .array(keptCell)
    .parse(JSON.parse(text))
    .map(({ area, overlap, ...kept }) => ({
      area,
      overlap,
      cell: {
        ...kept,
        authors: new AuthorCounts(kept.authors),
        sources: new Set(kept.sources),
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
        scores: new Map(kept.scores),
        ofSources: new Map(kept.ofSources),
      },
    }));
