import { z } from 'zod';
import { names } from '../city.js';
import { instant } from '../post.js';
import { tier } from './tier.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hex');
/** The first 32 hex digits of the SHA-256 of the raw public key. */
export const keyId = z.string().regex(/^[0-9a-f]{32}$/, 'expected a key id: 32 lower-case hex digits');
const version = z.number().int().min(1).max(1_000_000_000);
const cityId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

/** Whose key it is and what it may sign; each set of keys is signed by enough keys of the set before it, so keys can change. */
export const keySet = z.looseObject({
  type: z.literal('keys'),
  /** a city's or a hub's id */
  owner: cityId,
  version,
  expires: instant,
  keys: z.array(z.looseObject({ id: keyId, algorithm: z.literal('ed25519'), public: z.base64() })).min(1),
  /** keys that sign sets of keys, and how many are needed */
  root: z.looseObject({ keys: z.array(keyId).min(1), threshold: z.number().int().min(1) }),
  /** keys that sign snapshots and notices */
  signing: z.looseObject({ keys: z.array(keyId).min(1), threshold: z.number().int().min(1) }),
});
export type KeySet = z.infer<typeof keySet>;

/** What a city signs of a snapshot. Lowering a tier leaves out files and manifests of narrower tiers; this stays as it is. */
export const snapshotStatement = z.looseObject({
  type: z.literal('snapshot'),
  city: cityId,
  /** grows by at least one with every snapshot the city signs: an older one is a rollback */
  version,
  /** SHA-256 of the manifest of each tier that was made */
  manifests: z.looseObject({ public: hash, partner: hash.optional(), restricted: hash.optional() }),
  /** the hub it is for; null: any */
  audience: cityId.nullable(),
  issued: instant,
  /** later, a reader must ask for a newer one */
  expires: instant,
});
export type SnapshotStatement = z.infer<typeof snapshotStatement>;

/** A city takes a snapshot back, or says what was wrong in it; travels wherever the snapshot went. */
export const notice = z.looseObject({
  type: z.enum(['withdrawal', 'correction']),
  city: cityId,
  /** of all notices of the city; one left out is noticed */
  number: version,
  /** the snapshots it is about */
  versions: z.array(version).min(1),
  reason: names,
  issued: instant,
  /** of a correction: the snapshot that holds the right figures */
  correctedBy: version.optional(),
});
export type Notice = z.infer<typeof notice>;

/**
 * A hub says that a copy went through its hands, at which tier and with which attachments. It carries the hub's key, so that
 * every bit of it is bound; whether the hub is the one it says is for the reader to compare.
 */
export const hop = z.looseObject({
  type: z.literal('hop'),
  hub: cityId,
  /** its place among the hops of this copy, from 1 */
  number: version,
  city: cityId,
  /** SHA-256 of the RFC 8785 bytes of the snapshot's statement */
  statement: hash,
  /** the same of the hop before it; null for the first */
  previous: hash.nullable(),
  /** what was passed on: never narrower than what came */
  tier,
  /** every file below attachments/, also those that came with the copy */
  attachments: z.array(z.looseObject({ path: z.string(), sha256: hash })),
  key: z.looseObject({ id: keyId, algorithm: z.literal('ed25519'), public: z.base64() }),
  passed: instant,
});
export type Hop = z.infer<typeof hop>;

/** Anything signed, with Ed25519 over the RFC 8785 bytes of `signed`. */
export const envelopeOf = <T extends z.ZodType>(signed: T) =>
  z.strictObject({
    signed,
    signatures: z.array(z.strictObject({ key: keyId, signature: z.base64() })).min(1),
  });
export interface Envelope<T> {
  signed: T;
  signatures: { key: string; signature: string }[];
}
