import type {
  Block,
  BlockFigures,
  Interval,
  Signal,
  Stance,
  SuppressionReason,
  Target,
} from '@marsad/records/snapshot';
import { TARGETS } from '@marsad/records/snapshot';
import { type AreaClass, classOfRate } from './classes.js';
import { type Coverage, coverageOf, type WeekRange } from './coverage.js';
import { intervalOf } from './interval.js';

/** What is asked of every area at once. */
export interface Question {
  signal: Signal;
  target: Target | 'all';
  /** null in a snapshot without any dated post */
  range: WeekRange | null;
  /** true when the range is all there is: undated posts then count too */
  whole: boolean;
}

/**
 * The answer for one area, or for the city (`area` null). Map, panel, table and live region all read this and compute
 * nothing themselves, so that they cannot disagree.
 */
export interface AreaFigures {
  area: string | null;
  class: AreaClass;
  /** posts in the blocks that may be read; 0 when nothing is shown */
  posts: number;
  /** those of them that carry the signal (against the target) */
  flagged: number;
  /** flagged / posts, share 0–1; null when nothing is shown */
  rate: number | null;
  /** Wilson, 95 % */
  interval: Interval | null;
  coverage: Coverage;
  /** reach: posts placed here that repeat another with small changes; in no other number */
  copies: number;
  /** posts without a known time that are counted in */
  undatedPosts: number;
  /** why blocks that touch the range are hidden, each reason once, in the order of the rules */
  reasons: SuppressionReason[];
  /** posts of the signal by target, taxonomy order, zeros left out */
  targets: { target: Target; posts: number }[];
  /** posts by language code, most first */
  languages: { code: string; posts: number }[];
  /** posts by rung of the placement ladder */
  rungs: BlockFigures['rungs'];
  /** posts by stance: those that report or counter are counted apart */
  stances: Partial<Record<Stance, number>>;
}

/** In the order in which the publish gate tries them. */
const REASONS: readonly SuppressionReason[] = [
  'too-few-posts',
  'too-few-authors',
  'too-few-sources',
  'one-author-dominates',
  'protects-another-cell',
];

const addInto = <K extends string>(
  sums: Partial<Record<K, number>>,
  more: Readonly<Partial<Record<K, number>>>,
): void => {
  for (const key of Object.keys(more) as K[]) sums[key] = (sums[key] ?? 0) + (more[key] ?? 0);
};

/** Posts of one block that carry the signal, against the target where one is asked for. */
export const flaggedIn = (figures: BlockFigures, signal: Signal, target: Target | 'all'): number =>
  target === 'all' ? (figures.flagged[signal] ?? 0) : (figures.targets[signal]?.[target] ?? 0);

/**
 * The figures of one area for one question: the sum over its shown blocks wholly inside the range. Class `no-data`
 * when no block touches the range at all, `other-weeks` when the range cuts a block that may be read whole, `suppressed`
 * when all that touch it are hidden, else a class of the rate.
 */
export const figuresOfArea = (area: string | null, blocks: readonly Block[], question: Question): AreaFigures => {
  const coverage = coverageOf(blocks, question.range, question.whole);
  const targets: Partial<Record<Target, number>> = {};
  const languages: Record<string, number> = {};
  const rungs: BlockFigures['rungs'] = {};
  const stances: Partial<Record<Stance, number>> = {};
  let posts = 0;
  let copies = 0;
  let flagged = 0;
  let undatedPosts = 0;
  for (const { figures, weeks } of coverage.inside) {
    posts += figures.posts;
    copies += figures.copies;
    flagged += flaggedIn(figures, question.signal, question.target);
    if (weeks === null) undatedPosts += figures.posts;
    addInto(targets, figures.targets[question.signal] ?? {});
    addInto(languages, figures.languages);
    addInto(rungs, figures.rungs);
    addInto(stances, figures.stances);
  }
  const rate = posts > 0 ? flagged / posts : null;
  const silent = coverage.cut.length > 0 ? 'other-weeks' : coverage.hidden.length > 0 ? 'suppressed' : 'no-data';
  return {
    area,
    class: rate === null ? silent : classOfRate(rate),
    posts,
    copies,
    flagged,
    rate,
    interval: intervalOf(flagged, posts),
    coverage,
    undatedPosts,
    reasons: REASONS.filter((reason) => coverage.hidden.some((block) => block.reason === reason)),
    targets: TARGETS.flatMap((target) => {
      const count = targets[target] ?? 0;
      return count > 0 ? [{ target, posts: count }] : [];
    }),
    languages: Object.entries(languages)
      .filter(([, count]) => count > 0)
      .map(([code, count]) => ({ code, posts: count }))
      .sort((a, b) => b.posts - a.posts || (a.code < b.code ? -1 : 1)),
    rungs,
    stances,
  };
};

/** The answer to one question for the whole page. */
export interface PageFigures {
  city: AreaFigures;
  /** one for every area of the snapshot, in its order */
  areas: AreaFigures[];
  byArea: ReadonlyMap<string, AreaFigures>;
}

/** The figures of the city and of every area for one question. `blocks` is the index made by `indexBlocks`. */
export const figuresOfPage = (
  areaIds: readonly string[],
  blocks: ReadonlyMap<string | null, readonly Block[]>,
  question: Question,
): PageFigures => {
  const areas = areaIds.map((id) => figuresOfArea(id, blocks.get(id) ?? [], question));
  return {
    city: figuresOfArea(null, blocks.get(null) ?? [], question),
    areas,
    byArea: new Map(areas.map((figures) => [figures.area ?? '', figures])),
  };
};
