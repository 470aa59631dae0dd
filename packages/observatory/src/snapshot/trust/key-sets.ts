import type { Envelope, KeySet } from '@marsad/records';
import { signed } from './envelope.js';
import { type KeyPair, type PublicKey, publicPart } from './key-pair.js';

/** Days for which a set of keys holds: long enough for a city office, short enough that lost keys end by themselves. */
const KEYS_HOLD_DAYS = 730;

const DAY = 86_400_000;

/** The moment `days` later, as ISO 8601 in UTC. */
export const daysLater = (now: Date, days: number): string => new Date(now.getTime() + days * DAY).toISOString();

interface Holders {
  root: readonly KeyPair[];
  /** their public part is enough */
  signing: readonly (PublicKey | KeyPair)[];
  /** how many root keys, and how many signing keys, are needed; 1 unless told */
  thresholds?: { root: number; signing: number };
}

const setOf = (owner: string, version: number, { root, signing, thresholds }: Holders, now: Date): KeySet => {
  const all = new Map([...root, ...signing].map((key) => [key.id, publicPart(key)]));
  const ids = (keys: readonly (PublicKey | KeyPair)[]): string[] => keys.map(({ id }) => id).sort();
  return {
    type: 'keys',
    owner,
    version,
    expires: daysLater(now, KEYS_HOLD_DAYS),
    keys: [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    root: { keys: ids(root), threshold: thresholds?.root ?? 1 },
    signing: { keys: ids(signing), threshold: thresholds?.signing ?? 1 },
  };
};

/** The first set of keys of a city or hub, signed by its own root keys. Its hash is the fingerprint to be told. */
export const firstKeySet = (owner: string, holders: Holders, now: Date): Envelope<KeySet> =>
  signed(setOf(owner, 1, holders, now), holders.root);

/**
 * The set that follows `before`, signed by the root keys of both. Keys that are not in it any more are revoked.
 * @param oldRoot root keys of the set before, as many as its threshold asks for
 */
export const nextKeySet = (
  before: KeySet,
  holders: Holders,
  oldRoot: readonly KeyPair[],
  now: Date,
): Envelope<KeySet> => {
  const by = new Map([...oldRoot, ...holders.root].map((pair) => [pair.id, pair]));
  return signed(setOf(before.owner, before.version + 1, holders, now), [...by.values()]);
};
