import type { OfferOutcome, Post, Rejection, Settlement } from '@marsad/records';
import { addDocuments } from './documents/add.js';
import type { NewDocument } from './documents/new-document.js';
import { settleDocument } from './documents/settle.js';
import { keepNote } from './notes.js';
import { offerPosts } from './offers/offer-posts.js';
import type { Writing } from './tables.js';

/** What came of one document. */
export interface KeptReading {
  documents: readonly NewDocument[];
  posts: readonly Post[];
  rejections: readonly Rejection[];
  note?: { sourceId: string; key: string; value: string };
  /** absent where the document is settled later */
  settlement?: Settlement;
}

const NOTHING: OfferOutcome = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };

/** Takes in what came of one document: all of it, or nothing where the process ends before it is written. */
export const keepReading = async (
  trx: Writing,
  { documents, posts, rejections, note, settlement }: KeptReading,
  now: string,
): Promise<{ offered: OfferOutcome; added: number }> => {
  const added = documents.length === 0 ? 0 : await addDocuments(trx, documents, now);
  const isOffer = posts.length > 0 || rejections.length > 0;
  const offered = isOffer ? await offerPosts(trx, posts, rejections, now) : { ...NOTHING };
  if (note) await keepNote(trx, note.sourceId, note.key, note.value);
  if (settlement) await settleDocument(trx, settlement, now);
  return { offered, added };
};
