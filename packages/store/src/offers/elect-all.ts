import { BANDS, SIGNATURE_BINS, signaturesFromBytes, writeBandKeys } from '@marsad/records';
import { sql } from 'kysely';
import { z } from 'zod';
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

/** Signatures of a range of posts one after the other, and the arrivals of the posts in the same order, as a JSON list. */
interface Signatures {
  arrivals: string;
  /** null when the range has none */
  signatures: Buffer | null;
}

const arrivalList = z.array(z.number());

/**
 * The keys of all posts, in the order in which they lie in the file: signatures themselves would take four times the room. They
 * come as one value for many posts, since a million of them as values of their own keep the garbage collector busy.
 */
const readKeys = async (db: Reading): Promise<Keys> => {
  const arrivals: number[] = [];
  let keys = new Uint32Array(0);
  for await (const range of rowRanges(db, 'posts')) {
    const row = await db
      .selectFrom('posts')
      .select([
        sql<Signatures['arrivals']>`json_group_array(arrival)`.as('arrivals'),
        sql<Signatures['signatures']>`cast(group_concat(signature, '') as blob)`.as('signatures'),
      ])
      .where(inRowRange(range))
      .where('signature', 'is not', null)
      .executeTakeFirstOrThrow();
    if (row.signatures === null) continue;
    const bytes = row.signatures;
    const found = arrivalList.parse(JSON.parse(row.arrivals));
    const signatures = signaturesFromBytes(bytes, found.length);
    const room = BANDS * (arrivals.length + found.length);
    if (room > keys.length) {
      const more = new Uint32Array(Math.max(room, 2 * keys.length));
      more.set(keys);
      keys = more;
    }
    found.forEach((arrival, at) => {
      writeBandKeys(signatures, keys, SIGNATURE_BINS * at, BANDS * arrivals.length);
      arrivals.push(arrival);
    });
  }
  return { arrivals, keys };
};

/** Keys fall into as many cells as this times the posts: of keys that stand alone, few share a cell with another. */
const CELLS_A_POST = 32;
const ONCE = 1;
const OFTEN = 2;

/** Cells in which keys of a band are counted, two bits each: by these most keys that stand alone are told without sorting. */
class KeyCells {
  readonly #shift: number;
  readonly #cells: Uint8Array;

  constructor(posts: number) {
    const bits = Math.min(32, Math.max(2, Math.ceil(Math.log2(CELLS_A_POST * (posts + 1)))));
    this.#shift = 32 - bits;
    this.#cells = new Uint8Array(2 ** (bits - 2));
  }

  clear(): void {
    this.#cells.fill(0);
  }

  add(key: number): void {
    const cell = key >>> this.#shift;
    const bits = 2 * (cell & 3);
    const held = this.#cells[cell >>> 2] ?? 0;
    const seen = (held >>> bits) & 3;
    if (seen === 0) this.#cells[cell >>> 2] = held | (ONCE << bits);
    else if (seen === ONCE) this.#cells[cell >>> 2] = held | (OFTEN << bits);
  }

  /** Whether another key may be the same. */
  mayRepeat(key: number): boolean {
    const cell = key >>> this.#shift;
    return (((this.#cells[cell >>> 2] ?? 0) >>> (2 * (cell & 3))) & OFTEN) !== 0;
  }
}

/**
 * Arrivals of the posts that share a key with another, found by sorting the keys of each band that may stand twice; the others are
 * no copies and have none. (Where posts are so many that a key does not fit beside a place, its lowest bits are passed over.)
 */
const sharingKeys = ({ arrivals, keys }: Keys): Set<number> => {
  const posts = arrivals.length;
  const room = 2 ** Math.ceil(Math.log2(posts + 1));
  const coarse = Math.max(1, (room * 2 ** 32) / EXACT);
  const sorted = new Float64Array(posts);
  const cells = new KeyCells(posts);
  const sharing = new Set<number>();
  for (let band = 0; band < BANDS; band += 1) {
    cells.clear();
    for (let at = 0; at < posts; at += 1) cells.add(keys[BANDS * at + band] ?? 0);
    let length = 0;
    for (let at = 0; at < posts; at += 1) {
      const key = keys[BANDS * at + band] ?? 0;
      if (!cells.mayRepeat(key)) continue;
      sorted[length] = Math.floor(key / coarse) * room + at;
      length += 1;
    }
    let before = -1;
    let place = 0;
    for (const value of sorted.subarray(0, length).sort()) {
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
