import { type AreaCollection, contentId, MarsadError, RUNGS, SEVERITIES, STANCES, targetCode } from '@marsad/records';
import { z } from 'zod';
import { AuthorCounts } from './author-counts.js';
import type { CountedCell } from './cell.js';
import { districtsByArea } from './districts.js';
import type { PostKind, PostKinds } from './post-kinds.js';
import type { Tallied } from './tally-posts.js';

/** Changes whenever a post would be counted otherwise than before, so that nothing counted the old way is kept. */
const COUNTED_AS = '6';

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
  /** keys of authors, one a post, in groups of posts of one kind */
  authors: numbers,
  sources: numbers,
  /** by group five numbers: where its language, its rung and its source stand in the lists below and above, its flags, its posts */
  kinds: numbers,
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

const KIND_FIELDS = 5;

const placesOf = <Thing>(things: readonly Thing[]): Map<Thing, number> =>
  new Map(things.map((thing, at) => [thing, at]));

/** The posts of a cell in groups of one kind, in an order that depends on the posts alone. */
const groupsOf = (cell: CountedCell): Pick<z.infer<typeof keptCell>, 'authors' | 'sources' | 'kinds'> => {
  const languages = [...cell.languages.keys()].sort();
  const rungs = [...cell.rungs.keys()].sort();
  const sources = [...cell.sources].sort((a, b) => a - b);
  const inLanguages = placesOf(languages);
  const inRungs = placesOf(rungs);
  const inSources = placesOf(sources);
  const groups = new Map<PostKind, { kind: number[]; authors: number[] }>();
  cell.authors.eachPost((author, kind) => {
    const known = groups.get(kind);
    if (known) {
      known.authors.push(author);
      return;
    }
    const { language, rung, source, flags } = kind;
    const places = [inLanguages.get(language), inRungs.get(rung), inSources.get(source)].map((place) => place ?? -1);
    groups.set(kind, { kind: [...places, flags], authors: [author] });
  });
  const inOrder = [...groups.values()].sort(({ kind: a }, { kind: b }) => {
    const at = a.findIndex((place, index) => place !== b[index]);
    return (a[at] ?? 0) - (b[at] ?? 0);
  });
  for (const { authors } of inOrder) authors.sort((a, b) => a - b);
  return {
    authors: inOrder.flatMap(({ authors }) => authors),
    sources,
    kinds: inOrder.flatMap(({ kind, authors }) => [...kind, authors.length]),
  };
};

/** @throws {MarsadError} when the groups do not fit the lists beside them, as those that `groupsOf` made do */
const authorsOf = (
  { authors, sources, kinds: groups, languages, rungs }: z.infer<typeof keptCell>,
  kinds: PostKinds,
): AuthorCounts => {
  const counts = new AuthorCounts([], kinds);
  let next = 0;
  for (let at = 0; at < groups.length; at += KIND_FIELDS) {
    const [ofLanguage = -1, ofRung = -1, ofSource = -1, flags = 0, posts = 0] = groups.slice(at, at + KIND_FIELDS);
    const language = languages[ofLanguage]?.[0];
    const rung = rungs[ofRung]?.[0];
    const source = sources[ofSource];
    if (language === undefined || rung === undefined || source === undefined) throw misread();
    const number = kinds.numberOf(language, rung, source, flags);
    for (const end = next + posts; next < end; next += 1) {
      const author = authors[next];
      if (author === undefined) throw misread();
      counts.add(author, number);
    }
  }
  if (next !== authors.length) throw misread();
  return counts;
};

const misread = (): MarsadError =>
  new MarsadError(
    'bad-kept-cells',
    'kept counts: expected posts of the kinds and numbers that the cell counts, found others',
  );

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
      ...groupsOf(cell),
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
 * @param kinds numbers the kinds of all cells of the tally they are read into
 * @throws {ZodError} when the text is none that `keepCells` made
 */
export const readCells = (text: string, kinds: PostKinds): KeptCell[] =>
  z
    .array(keptCell)
    .parse(JSON.parse(text))
    .map(({ area, overlap, kinds: groups, ...kept }) => ({
      area,
      overlap,
      cell: {
        ...kept,
        authors: authorsOf({ ...kept, area, overlap, kinds: groups }, kinds),
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
