import { entersFigures, type Rung, SIGNALS, type Signal, type Target } from '@marsad/records';
import { authorIdentities } from './author-identity.js';
import { type PeriodUnit, periodsBy } from './period.js';
import { isElsewhere, type PlacedPost } from './placed-post.js';
import { placesOf } from './places-of.js';

/**
 * One row of the finest counts. For the gate and for tests, never to be shown: most rows hold a handful of posts.
 * `target` null is the row of all posts of its area, period, signal, language and rung; a row with a target counts those
 * that are flagged with it, and since a post may have several, rows of targets overlap.
 */
export interface BreakdownRow {
  /** null: the city as a whole, where each post counts once, at its surest rung */
  area: string | null;
  /** day, ISO week or month; or `undated` */
  period: string;
  signal: Signal;
  target: Target | null;
  /** ISO 639-3 */
  language: string;
  rung: Rung;
  /** originals */
  posts: number;
  sources: number;
  authors: number;
  /** those that are flagged with the signal and stand behind it */
  flagged: number;
  /** sum of the calibrated probabilities of the signal, to six decimals */
  probabilitySum: number;
  /** copies that stand here, which enter nothing else */
  copies: number;
}

/** A row while it is counted. */
interface Open {
  posts: number;
  sources: Set<number>;
  authors: Set<number>;
  flagged: number;
  /** in billionths, so that the order of the posts makes no difference */
  probabilities: number;
  copies: number;
}

type Key = [area: string | null, period: string, signal: Signal, target: Target | null, language: string, rung: Rung];

const BILLION = 1e9;

/** Key by key, null first; signals in the order of the taxonomy. */
const byKey = (a: Key, b: Key): number => {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? null;
    if (one === other) continue;
    if (at === 2) return SIGNALS.indexOf(a[2]) - SIGNALS.indexOf(b[2]);
    return (one ?? '') < (other ?? '') ? -1 : 1;
  }
  return 0;
};

/**
 * Counts judged posts per area, period, signal, target, language and rung. Posts that are not of the city count nowhere; the
 * order of the posts makes no difference. Rows are sorted by their keys; those without posts and copies are left out.
 */
export const breakDown = async (
  placed: AsyncIterable<readonly PlacedPost[]>,
  { unit = 'week' }: { unit?: PeriodUnit } = {},
): Promise<BreakdownRow[]> => {
  const rows = new Map<string, { key: Key; open: Open }>();
  const rowAt = (key: Key): Open => {
    const name = JSON.stringify(key);
    const known = rows.get(name);
    if (known) return known.open;
    const open: Open = {
      posts: 0,
      sources: new Set(),
      authors: new Set(),
      flagged: 0,
      probabilities: 0,
      copies: 0,
    };
    rows.set(name, { key, open });
    return open;
  };
  const identify = authorIdentities();
  const periodOf = periodsBy(unit);

  for await (const posts of placed) {
    for (const post of posts) {
      const { verdict, copyOf } = post;
      if (verdict === null || isElsewhere(post)) continue;
      const { language, stance, signals, probabilities } = verdict;
      const period = periodOf(post.publishedAt);
      const who = identify(post);
      const { areas, rung } = placesOf(post);
      for (const place of [{ area: null, rung }, ...areas]) {
        for (const signal of SIGNALS) {
          const found = entersFigures(signal, stance) ? signals.filter(({ code }) => code === signal) : [];
          for (const target of [null, ...new Set(found.flatMap(({ targets }) => targets))]) {
            const row = rowAt([place.area, period, signal, target, language, place.rung]);
            if (copyOf !== null) {
              row.copies += 1;
              continue;
            }
            row.posts += 1;
            row.sources.add(who.source);
            row.authors.add(who.author);
            row.flagged += found.length > 0 ? 1 : 0;
            row.probabilities += Math.round(probabilities[signal] * BILLION);
          }
        }
      }
    }
  }
  return [...rows.values()]
    .sort((a, b) => byKey(a.key, b.key))
    .map(({ key: [area, period, signal, target, language, rung], open }) => ({
      area,
      period,
      signal,
      target,
      language,
      rung,
      posts: open.posts,
      sources: open.sources.size,
      authors: open.authors.size,
      flagged: open.flagged,
      probabilitySum: Math.round(open.probabilities / 1000) / 1e6,
      copies: open.copies,
    }));
};
