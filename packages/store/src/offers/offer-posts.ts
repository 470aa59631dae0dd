import { contentId, type OfferOutcome, type Post, post, type Rejection } from '@marsad/records';
import { storedInstant } from '../instant.js';
import { insertItems, supersedeItems } from '../items.js';
import { markTallyStale } from '../marks.js';
import { deletePosts, insertPosts } from '../posts.js';
import type { Writing } from '../tables.js';
import { decideOffers } from './decide.js';
import { readLedgerView } from './ledger-view.js';

/** The id of a rejected text, of which nothing else is kept: where it stood and why it was refused. */
export const rejectionId = ({ sourceId, locator, reason }: Rejection): string =>
  contentId('rejection', sourceId, locator, reason);

/**
 * Takes posts and rejections into the ledger: reads what it holds about them, decides, writes. A copy gets an item but
 * no post; an edit takes the place of the post that stood there, whose verdict, placements and outcome go with it.
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
  const offered = posts.map((value) => post.parse(value));
  const refused = rejections.map((rejection) => ({ ...rejection, id: rejectionId(rejection) }));
  const view = await readLedgerView(
    trx,
    offered,
    refused.map(({ id }) => id),
  );
  const decision = decideOffers(view, offered, refused);
  await supersedeItems(trx, decision.superseded, instant);
  await deletePosts(trx, decision.superseded);
  await insertItems(trx, decision.items, instant);
  await insertPosts(trx, decision.posts);
  if (decision.posts.length > 0 || decision.superseded.length > 0) await markTallyStale(trx);
  return decision.outcome;
};
