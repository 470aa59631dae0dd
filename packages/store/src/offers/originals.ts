import { bandKeysOf, estimatedJaccard, LEAST_SIMILARITY } from '@marsad/records';

/** What of a stored post decides about its copies. */
export interface HeldPost {
  readonly id: string;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  /** null for a text too short to be compared */
  readonly signature: Uint32Array | null;
  readonly arrival: number;
  /** id of the original; null for an original */
  copyOf: string | null;
}

/**
 * Originals under one key. Only texts made for it crowd a key (of 200,000 real posts, 199 stood under the fullest);
 * without a bound they would make every offer as slow as there are texts.
 */
export const MOST_UNDER_A_KEY = 256;

/** The keys of a post's signature; none for a text too short to be compared. */
export const keysOf = ({ signature }: Pick<HeldPost, 'signature'>): number[] =>
  signature === null ? [] : [...bandKeysOf(signature)];

/** The originals that share a key with a batch of offers, as they come and go while it is decided. */
export class Originals {
  readonly #byKey = new Map<number, Set<HeldPost>>();

  /** Files an original under these keys. */
  hold(post: HeldPost, keys: readonly number[]): void {
    for (const key of keys) {
      const held = this.#byKey.get(key);
      if (held) held.add(post);
      else this.#byKey.set(key, new Set([post]));
    }
  }

  /** Takes away an original that was superseded. */
  drop(post: HeldPost): void {
    for (const key of keysOf(post)) this.#byKey.get(key)?.delete(post);
  }

  /** Those of the keys that are not crowded. */
  withRoom(keys: readonly number[]): number[] {
    return keys.filter((key) => (this.#byKey.get(key)?.size ?? 0) < MOST_UNDER_A_KEY);
  }

  /**
   * The original of which a text is a lightly changed copy: the one most like it among those that share a key, the
   * earliest of equals.
   */
  originalOf(signature: Uint32Array, keys: readonly number[]): HeldPost | undefined {
    let best: HeldPost | undefined;
    let most = LEAST_SIMILARITY;
    for (const key of keys) {
      for (const post of this.#byKey.get(key) ?? []) {
        if (post.signature === null || post === best) continue;
        const similarity = estimatedJaccard(post.signature, signature);
        const wins = similarity === most ? best === undefined || post.arrival < best.arrival : similarity > most;
        if (!wins) continue;
        best = post;
        most = similarity;
      }
    }
    return best;
  }
}
