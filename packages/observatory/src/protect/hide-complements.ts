import type { ProtectionRules, SuppressionReason } from '@marsad/records';
import type { Margin } from './table-margins.js';

interface Bounds {
  low: number;
  high: number;
}

/** What the words beside a hidden number give away: none is shown as no data, few are fewer than the gate asks for. */
const toldBy = (reason: SuppressionReason, posts: number, { minimumPosts }: ProtectionRules): Bounds =>
  reason === 'too-few-posts'
    ? { low: Math.min(1, posts), high: minimumPosts - 1 }
    : { low: minimumPosts, high: Number.POSITIVE_INFINITY };

/**
 * Bounds on all numbers that follow from the margins, by narrowing until nothing changes: exact where every hidden number
 * has one total above it, as in nested areas; wider than those of a linear programme may be where tables cross.
 */
const narrowed = (
  posts: readonly number[],
  reasons: readonly (SuppressionReason | null)[],
  margins: readonly Margin[],
  rules: ProtectionRules,
): Bounds[] => {
  const bounds = posts.map((number, at): Bounds => {
    const reason = reasons[at] ?? null;
    return reason === null ? { low: number, high: number } : toldBy(reason, number, rules);
  });
  const of = (at: number): Bounds => bounds[at] ?? { low: 0, high: Number.POSITIVE_INFINITY };
  const narrow = (at: number, low: number, high: number): boolean => {
    const before = of(at);
    if (low <= before.low && high >= before.high) return false;
    bounds[at] = { low: Math.max(low, before.low), high: Math.min(high, before.high) };
    return true;
  };
  for (let rounds = 0, moved = true; moved && rounds < 100; rounds += 1) {
    moved = false;
    for (const { total, parts } of margins) {
      // What stands in no part is taken as known, so that no hidden number hides behind it.
      const rest = (posts[total] ?? 0) - parts.reduce((sum, at) => sum + (posts[at] ?? 0), 0);
      const low = parts.reduce((sum, at) => sum + of(at).low, rest);
      const high = parts.reduce((sum, at) => sum + of(at).high, rest);
      if (reasons[total] && narrow(total, low, high)) moved = true;
      for (const at of parts) {
        if (!reasons[at]) continue;
        const others = parts.reduce(
          (sum, other) => (other === at ? sum : { low: sum.low + of(other).low, high: sum.high + of(other).high }),
          { low: rest, high: rest },
        );
        if (narrow(at, of(total).low - others.high, of(total).high - others.low)) moved = true;
      }
    }
  }
  return bounds;
};

/**
 * Complementary suppression: as long as the margins tell a cell that the gate hides to within one post, the smallest
 * cell beside it is hidden too (its total only when no part is left). The same cells give the same answer.
 * @param reasons why the gate hides each cell, null for those it lets through
 * @returns the reasons after it
 */
export const hideComplements = (
  posts: readonly number[],
  reasons: readonly (SuppressionReason | null)[],
  margins: readonly Margin[],
  rules: ProtectionRules,
): (SuppressionReason | null)[] => {
  const result = [...reasons];
  const marginsAt = new Map<number, Margin[]>();
  for (const margin of margins) {
    for (const at of [margin.total, ...margin.parts]) {
      const list = marginsAt.get(at);
      if (list) list.push(margin);
      else marginsAt.set(at, [margin]);
    }
  }
  const smallestShown = (cells: readonly number[]): number | undefined =>
    cells
      .filter((at) => result[at] === null && (posts[at] ?? 0) > 0)
      .sort((a, b) => (posts[a] ?? 0) - (posts[b] ?? 0) || a - b)[0];
  for (;;) {
    const bounds = narrowed(posts, result, margins, rules);
    let hid = false;
    for (const [at, reason] of reasons.entries()) {
      const known = bounds[at];
      const number = posts[at] ?? 0;
      if (reason === null || !known || known.low < number - 1 || known.high > number + 1) continue;
      const around = marginsAt.get(at) ?? [];
      const more =
        smallestShown(around.flatMap(({ parts }) => parts)) ?? smallestShown(around.map(({ total }) => total));
      if (more === undefined) continue;
      result[more] = 'protects-another-cell';
      hid = true;
      break;
    }
    if (!hid) return result;
  }
};
