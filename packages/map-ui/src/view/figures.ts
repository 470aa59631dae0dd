import type { Block, BlockFigures, Interval, OverallEstimate, Signal, Stance, Target } from '@marsad/records/snapshot';
import { TARGETS } from '@marsad/records/without-checks';
import { AREA_CLASSES, type AreaClass, classOfFlagged, classOfInterval } from './classes.js';
import { type Corrected, correctedOf, type Share, type Uncorrected } from './corrected.js';
import { type Coverage, coverageOf, type WeekRange } from './coverage.js';
import { intervalOf } from './interval.js';
import { hasOwnBase, type Slice, severitiesOf, severityIn, targetIn } from './slice.js';
import { type HiddenReason, slicedBlocks } from './sliced-blocks.js';
import { type Answered, unchangedFigures } from './unchanged-figures.js';

/** What is asked of every area at once. */
export interface Question {
  signal: Signal;
  target: Slice;
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
  /** posts in the blocks that may be read, of the language or rung that is asked for; 0 when nothing is shown */
  posts: number;
  /** those of them that carry the signal (against the target) */
  flagged: number;
  /**
   * the share to read first, 0–1: corrected for the model's error (and for a neighbourhood drawn towards the city) where it
   * can be, else flagged / posts; null when nothing is shown
   */
  rate: number | null;
  /** its 95 % interval: that of the correction, or Wilson's */
  interval: Interval | null;
  /** flagged / posts with Wilson's interval, whatever `rate` is; null when nothing is shown */
  flaggedShare: Share | null;
  /** how `rate` is corrected; null: it is not */
  corrected: Corrected | null;
  /** why a share that is shown is not corrected */
  uncorrected: Uncorrected | null;
  coverage: Coverage;
  /** reach: posts placed here that repeat another with small changes; in no other number */
  copies: number;
  /** posts without a known time that are counted in */
  undatedPosts: number;
  /** why blocks that touch the range are hidden, each reason once, in the order of the rules */
  reasons: HiddenReason[];
  /** posts of any language and rung in these weeks: what the lists below are of */
  allPosts: number;
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
const REASONS: readonly HiddenReason[] = [
  'too-few-posts',
  'too-few-authors',
  'too-few-sources',
  'one-author-dominates',
  'protects-another-cell',
  'code-not-told',
];

const addInto = <K extends string>(
  sums: Partial<Record<K, number>>,
  more: Readonly<Partial<Record<K, number>>>,
): void => {
  for (const key of Object.keys(more) as K[]) sums[key] = (sums[key] ?? 0) + (more[key] ?? 0);
};

/** Posts of one block that carry the signal, against the target where one is asked for. */
export const flaggedIn = (figures: BlockFigures, signal: Signal, slice: Slice): number => {
  const severity = severityIn(slice);
  if (severity !== null)
    return signal === 'hate'
      ? severitiesOf(severity).reduce((sum, one) => sum + (figures.severities?.[one] ?? 0), 0)
      : 0;
  const target = targetIn(slice);
  return target === null ? (figures.flagged[signal] ?? 0) : (figures.targets[signal]?.[target] ?? 0);
};

/** What the posts of an area are made up of. */
type MakeUp = Pick<AreaFigures, 'allPosts' | 'targets' | 'languages' | 'rungs' | 'stances'>;

/** Asked for only of the places whose make-up is read: of thousands of areas it would take longer than all that is shown of them. */
const makeUpOf = (coverage: Coverage, signal: Signal): MakeUp => {
  const targets: Partial<Record<Target, number>> = {};
  const languages: Record<string, number> = {};
  const rungs: BlockFigures['rungs'] = {};
  const stances: Partial<Record<Stance, number>> = {};
  let allPosts = 0;
  for (const { figures } of coverage.inside) {
    allPosts += figures.posts;
    addInto(targets, figures.targets[signal] ?? {});
    addInto(languages, figures.languages);
    addInto(rungs, figures.rungs);
    addInto(stances, figures.stances);
  }
  return {
    allPosts,
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

/** What else is known when the figures of an area are made. */
export interface Beside {
  /** overall estimates by area */
  overall?: ReadonlyMap<string | null, OverallEstimate>;
  /** the city in the same weeks */
  city?: AreaFigures;
}

const whyUncorrected = (slice: Slice): Uncorrected =>
  hasOwnBase(slice) ? 'by-code' : severityIn(slice) === null ? 'by-target' : 'by-severity';

const classOf = (corrected: Corrected | null, { interval }: Share): AreaClass => {
  if (corrected === null) return classOfFlagged(interval);
  return corrected.versusCity === 'cannot-tell' ? 'cannot-tell' : classOfInterval(interval);
};

/**
 * The figures of one area for one question: the sum over its shown blocks wholly inside the range. Class `no-data`
 * when no block touches the range at all, `other-weeks` when the range cuts a block that may be read whole, `suppressed`
 * when all that touch it are hidden; else the classes that the interval touches, or `cannot-tell` of a corrected share.
 */
export const figuresOfArea = (
  area: string | null,
  blocks: readonly Block[],
  question: Question,
  { overall, city }: Beside = {},
): AreaFigures => {
  const coverage = coverageOf(slicedBlocks(blocks, question.target), question.range, question.whole);
  let posts = 0;
  let copies = 0;
  let flagged = 0;
  let undatedPosts = 0;
  for (const { figures, weeks } of coverage.inside) {
    posts += figures.posts;
    copies += figures.copies;
    flagged += flaggedIn(figures, question.signal, question.target);
    if (weeks === null) undatedPosts += figures.posts;
  }
  let madeUp: MakeUp | undefined;
  const makeUp = (): MakeUp => {
    madeUp ??= makeUpOf(
      hasOwnBase(question.target) ? coverageOf(blocks, question.range, question.whole) : coverage,
      question.signal,
    );
    return madeUp;
  };
  const interval = intervalOf(flagged, posts);
  const flaggedShare = interval === null ? null : { rate: flagged / posts, interval };
  const answer =
    question.target !== 'all'
      ? whyUncorrected(question.target)
      : correctedOf(area, coverage.inside, question.signal, {
          overall: question.whole ? overall?.get(area) : undefined,
          cityOverall: overall?.get(null),
          city: city && city.flaggedShare !== null ? city.corrected : undefined,
        });
  const corrected = typeof answer === 'string' || flaggedShare === null ? null : answer;
  const shown = corrected ? (corrected.shrunk ?? corrected.own) : flaggedShare;
  const silent = coverage.cut.length > 0 ? 'other-weeks' : coverage.hidden.length > 0 ? 'suppressed' : 'no-data';
  return {
    area,
    class: shown === null ? silent : classOf(corrected, shown),
    posts,
    copies,
    flagged,
    rate: shown?.rate ?? null,
    interval: shown?.interval ?? null,
    flaggedShare,
    corrected,
    uncorrected: flaggedShare !== null && typeof answer === 'string' ? answer : null,
    coverage,
    undatedPosts,
    reasons: REASONS.filter((reason) => coverage.hidden.some((block) => block.reason === reason)),
    get allPosts() {
      return makeUp().allPosts;
    },
    get targets() {
      return makeUp().targets;
    },
    get languages() {
      return makeUp().languages;
    },
    get rungs() {
      return makeUp().rungs;
    },
    get stances() {
      return makeUp().stances;
    },
  };
};

/** The answer to one question for the whole page. */
export interface PageFigures {
  city: AreaFigures;
  /** one for every area of the page, in its order; none at the level of the city */
  areas: AreaFigures[];
  /** of all that the map outlines: at the level of the city, the city under its own id */
  byArea: ReadonlyMap<string, AreaFigures>;
}

/**
 * The figures of the city and of every area for one question. `blocks` is the index made by `indexBlocks`.
 * @param answered an answer from the same blocks and estimates: what it holds already is not made again
 */
export const figuresOfPage = (
  areaIds: readonly string[],
  blocks: ReadonlyMap<string | null, readonly Block[]>,
  question: Question,
  overall: ReadonlyMap<string | null, OverallEstimate> = new Map(),
  answered?: Answered,
): PageFigures => {
  const city = figuresOfArea(null, blocks.get(null) ?? [], question, { overall });
  const unchanged = unchangedFigures(answered, question, city);
  const ofCity = blocks.get(null);
  const byArea = new Map(
    areaIds.map((id): [string, AreaFigures] => {
      const own = blocks.get(id);
      // At the level of the city, the one outline of the map is the city's.
      const isCity = own !== undefined && own === ofCity;
      return [
        id,
        isCity ? city : (unchanged(id, own ?? []) ?? figuresOfArea(id, own ?? [], question, { overall, city })),
      ];
    }),
  );
  return { city, areas: [...byArea.values()].filter((figures) => figures !== city), byArea };
};

/** The classes that neighbourhoods of the page have, in the order of a legend: what a picture needs to explain. */
export const classesSeen = ({ byArea }: Pick<PageFigures, 'byArea'>): AreaClass[] => {
  const seen = new Set([...byArea.values()].map((figures) => figures.class));
  return AREA_CLASSES.filter((areaClass) => seen.has(areaClass));
};

/** Whether the page shows corrected shares, and what is known of it: of the city, or else of the first neighbourhood shown. */
export const correctionOf = ({ city, areas }: PageFigures): Pick<AreaFigures, 'corrected' | 'uncorrected'> =>
  [city, ...areas].find(({ corrected, uncorrected }) => corrected !== null || uncorrected !== null) ?? city;
