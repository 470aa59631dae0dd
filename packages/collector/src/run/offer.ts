import { DropCounter, type OfferOutcome, type PostCandidate, type Rejection } from '@marsad/records';
import type { CollectLedger } from '../ports.js';
import type { StepContext } from '../steps/draft.js';
import { runSteps } from '../steps.js';

/** Items in and out, as a stage report wants them. */
export class ItemCounts {
  found = 0;
  readonly outcome: OfferOutcome = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };
  readonly dropped = new DropCounter();

  /** Adds one offer. Every item is counted once: `known` are those of it that the ledger already held. */
  add(posts: number, rejections: readonly Rejection[], outcome: OfferOutcome): void {
    this.found += posts + rejections.length;
    for (const key of ['stored', 'duplicate', 'superseded', 'rejected', 'known'] as const)
      this.outcome[key] += outcome[key];
    if (outcome.duplicate > 0) this.dropped.add('duplicate', outcome.duplicate);
    // A text rejected in an earlier run too is named by its reason again, so only posts can be `known` here.
    for (const { reason } of rejections) this.dropped.add(reason);
    const known = posts - outcome.stored - outcome.duplicate;
    if (known > 0) this.dropped.add('known', known);
  }

  /** Adds the counts of another source. */
  merge(other: ItemCounts): void {
    this.found += other.found;
    for (const key of ['stored', 'duplicate', 'superseded', 'rejected', 'known'] as const)
      this.outcome[key] += other.outcome[key];
    for (const [reason, count] of Object.entries(other.dropped.toJSON())) this.dropped.add(reason, count);
  }
}

/** Takes candidates through the steps, offers what comes out in one transaction, and counts it. */
export const offer = async (
  candidates: readonly PostCandidate[],
  rejected: readonly Rejection[],
  to: { ledger: Pick<CollectLedger, 'offerPosts'>; context: StepContext; now: string; counts: ItemCounts },
): Promise<{ rejections: Rejection[] }> => {
  const { posts, rejections: refused } = runSteps(candidates, to.context);
  const rejections = [...rejected, ...refused];
  if (posts.length > 0 || rejections.length > 0) {
    to.counts.add(posts.length, rejections, await to.ledger.offerPosts(posts, rejections, to.now));
  }
  return { rejections };
};
