import { type Envelope, type KeySet, keySet } from '@marsad/records';
import { checkSignatures, hashOfSigned, openEnvelope, tooFew } from './envelope.js';
import { keyIdOf, type PublicKey } from './key-pair.js';
import type { Refusal } from './refusal.js';
import { strictBase64 } from './strict-base64.js';
import { filesByNumber, KEY_FILES } from './trust-files.js';

/** The sets of keys of a package, the first one first, every set signed by the one before it and by itself. */
export interface KeyChain {
  sets: readonly [KeySet, ...KeySet[]];
  newest: KeySet;
  /** SHA-256 of every set; the first is the fingerprint by which a city is invited */
  hashes: readonly string[];
}

const REMEDY =
  'Ask the city for a package with all its sets of keys (keys/1.json and on), as `marsad snapshot sign` writes it.';

/** What is wrong inside one set: ids that are not those of their keys, keys twice, roles nobody can fill. */
const setRefusals = (path: string, set: KeySet): Refusal[] => {
  const refusals: Refusal[] = [];
  const refuse = (code: Refusal['code'], what: string): void => {
    refusals.push({ code, message: `${path}: ${what}`, remedy: REMEDY });
  };
  const ids = new Set<string>();
  for (const { id, public: raw } of set.keys) {
    const bytes = strictBase64(raw, 32);
    if (ids.has(id)) refuse('two-keys-same-id', `expected every key once, got two keys with the id ${id}`);
    if (!bytes) refuse('malformed', `expected 32 bytes in base64 as the public key ${id}, got something else`);
    else if (keyIdOf(bytes) !== id)
      refuse('key-id-not-of-key', `expected the id ${keyIdOf(bytes)} for a public key, got ${id}`);
    ids.add(id);
  }
  for (const role of ['root', 'signing'] as const) {
    const { keys, threshold } = set[role];
    const missing = keys.find((id) => !ids.has(id));
    if (missing !== undefined)
      refuse('malformed', `expected the keys of ${role} among the keys, but ${missing} is not`);
    if (new Set(keys).size !== keys.length)
      refuse('two-keys-same-id', `expected every key of ${role} once, got one twice`);
    if (threshold > keys.length)
      refuse('malformed', `expected a threshold of at most ${keys.length} for ${role}, got ${threshold}`);
  }
  return refusals;
};

const keysById = (set: KeySet): Map<string, PublicKey> => new Map(set.keys.map((key) => [key.id, key]));

/** A set is signed by enough root keys of the set before it, and of its own: nobody is given a key that nobody holds. */
const handoverRefusals = (path: string, envelope: Envelope<KeySet>, earlier: readonly KeySet[]): Refusal[] => {
  const set = envelope.signed;
  const before = earlier.at(-1);
  const involved = before ? [before, set] : [set];
  const allowed = new Map<string, PublicKey>();
  for (const { root, ...of } of involved)
    for (const [id, key] of keysById({ root, ...of })) if (root.keys.includes(id)) allowed.set(id, key);
  const others = new Map<string, 'revoked-key' | 'key-not-for-this'>();
  for (const { keys } of earlier) for (const { id } of keys) others.set(id, 'revoked-key');
  for (const { keys } of involved) for (const { id } of keys) others.set(id, 'key-not-for-this');
  const { signers, refusals } = checkSignatures(path, envelope, { allowed, others });
  return refusals.length > 0 ? refusals : involved.flatMap(({ root }) => tooFew(path, signers, root));
};

/**
 * Reads the sets of keys of a package and checks that each hands over to the next. Whether the first is the city's is not
 * decided here: compare its hash with the fingerprint.
 * @param owner whose keys they must be
 */
export const readKeyChain = (
  files: ReadonlyMap<string, Uint8Array>,
  owner: string,
): { chain: KeyChain } | { refusals: Refusal[] } => {
  const sets: KeySet[] = [];
  for (const { number, path, bytes } of filesByNumber(files, KEY_FILES)) {
    const opened = openEnvelope(path, bytes, keySet);
    if ('refusal' in opened) return { refusals: [opened.refusal] };
    const set = opened.envelope.signed;
    const expected = sets.length + 1;
    if (number !== expected || set.version !== expected)
      return {
        refusals: [
          {
            code: 'broken-chain',
            message: `${path}: expected the set of keys ${expected}, got the set ${set.version}`,
            remedy: REMEDY,
          },
        ],
      };
    if (set.owner !== owner)
      return {
        refusals: [
          {
            code: 'other-city',
            message: `${path}: expected keys of ${owner}, got keys of ${set.owner}`,
            remedy: REMEDY,
          },
        ],
      };
    const inside = setRefusals(path, set);
    if (inside.length > 0) return { refusals: inside };
    const handover = handoverRefusals(path, opened.envelope, sets);
    if (handover.length > 0) return { refusals: handover };
    sets.push(set);
  }
  const [first, ...rest] = sets;
  if (!first)
    return {
      refusals: [
        { code: 'broken-chain', message: 'keys/1.json: expected the keys of the city, got none', remedy: REMEDY },
      ],
    };
  return { chain: { sets: [first, ...rest], newest: rest.at(-1) ?? first, hashes: sets.map(hashOfSigned) } };
};

/** The keys that sign snapshots and notices: those of the newest set; what older sets signed is signed by revoked keys. */
export const signingKeys = (newest: KeySet, older: readonly KeySet[]) => {
  const byId = keysById(newest);
  const others = new Map<string, 'revoked-key' | 'key-not-for-this'>();
  for (const { keys } of older) for (const { id } of keys) others.set(id, 'revoked-key');
  for (const id of byId.keys()) others.set(id, 'key-not-for-this');
  return { allowed: new Map([...byId].filter(([id]) => newest.signing.keys.includes(id))), others };
};
