import type { ItemState, OfferOutcome, Post, Rejection } from '@marsad/records';
import { type LedgerView, placeOf } from './ledger-view.js';
import { mayBeCopy } from './may-be-copy.js';

/** An item that enters the ledger. */
export interface NewItem {
  id: string;
  sourceId: string;
  locator: string;
  state: ItemState;
  reason: string | null;
  duplicateOf: string | null;
}

/** What is to be written. */
export interface Decision {
  outcome: OfferOutcome;
  /** in the order in which they were offered, so that a copy comes after what it copies */
  items: NewItem[];
  posts: Post[];
  /** items of earlier offers that an edit replaces */
  superseded: string[];
}

const smallest = (ids: Iterable<string>): string | undefined => {
  let found: string | undefined;
  for (const id of ids) if (found === undefined || id < found) found = id;
  return found;
};

/**
 * Decides what becomes of each offer, one after the other, as if each were offered alone:
 * 1. an id the ledger holds is `known`;
 * 2. what stands at the same place of the source is superseded: the text was edited;
 * 3. the same text as a stored post, unless it is a greeting, is a `duplicate` of it;
 * 4. all else is `stored`.
 * @param view is used up: it follows the decisions
 */
export const decideOffers = (
  view: LedgerView,
  posts: readonly Post[],
  rejections: readonly (Rejection & { id: string })[],
): Decision => {
  const outcome: OfferOutcome = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };
  const items = new Map<string, NewItem>();
  const kept = new Map<string, Post>();
  const superseded: string[] = [];

  const supersede = (standing: { id: string; contentHash: string | null }): void => {
    outcome.superseded += 1;
    const item = items.get(standing.id);
    if (item) {
      item.state = 'superseded';
      item.reason = 'edited';
      kept.delete(standing.id);
    } else superseded.push(standing.id);
    if (standing.contentHash !== null) view.stored.get(standing.contentHash)?.delete(standing.id);
  };

  for (const post of posts) {
    const { id, sourceId, locator, contentHash } = post;
    if (view.known.has(id)) {
      outcome.known += 1;
      continue;
    }
    view.known.add(id);
    const place = placeOf(sourceId, locator);
    const standing = view.standing.get(place);
    if (standing) supersede(standing);
    const copied = mayBeCopy(post.text) ? smallest(view.stored.get(contentHash) ?? []) : undefined;
    if (copied !== undefined) {
      outcome.duplicate += 1;
      items.set(id, { id, sourceId, locator, state: 'duplicate', reason: 'exact-copy', duplicateOf: copied });
      view.standing.set(place, { id, contentHash: null });
      continue;
    }
    outcome.stored += 1;
    items.set(id, { id, sourceId, locator, state: 'stored', reason: null, duplicateOf: null });
    kept.set(id, post);
    view.standing.set(place, { id, contentHash });
    const copies = view.stored.get(contentHash);
    if (copies) copies.add(id);
    else view.stored.set(contentHash, new Set([id]));
  }

  for (const { id, sourceId, locator, reason } of rejections) {
    if (view.known.has(id)) {
      outcome.known += 1;
      continue;
    }
    view.known.add(id);
    outcome.rejected += 1;
    items.set(id, { id, sourceId, locator, state: 'rejected', reason, duplicateOf: null });
  }
  return { outcome, items: [...items.values()], posts: [...kept.values()], superseded };
};
