import type { ItemState, OfferOutcome, Rejection } from '@marsad/records';
import type { Band } from '../bands.js';
import type { NewPost } from '../posts.js';
import { type LinkChanges, linkNewPost, unlinkPost } from './copy-links.js';
import { type LedgerView, placeOf } from './ledger-view.js';
import { mayBeCopy } from './may-be-copy.js';
import type { Offer } from './offer.js';
import { type HeldPost, keysOf } from './originals.js';
import { ranksBefore } from './rank.js';

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
  posts: NewPost[];
  /** items of earlier offers that an edit replaces */
  superseded: string[];
  /** items of earlier offers whose text turned up with an earlier date, each with the item that is stored in its place */
  displaced: Map<string, string>;
  /** keys of those of both that are originals, by arrival */
  unfiled: Map<number, number[]>;
  /** keys of posts that are originals from now on */
  filed: Band[];
  /** earlier posts whose original was superseded, with their new one; null for those that are originals now */
  relinked: Map<string, string | null>;
  /** how many posts were ever stored */
  arrivals: number;
}

const duplicateItem = ({ id, sourceId, locator }: NewItem, of: string): NewItem => ({
  id,
  sourceId,
  locator,
  state: 'duplicate',
  reason: 'exact-copy',
  duplicateOf: of,
});

const firstByRank = (posts: Iterable<HeldPost>): HeldPost | undefined => {
  let first: HeldPost | undefined;
  for (const post of posts) if (!first || ranksBefore(post, first)) first = post;
  return first;
};

/**
 * Decides what becomes of each offer, one after the other, as if each were offered alone:
 * 1. an id the ledger holds is `known`;
 * 2. what stands at the same place of the source is superseded: the text was edited;
 * 3. of the same text twice, unless it is a greeting, the one of the better rank is stored and the other is a `duplicate`
 *    of it, whichever was offered first;
 * 4. all else is `stored`, and linked to the original of which it is a lightly changed copy, if there is one.
 * @param view is used up: it follows the decisions
 */
export const decideOffers = (
  view: LedgerView,
  offers: readonly Offer[],
  rejections: readonly (Rejection & { id: string })[],
): Decision => {
  const outcome: OfferOutcome = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };
  const items = new Map<string, NewItem>();
  const kept = new Map<string, { offer: Offer; held: HeldPost }>();
  const superseded: string[] = [];
  const displaced = new Map<string, string>();
  const gone = new Set<HeldPost>();
  const unfiled = new Map<number, number[]>();
  const changes: LinkChanges = { relinked: new Map(), filed: new Map() };

  /** Takes a post out of all that new ones are compared with. */
  const takeOut = (post: HeldPost, isOfBatch: boolean): void => {
    // Its keys in the table are those of a post that was an original before this batch.
    if (!isOfBatch && post.copyOf === null && !changes.filed.has(post)) unfiled.set(post.arrival, keysOf(post));
    view.stored.get(post.contentHash)?.delete(post);
    gone.add(post);
    unlinkPost(view, post, changes);
  };

  /** The stored post becomes a copy of the same text that is offered now; so do its own copies. */
  const displace = (post: HeldPost, by: string): void => {
    const item = items.get(post.id);
    if (item) kept.delete(post.id);
    else displaced.set(post.id, by);
    takeOut(post, item !== undefined);
    for (const [id, other] of displaced) if (other === post.id) displaced.set(id, by);
    // What refers to an item is written after it.
    for (const other of [
      ...(item ? [item] : []),
      ...[...items.values()].filter((one) => one.duplicateOf === post.id),
    ]) {
      items.delete(other.id);
      const isSuperseded = other.state === 'superseded';
      items.set(other.id, isSuperseded ? { ...other, duplicateOf: by } : duplicateItem(other, by));
    }
  };

  const supersede = ({ id, post }: { id: string; post: HeldPost | null }): void => {
    outcome.superseded += 1;
    const item = items.get(id);
    if (item) {
      item.state = 'superseded';
      item.reason = 'edited';
      kept.delete(id);
    } else {
      superseded.push(id);
    }
    if (post && !gone.has(post)) takeOut(post, item !== undefined);
  };

  for (const offer of offers) {
    const { id, sourceId, locator, contentHash, text } = offer.post;
    if (view.known.has(id)) {
      outcome.known += 1;
      continue;
    }
    view.known.add(id);
    const place = placeOf(sourceId, locator);
    const standing = view.standing.get(place);
    if (standing) supersede(standing);
    const copied = mayBeCopy(text) ? firstByRank(view.stored.get(contentHash) ?? []) : undefined;
    const isFirst = copied !== undefined && ranksBefore(offer.post, copied);
    if (copied && !isFirst) {
      outcome.duplicate += 1;
      items.set(id, { id, sourceId, locator, state: 'duplicate', reason: 'exact-copy', duplicateOf: copied.id });
      view.standing.set(place, { id, post: null });
      continue;
    }
    outcome.stored += 1;
    view.arrivals += 1;
    items.set(id, { id, sourceId, locator, state: 'stored', reason: null, duplicateOf: null });
    if (copied) displace(copied, id);
    const held: HeldPost = {
      id,
      contentHash,
      publishedAt: offer.post.publishedAt,
      signature: offer.signature,
      arrival: view.arrivals,
      copyOf: null,
    };
    linkNewPost(view, held, offer.keys, changes);
    kept.set(id, { offer, held });
    view.standing.set(place, { id, post: held });
    const copies = view.stored.get(contentHash);
    if (copies) copies.add(held);
    else view.stored.set(contentHash, new Set([held]));
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
  return {
    outcome,
    items: [...items.values()],
    posts: [...kept.values()].map(({ offer, held }) => ({
      post: offer.post,
      arrival: held.arrival,
      copyOf: held.copyOf,
    })),
    superseded,
    displaced,
    unfiled,
    filed: [...changes.filed].flatMap(([{ arrival }, keys]) => keys.map((key) => ({ key, arrival }))),
    relinked: new Map(
      [...changes.relinked.values()].filter(({ id }) => !kept.has(id)).map(({ id, copyOf }) => [id, copyOf]),
    ),
    arrivals: view.arrivals,
  };
};
