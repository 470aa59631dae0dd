import { contentId, type OfferOutcome, type Post, post, type Rejection } from '@marsad/records';
import { deleteBands, insertBands } from '../bands.js';
import { storedInstant } from '../instant.js';
import { displaceItems, insertItems, supersedeItems } from '../items.js';
import { keepArrivals, markTallyStale } from '../marks.js';
import { deletePosts, insertPosts, linkCopies } from '../posts.js';
import type { Writing } from '../tables.js';
import { type Decision, decideOffers } from './decide.js';
import { readLedgerView } from './ledger-view.js';
import { offerOf } from './offer.js';

/** The id of a rejected text, of which nothing else is kept: where it stood and why it was refused. */
export const rejectionId = ({ sourceId, locator, reason }: Rejection): string =>
  contentId('rejection', sourceId, locator, reason);

/** Takes out the posts that edits or equal texts of an earlier date replace, whose copies are linked to another original first. */
const removeReplaced = async (
  trx: Writing,
  { superseded, displaced, unfiled, relinked }: Decision,
  instant: string,
): Promise<void> => {
  const removed = [...superseded, ...displaced.keys()];
  if (removed.length === 0) return;
  await supersedeItems(trx, superseded, instant);
  for (const [arrival, keys] of unfiled) await deleteBands(trx, arrival, keys);
  // An original may be superseded together with its copies, and be deleted before them.
  await linkCopies(trx, new Map([...relinked, ...removed.map((id): [string, null] => [id, null])]));
  await deletePosts(trx, removed);
};

/**
 * Takes posts and rejections into the ledger: reads what it holds about them, decides, writes. An exact copy gets an item
 * but no post; a lightly changed copy becomes a post that is linked to the first; an edit takes the place of the post
 * that stood there, whose verdict, placements and outcome go with it, while the earliest of its copies becomes the
 * original of the others.
 * @returns numbers with stored + duplicate + rejected + known = offered; `superseded` counts the replaced ones
 * @throws {ZodError} when a post is not one: what is written must be readable
 */
export const offerPosts = async (
  trx: Writing,
  posts: readonly Post[],
  rejections: readonly Rejection[],
  now: string,
): Promise<OfferOutcome> => {
  const instant = storedInstant(now);
  const offers = posts.map((value) => offerOf(post.parse(value)));
  const refused = rejections.map((rejection) => ({ ...rejection, id: rejectionId(rejection) }));
  const view = await readLedgerView(
    trx,
    offers,
    refused.map(({ id }) => id),
  );
  const decision = decideOffers(view, offers, refused);
  await removeReplaced(trx, decision, instant);
  await insertItems(trx, decision.items, instant);
  await displaceItems(trx, decision.displaced, instant);
  await insertPosts(trx, decision.posts);
  await insertBands(trx, decision.filed);
  if (decision.outcome.stored > 0) await keepArrivals(trx, decision.arrivals);
  if (decision.posts.length > 0 || decision.superseded.length > 0) await markTallyStale(trx);
  return decision.outcome;
};
