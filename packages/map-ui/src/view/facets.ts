import type { Block, IsoWeek, Target } from '@marsad/records/snapshot';
import { SIGNALS, weeksBetween } from '@marsad/records/without-checks';
import type { WeekRange } from './coverage.js';
import type { Question } from './figures.js';
import { hasOwnBase, type Slice, severityIn, targetIn } from './slice.js';

/** What the small maps differ in. */
export const FACETS = ['weeks', 'target', 'signal'] as const;
export type FacetKind = (typeof FACETS)[number];

/** More cannot be read side by side. */
const MOST_FACETS = 12;
/** In a part of the weeks, at least this part of the areas must have a figure, on average over the parts. */
const READABLE = 0.5;

/** One small map: its question, and how it differs from the page's. */
export interface Facet {
  key: string;
  question: Question;
}

/**
 * The filter that small maps cannot follow, because each is of another target or of another kind: a block tells how many posts
 * are of a severity and how many against a target, not how many are both, and only hate has severities; of a language or rung it
 * tells every signal, and no target. Null where they
 * follow all that was asked.
 */
export const leftBy = (kind: FacetKind, slice: Slice): 'severity' | 'target' | 'code' | null => {
  if (kind === 'weeks') return null;
  if (hasOwnBase(slice)) return kind === 'target' ? 'code' : null;
  if (severityIn(slice) !== null) return 'severity';
  return kind === 'signal' && targetIn(slice) !== null ? 'target' : null;
};

/** Consecutive parts of the weeks, as equal as whole weeks allow. */
export const partsOf = (weeks: readonly IsoWeek[], parts: number): WeekRange[] =>
  Array.from({ length: Math.min(parts, weeks.length) }, (_, index, all = Math.min(parts, weeks.length)) => {
    const from = weeks[Math.floor((index * weeks.length) / all)];
    const to = weeks[Math.floor(((index + 1) * weeks.length) / all) - 1];
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  }).flat();

/**
 * As many parts, up to twelve, as leave most areas with a figure: a block may only be read whole, so that short parts would
 * show little but silence. Two where even those leave few. `blocks` are the lists of the areas.
 */
export const readableParts = (weeks: readonly IsoWeek[], blocks: readonly (readonly Block[])[]): WeekRange[] => {
  const shown = blocks
    .map((list) => list.flatMap((block) => (block.status === 'shown' && block.weeks !== null ? [block.weeks] : [])))
    .filter((list) => list.length > 0);
  const figures = ({ from, to }: WeekRange): number =>
    shown.filter((list) => list.some((span) => span[0] >= from && span[1] <= to)).length;
  for (let parts = MOST_FACETS; parts > 2; parts -= 1) {
    const ranges = partsOf(weeks, parts);
    if (ranges.length < parts) continue;
    const found = ranges.reduce((sum, range) => sum + figures(range), 0);
    if (found >= READABLE * shown.length * parts) return ranges;
  }
  return partsOf(weeks, 2);
};

/**
 * The small maps of a question, at most twelve: its weeks in parts, each target that posts are directed at, or each kind of
 * hostility (bridging has colours of its own and is left to the large map).
 */
export const facetsOf = (
  kind: FacetKind,
  question: Question,
  targets: readonly Target[],
  blocks: readonly (readonly Block[])[],
): Facet[] => {
  switch (kind) {
    case 'weeks': {
      const { range } = question;
      const parts = range === null ? [] : readableParts(weeksBetween(range.from, range.to), blocks);
      return parts.map((part) => ({ key: part.from, question: { ...question, range: part, whole: false } }));
    }
    case 'target':
      return targets.slice(0, MOST_FACETS).map((target) => ({ key: target, question: { ...question, target } }));
    case 'signal':
      return SIGNALS.filter((signal) => signal !== 'bridging').map((signal) => ({
        key: signal,
        question: { ...question, signal, target: hasOwnBase(question.target) ? question.target : 'all' },
      }));
  }
};
