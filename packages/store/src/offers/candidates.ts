import { bandKeysOf, estimatedJaccard, LEAST_SIMILARITY, signatureFromBytes } from '@marsad/records';
import { inChunks } from '../in-chunks.js';
import type { Reading } from '../tables.js';
import { MOST_UNDER_A_KEY } from './originals.js';

/** A stored post as an election of originals sees it. */
export interface Candidate {
  id: string;
  arrival: number;
  /** when it was published, in milliseconds; infinite where that is not known */
  time: number;
  /** the original it is linked to as yet; null for an original */
  copyOf: string | null;
  signature: Uint32Array;
  keys: Uint32Array;
}

/** Reads those of the posts that still stand and can be compared, in no order. */
export const readCandidates = async (db: Reading, arrivals: readonly number[]): Promise<Candidate[]> => {
  const found: Candidate[] = [];
  for (const chunk of inChunks(arrivals.toSorted((a, b) => a - b))) {
    const rows = await db
      .selectFrom('posts')
      .select(['id', 'arrival', 'published_at', 'copy_of', 'signature'])
      .where('arrival', 'in', chunk)
      .where('signature', 'is not', null)
      .execute();
    for (const { id, arrival, published_at, copy_of, signature: bytes } of rows) {
      if (bytes === null) continue;
      const signature = signatureFromBytes(bytes);
      const time = published_at === null ? Number.POSITIVE_INFINITY : Date.parse(published_at);
      found.push({ id, arrival, time, copyOf: copy_of, signature, keys: bandKeysOf(signature) });
    }
  }
  return found;
};

/** Orders posts as an election goes through them: the earliest published first, undated ones last, of equals by id. */
export const byRank = (one: Candidate, other: Candidate): number => {
  if (one.time !== other.time) return one.time < other.time ? -1 : 1;
  return one.id === other.id ? 0 : one.id < other.id ? -1 : 1;
};

const NONE: readonly Candidate[] = [];

/** Originals by their keys. Most keys hold one, which takes no list: of a million posts they are millions. */
export class OriginalsByKey {
  readonly #byKey = new Map<number, Candidate | Candidate[]>();

  /** Files an original under these of its keys, under which it must not stand yet. */
  add(post: Candidate, keys: Iterable<number> = post.keys): void {
    for (const key of keys) {
      const held = this.#byKey.get(key);
      if (held === undefined) this.#byKey.set(key, post);
      else if (Array.isArray(held)) held.push(post);
      else this.#byKey.set(key, [held, post]);
    }
  }

  /** Takes away one that is no original any more. */
  remove(post: Candidate): void {
    for (const key of post.keys) {
      const left = this.#under(key).filter((other) => other !== post);
      this.#byKey.set(key, left);
    }
  }

  /** Whether one of the keys holds as many as may stand under one. */
  isCrowded(keys: Iterable<number>): boolean {
    for (const key of keys) if (this.#under(key).length >= MOST_UNDER_A_KEY) return true;
    return false;
  }

  #under(key: number): readonly Candidate[] {
    const held = this.#byKey.get(key);
    if (held === undefined) return NONE;
    return Array.isArray(held) ? held : [held];
  }

  /**
   * The original of a post: of those before it that share a key with it the one most like it, of equals the first by rank.
   * Of a crowded key only the first by rank are looked at, in the order in which they were added.
   */
  originalOf(post: Candidate): Candidate | undefined {
    let best: Candidate | undefined;
    let most = LEAST_SIMILARITY;
    for (const key of post.keys) {
      const held = this.#under(key);
      for (const other of held.length > MOST_UNDER_A_KEY ? held.slice(0, MOST_UNDER_A_KEY) : held) {
        if (other === best || other === post || byRank(other, post) > 0) continue;
        const similarity = estimatedJaccard(other.signature, post.signature);
        if (similarity < most || (similarity === most && best !== undefined && byRank(other, best) > 0)) continue;
        best = other;
        most = similarity;
      }
    }
    return best;
  }
}

/** What an election changes. */
export class Elected {
  /** posts whose original is another now; null for those that have become originals */
  readonly relinked = new Map<string, string | null>();
  /** keys of posts that are originals no more, by arrival */
  readonly unfiled = new Map<number, number[]>();
  /** keys of posts that have become originals, by arrival */
  readonly filed = new Map<number, number[]>();

  /** Says what a post is now: a copy of `original`, or an original. */
  settle(post: Candidate, original: Candidate | undefined): void {
    if (original === undefined && post.copyOf !== null) this.filed.set(post.arrival, [...post.keys]);
    if (original !== undefined && post.copyOf === null) this.unfiled.set(post.arrival, [...post.keys]);
    if ((original?.id ?? null) !== post.copyOf) this.relinked.set(post.id, original?.id ?? null);
  }
}
