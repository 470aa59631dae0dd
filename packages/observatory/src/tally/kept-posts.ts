import { MarsadError, RUNGS } from '@marsad/records';
import { AuthorCounts } from './author-counts.js';
import type { CountedCell } from './cell.js';
import { packNumbers, unpackNumbers } from './packed-numbers.js';
import type { PostKind, PostKinds } from './post-kinds.js';

/** The kinds of the posts of a week, in an order that depends on the posts alone. */
export interface KeptKinds {
  /** sorted */
  languages: string[];
  /** keys, sorted */
  sources: number[];
  /** by kind four numbers: where its language stands, its rung in the taxonomy, where its source stands, its flags */
  kinds: number[];
}

/** The posts of a cell in groups of one kind. */
export interface KeptPosts {
  /** by group two numbers: where its kind stands among those of the week, and its posts; in the order of the kinds */
  groups: number[];
  /** keys of authors, one a post, sorted in each group (`packNumbers`) */
  authors: string;
}

const KIND_FIELDS = 4;
const GROUP_FIELDS = 2;
/** Posts of one cell are fewer, so that the place of a kind and the place of a post fit into one number. */
const MOST_POSTS = 2 ** 28;

/** For lists that do not fit each other. */
const misread = (): MarsadError =>
  new MarsadError(
    'bad-kept-cells',
    'kept counts: expected posts of the kinds and numbers that the cell counts, found others',
  );

const compare = (a: PostKind, b: PostKind): number => {
  if (a.language !== b.language) return a.language < b.language ? -1 : 1;
  return RUNGS.indexOf(a.rung) - RUNGS.indexOf(b.rung) || a.source - b.source || a.flags - b.flags;
};

const placesOf = <Thing>(things: readonly Thing[]): Map<Thing, number> =>
  new Map(things.map((thing, at) => [thing, at]));

/** The kinds of the posts of some cells of one tally, and at which place among them that of a number stands. */
export const kindsOf = (cells: readonly CountedCell[]): { kept: KeptKinds; places: ReadonlyMap<number, number> } => {
  const met = new Map<number, PostKind>();
  for (const { authors } of cells) {
    authors.eachPost((_, number) => {
      if (met.has(number)) return;
      const kind = authors.kindAt(number);
      if (!kind) throw misread();
      met.set(number, kind);
    });
  }
  const inOrder = [...met].sort(([, a], [, b]) => compare(a, b));
  const languages = [...new Set(inOrder.map(([, { language }]) => language))];
  const sources = [...new Set(inOrder.map(([, { source }]) => source))].sort((a, b) => a - b);
  const inLanguages = placesOf(languages);
  const inSources = placesOf(sources);
  return {
    kept: {
      languages,
      sources,
      kinds: inOrder.flatMap(([, { language, rung, source, flags }]) => [
        inLanguages.get(language) ?? -1,
        RUNGS.indexOf(rung),
        inSources.get(source) ?? -1,
        flags,
      ]),
    },
    places: placesOf(inOrder.map(([number]) => number)),
  };
};

/** The posts of a cell, its kinds by their places. */
export const keepPosts = ({ authors, posts }: CountedCell, places: ReadonlyMap<number, number>): KeptPosts => {
  const order = new Float64Array(posts);
  const unsorted = new Float64Array(posts);
  let at = 0;
  authors.eachPost((author, number) => {
    unsorted[at] = authors.keyOf(author);
    order[at] = (places.get(number) ?? 0) * MOST_POSTS + at;
    at += 1;
  });
  if (at !== posts) throw misread();
  order.sort();
  const keys = new Float64Array(posts);
  const groups: number[] = [];
  let from = 0;
  for (let next = 0; next < posts; next += 1) {
    const own = order[next] ?? 0;
    const place = Math.floor(own / MOST_POSTS);
    keys[next] = unsorted[own - place * MOST_POSTS] ?? 0;
    const follower = order[next + 1];
    if (follower !== undefined && follower < (place + 1) * MOST_POSTS) continue;
    groups.push(place, next + 1 - from);
    if (next > from) keys.subarray(from, next + 1).sort();
    from = next + 1;
  }
  return { groups, authors: packNumbers(keys) };
};

/**
 * The kinds of a week as a tally numbers them.
 * @throws {MarsadError} when they do not fit the lists beside them, as those that `kindsOf` made do
 */
export const readKinds = (
  { languages, sources, kinds }: KeptKinds,
  of: PostKinds,
): { number: number; source: number }[] => {
  const found: { number: number; source: number }[] = [];
  for (let at = 0; at < kinds.length; at += KIND_FIELDS) {
    const [ofLanguage = -1, ofRung = -1, ofSource = -1, flags = 0] = kinds.slice(at, at + KIND_FIELDS);
    const language = languages[ofLanguage];
    const rung = RUNGS[ofRung];
    const source = sources[ofSource];
    if (language === undefined || rung === undefined || source === undefined) throw misread();
    found.push({ number: of.numberOf(language, rung, source, flags), source });
  }
  return found;
};

/**
 * The authors and sources of a cell whose posts were kept.
 * @throws {MarsadError} when its groups do not fit its authors or the kinds, as those that `keepPosts` made do
 */
export const readPosts = (
  { groups, authors }: KeptPosts,
  week: readonly { number: number; source: number }[],
  kinds: PostKinds,
): { authors: AuthorCounts; sources: Set<number> } => {
  const counts = new AuthorCounts([], kinds);
  const sources = new Set<number>();
  const keys = unpackNumbers(authors);
  let next = 0;
  for (let at = 0; at < groups.length; at += GROUP_FIELDS) {
    const kind = week[groups[at] ?? -1];
    if (!kind) throw misread();
    sources.add(kind.source);
    for (const end = next + (groups[at + 1] ?? 0); next < end; next += 1) {
      const author = keys[next];
      if (author === undefined) throw misread();
      counts.add(kinds.authors.numberOf(author), kind.number);
    }
  }
  if (next !== keys.length) throw misread();
  return { authors: counts, sources };
};
