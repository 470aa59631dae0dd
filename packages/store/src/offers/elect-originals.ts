import { bandKeysOf, LEAST_SIMILARITY, openBandIndex, signatureFromBytes } from '@marsad/records';
import { deleteBands, insertBands, readBands } from '../bands.js';
import { inChunks } from '../in-chunks.js';
import { tallyIsCurrent } from '../marks.js';
import { linkCopies } from '../posts.js';
import type { Reading, Writing } from '../tables.js';
import { MOST_UNDER_A_KEY } from './originals.js';
import { ranksBefore } from './rank.js';

/** What an election changes. */
interface Changes {
  /** posts whose original is another now; null for those that have become originals */
  relinked: Map<string, string | null>;
  /** keys of posts that are originals no more, by arrival */
  unfiled: Map<number, number[]>;
  /** keys of posts that have become originals, by arrival */
  filed: Map<number, number[]>;
}

/** Arrivals of the posts that can be compared: the earliest published first, undated ones last, of equals by id. */
const arrivalsByRank = async (db: Reading): Promise<number[]> => {
  const rows = await db
    .selectFrom('posts')
    .select(['id', 'arrival', 'published_at'])
    .where('signature', 'is not', null)
    .execute();
  const ranked = rows.map(({ id, arrival, published_at }) => ({ id, arrival, publishedAt: published_at }));
  ranked.sort((a, b) => (ranksBefore(a, b) ? -1 : 1));
  return ranked.map(({ arrival }) => arrival);
};

/** Goes through the posts by rank: each is linked to the original most like it among those before, or becomes one. */
const elect = async (db: Reading): Promise<Changes> => {
  const changes: Changes = { relinked: new Map(), unfiled: new Map(), filed: new Map() };
  const index = openBandIndex();
  const originals: string[] = [];
  for (const chunk of inChunks(await arrivalsByRank(db))) {
    const rows = await db
      .selectFrom('posts')
      .select(['id', 'arrival', 'copy_of', 'signature'])
      .where('arrival', 'in', chunk)
      .execute();
    const byArrival = new Map(rows.map((row) => [row.arrival, row]));
    for (const arrival of chunk) {
      const row = byArrival.get(arrival);
      if (!row || row.signature === null) continue;
      const signature = signatureFromBytes(row.signature);
      const keys = bandKeysOf(signature);
      const found = index.mostLike(signature, keys);
      const original = found && found.similarity >= LEAST_SIMILARITY ? originals[found.place] : undefined;
      if (original === undefined) {
        index.add(signature, keys);
        originals.push(row.id);
        if (row.copy_of !== null) changes.filed.set(arrival, [...keys]);
      } else if (row.copy_of === null) changes.unfiled.set(arrival, [...keys]);
      if ((original ?? null) !== row.copy_of) changes.relinked.set(row.id, original ?? null);
    }
  }
  return changes;
};

/** Files new originals under those of their keys that are not crowded. */
const file = async (trx: Writing, filed: Changes['filed']): Promise<void> => {
  const under = new Map<number, number>();
  for (const { key } of await readBands(trx, [...new Set([...filed.values()].flat())]))
    under.set(key, (under.get(key) ?? 0) + 1);
  const bands = [...filed].flatMap(([arrival, keys]) =>
    keys.flatMap((key) => {
      const held = under.get(key) ?? 0;
      if (held >= MOST_UNDER_A_KEY) return [];
      under.set(key, held + 1);
      return [{ key, arrival }];
    }),
  );
  await insertBands(trx, bands);
};

/**
 * Links copies anew so that nothing depends on the order in which posts were offered: the earliest published text is the
 * original, of equally early ones and of undated ones the one with the smallest id. As offers link copies to what stood
 * there before them, the links are theirs until an election; it does nothing when nothing has changed since the last tally.
 */
export const electOriginals = async (trx: Writing): Promise<void> => {
  if (await tallyIsCurrent(trx)) return;
  const { relinked, unfiled, filed } = await elect(trx);
  for (const [arrival, keys] of unfiled) await deleteBands(trx, arrival, keys);
  await linkCopies(trx, relinked);
  await file(trx, filed);
};
