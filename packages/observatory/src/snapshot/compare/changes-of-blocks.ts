import type { Block, BlockFigures, ProtectionRules } from '@marsad/records';
import { keptAnswer, type ShownBlock } from '../../protect/keep-published.js';
import { canonicalJson } from '../canonical-json.js';
import type { Place, SnapshotChange, Weeks } from './change.js';

/** What may be expected of the later snapshot. */
export interface Expected {
  /** the rules of the later snapshot */
  rules: ProtectionRules;
  /** published blocks keep their answer: the earlier was made under decision 0012, and no rule was raised since */
  keepsAnswers: boolean;
  /** districts yield to their neighbourhoods: they may be hidden, but never tell other numbers */
  mayBeHidden: boolean;
}

const keyOf = (weeks: Weeks): string => (weeks === null ? 'undated' : weeks.join(' '));

const overlaps = (a: Weeks, b: Weeks): boolean => (a === null || b === null ? a === b : a[0] <= b[1] && b[0] <= a[1]);

const isShown = (block: Block): block is ShownBlock => block.status === 'shown';

/** Counts that both tell, without estimates: a field that only one format knows is no change. */
const sameCounts = (then: BlockFigures, now: BlockFigures): boolean => {
  const told: Partial<Record<string, unknown>> = now;
  return Object.entries(then).every(
    ([field, value]) =>
      field === 'estimates' || told[field] === undefined || canonicalJson(value) === canonicalJson(told[field]),
  );
};

/** Whether a block tells what it should. Before format 1.4.0 codes were told anew with every revision. */
const isAnswer = (told: BlockFigures, expected: BlockFigures): boolean => {
  const countsOf = ({ estimates: _, ...counts }: BlockFigures): Partial<BlockFigures> => {
    if (told.flaggedBy !== undefined) return counts;
    const { languages: __, rungs: ___, stances: ____, flaggedBy: _____, ...rest } = counts;
    return rest;
  };
  return canonicalJson(countsOf(told)) === canonicalJson(countsOf(expected));
};

/** A block as it was and as it is, both shown with the same weeks. */
const revised = (before: ShownBlock, after: ShownBlock, { rules, keepsAnswers }: Expected) => {
  if (sameCounts(before.figures, after.figures)) return null;
  const kept = keptAnswer(before, after.figures, rules);
  if (keepsAnswers && (kept === undefined || !isAnswer(after.figures, kept.figures))) return 'answer-changed' as const;
  return before.figures.posts === after.figures.posts ? ('judged-anew' as const) : ('more-posts' as const);
};

/** What became of the blocks of one place. */
const changesOfPlace = (place: Place, before: readonly Block[], after: readonly Block[], expected: Expected) => {
  const changes: SnapshotChange[] = [];
  const [old, now] = [before.filter(isShown), after.filter(isShown)];
  const newly = now.filter(({ weeks }) => !old.some((block) => overlaps(block.weeks, weeks)));
  if (newly.length > 0) changes.push({ code: 'blocks-shown', ...place, weeks: newly.map(({ weeks }) => weeks) });

  const told: Record<'judged-anew' | 'more-posts', Weeks[]> = { 'judged-anew': [], 'more-posts': [] };
  const hidden: Extract<Block, { status: 'suppressed' }>[] = [];
  const merged = new Map<string, { weeks: Weeks; from: Weeks[] }>();
  for (const block of old) {
    const { weeks } = block;
    const same = now.find((one) => keyOf(one.weeks) === keyOf(weeks));
    if (same) {
      const how = revised(block, same, expected);
      const posts = { from: block.figures.posts, to: same.figures.posts };
      if (how === 'answer-changed') changes.push({ code: how, ...place, weeks, posts });
      else if (how !== null) told[how].push(weeks);
      continue;
    }
    const others = now.filter((one) => overlaps(one.weeks, weeks));
    for (const other of others) {
      const found = merged.get(keyOf(other.weeks)) ?? { weeks: other.weeks, from: [] };
      merged.set(keyOf(other.weeks), { ...found, from: [...found.from, weeks] });
    }
    if (expected.keepsAnswers && others.length > 0)
      changes.push({ code: 'answer-withdrawn', ...place, weeks, into: others.map((other) => other.weeks) });
    const over = after.find((one) => one.status === 'suppressed' && overlaps(one.weeks, weeks));
    if (others.length > 0 || over?.status !== 'suppressed') continue;
    if (expected.keepsAnswers && !expected.mayBeHidden)
      changes.push({ code: 'answer-withdrawn', ...place, weeks, into: [] });
    else hidden.push({ ...over, weeks });
  }
  for (const why of ['judged-anew', 'more-posts'] as const)
    if (told[why].length > 0) changes.push({ code: 'answers-revised', ...place, why, weeks: told[why] });
  if (hidden.length > 0) {
    const reasons = [...new Set(hidden.map(({ reason }) => reason))].sort();
    changes.push({ code: 'blocks-hidden', ...place, reasons, weeks: hidden.map(({ weeks }) => weeks) });
  }
  if (expected.keepsAnswers) return changes;
  for (const { weeks, from } of merged.values()) changes.push({ code: 'blocks-merged', ...place, from, weeks });
  return changes;
};

/**
 * Blocks that are newly shown, hidden, cut anew or told anew, by place in the order of the later snapshot. A published
 * block that changed although it should keep its answer (docs/decisions/0012-publish-gate.md) is a finding. Blocks of weeks
 * or areas that the later snapshot does not cover are no change of their own.
 */
export const changesOfBlocks = (
  before: readonly Block[],
  after: readonly Block[],
  placeOf: (area: string | null) => Place,
  expected: Expected,
): SnapshotChange[] => {
  const areas = new Set([...after, ...before].map(({ area }) => area));
  const of = (blocks: readonly Block[], area: string | null) => blocks.filter((block) => block.area === area);
  return [...areas].flatMap((area) => changesOfPlace(placeOf(area), of(before, area), of(after, area), expected));
};
