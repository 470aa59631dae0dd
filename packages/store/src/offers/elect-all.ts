import { BANDS, signatureFromBytes, writeBandKeys } from '@marsad/records';
import { inRowRange, rowRanges } from '../row-ranges.js';
import type { Reading } from '../tables.js';
import { byRank, Elected, OriginalsByKey, readCandidates } from './candidates.js';

/** Numbers up to this are exact in a double, which holds a key and the place of a post beside it. */
const EXACT = 2 ** 53;

interface Keys {
  /** one for each post */
  arrivals: number[];
  /** 16 for each post */
  keys: Uint32Array;
}

/** The keys of all posts, in the order in which they lie in the file: signatures themselves would take four times the room. */
const readKeys = async (db: Reading): Promise<Keys> => {
  const arrivals: number[] = [];
  let keys = new Uint32Array(0);
  const own = new Uint32Array(BANDS);
  for await (const range of rowRanges(db, 'posts')) {
    const rows = await db
      .selectFrom('posts')
      .select(['arrival', 'signature'])
      .where(inRowRange(range))
      .where('signature', 'is not', null)
      .execute();
    for (const { arrival, signature } of rows) {
      if (signature === null) continue;
      const at = BANDS * arrivals.length;
      if (at === keys.length) {
        const more = new Uint32Array(Math.max(BANDS * 4096, 2 * at));
        more.set(keys);
        keys = more;
      }
      writeBandKeys(signatureFromBytes(signature), own);
      keys.set(own, at);
      arrivals.push(arrival);
    }
  }
  return { arrivals, keys };
};

/**
 * Arrivals of the posts that share a key with another, found by sorting the keys of each band; the others are no copies and
 * have none. (Where posts are so many that a key does not fit beside a place, its lowest bits are passed over.)
 */
const sharingKeys = ({ arrivals, keys }: Keys): Set<number> => {
  const posts = arrivals.length;
  const room = 2 ** Math.ceil(Math.log2(posts + 1));
  const coarse = Math.max(1, (room * 2 ** 32) / EXACT);
  const sorted = new Float64Array(posts);
  const sharing = new Set<number>();
  for (let band = 0; band < BANDS; band += 1) {
    for (let at = 0; at < posts; at += 1) sorted[at] = Math.floor((keys[BANDS * at + band] ?? 0) / coarse) * room + at;
    sorted.sort();
    let before = -1;
    let place = 0;
    for (const value of sorted) {
      const key = Math.floor(value / room);
      const own = value - key * room;
      if (key === before) sharing.add(arrivals[place] ?? 0).add(arrivals[own] ?? 0);
      before = key;
      place = own;
    }
  }
  return sharing;
};

/** An election among all posts: by rank, each is linked to the original most like it among those before, or becomes one. */
export const electAll = async (db: Reading): Promise<Elected> => {
  const sharing = sharingKeys(await readKeys(db));
  const copies = await db.selectFrom('posts').select('arrival').where('copy_of', 'is not', null).execute();
  for (const { arrival } of copies) sharing.add(arrival);
  const elected = new Elected();
  const originals = new OriginalsByKey();
  for (const post of (await readCandidates(db, [...sharing])).sort(byRank)) {
    const original = originals.originalOf(post);
    elected.settle(post, original);
    if (original === undefined) originals.add(post);
  }
  return elected;
};
