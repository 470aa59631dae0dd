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

interface Kept {
  offered: OfferOutcome;
  /** documents that are new */
  added: number;
}

/** Of a document that several readings lead to the first of them counts: the others would have found it there. */
const firstMentions = (readings: readonly KeptReading[]): NewDocument[] => {
  const found = new Set<string>();
  return readings.flatMap(({ documents }) => {
    const keys = documents.map(({ sourceId, url }) => `${sourceId} ${url}`);
    const fresh = documents.filter((_document, index) => !found.has(keys[index] ?? ''));
    for (const key of keys) found.add(key);
    return fresh;
  });
};

/** Whether it is all the same if what another reading brings is written before or after this one is settled. */
const isPlain = ({ documents, settlement }: KeptReading): boolean =>
  documents.every(({ role }) => role === 'page') &&
  (settlement?.state === 'fetched' || settlement?.state === 'skipped');

const keepTogether = async (trx: Writing, readings: readonly KeptReading[], now: string): Promise<Kept> => {
  const documents = firstMentions(readings);
  const posts = readings.flatMap((reading) => reading.posts);
  const rejections = readings.flatMap((reading) => reading.rejections);
  const added = documents.length === 0 ? 0 : await addDocuments(trx, documents, now);
  const isOffer = posts.length > 0 || rejections.length > 0;
  const offered = isOffer
    ? await offerPosts(trx, posts, rejections, now)
    : { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };
  for (const { note, settlement } of readings) {
    if (note) await keepNote(trx, note.sourceId, note.key, note.value);
    if (settlement) await settleDocument(trx, settlement, now);
  }
  return { offered, added };
};

/**
 * Takes in what came of documents, in this order: all of it, or nothing where the process ends before it is written. It
 * is as if each had been taken in alone; where that can be said beforehand, they are written together, which is quicker.
 */
export const keepReadings = async (trx: Writing, readings: readonly KeptReading[], now: string): Promise<Kept> => {
  if (readings.every(isPlain)) return keepTogether(trx, readings, now);
  const sum: Kept = { offered: { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 }, added: 0 };
  for (const reading of readings) {
    const { offered, added } = await keepTogether(trx, [reading], now);
    sum.added += added;
    for (const key of ['stored', 'duplicate', 'superseded', 'rejected', 'known'] as const)
      sum.offered[key] += offered[key];
  }
  return sum;
};
