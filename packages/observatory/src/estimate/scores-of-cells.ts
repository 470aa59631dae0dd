import { SIGNALS, type Signal, weekOf } from '@marsad/records';
import { isElsewhere, type PlacedPost, UNDATED } from '../tally/placed-post.js';
import type { Tallied } from '../tally/tally-posts.js';
import { packScores, unpackScores } from './packed-scores.js';
import { countScore, noScores, type ScoreCounts } from './score-counts.js';

/** Posts of one area and week, by language and score. */
export type Counts = Map<string, ScoreCounts>;

/** What an estimate needs of a labelled post. */
export interface Seen {
  areas: string[];
  /** `undated` without one */
  week: string;
  language: string;
  steps: Record<Signal, number>;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/**
 * All posts by area (null: the city, every post once), week, signal and language. Weeks, languages and scores come in one
 * order, however the posts were counted, since sums of fractions hang on the order of their parts.
 */
export const scoresOfCells = ({
  cells,
}: Pick<Tallied, 'cells'>): Map<string | null, Map<string, Map<Signal, Counts>>> => {
  const counts = new Map<string | null, Map<string, Map<Signal, Counts>>>();
  for (const [area, periods] of cells) {
    const weeks = new Map<string, Map<Signal, Counts>>();
    counts.set(area, weeks);
    for (const [week, { scores }] of [...periods].sort(byKey)) {
      const signals = new Map(SIGNALS.map((signal): [Signal, Counts] => [signal, new Map()]));
      weeks.set(week, signals);
      for (const [language, packed] of [...scores].sort(byKey)) {
        const ofLanguage = SIGNALS.map((signal): [Signal, ScoreCounts] => [signal, noScores(1)]);
        for (const value of Float64Array.from(packed).sort()) {
          const { steps, flagged } = unpackScores(value);
          for (const [signal, own] of ofLanguage) countScore(own, 0, steps[signal], flagged.has(signal));
        }
        for (const [signal, own] of ofLanguage) signals.get(signal)?.set(language, own);
      }
    }
  }
  return counts;
};

/** Labelled posts by id, as far as they count. */
export const seenPosts = async (labelled: AsyncIterable<readonly PlacedPost[]>): Promise<Map<string, Seen>> => {
  const seen = new Map<string, Seen>();
  for await (const posts of labelled) {
    for (const post of posts) {
      const { verdict, copyOf, publishedAt, postId } = post;
      if (verdict === null || copyOf !== null || isElsewhere(post)) continue;
      seen.set(postId, {
        areas: [...new Set(post.placements.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))],
        week: publishedAt === null ? UNDATED : weekOf(publishedAt),
        language: verdict.language,
        steps: unpackScores(packScores(verdict)).steps,
      });
    }
  }
  return seen;
};
