import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type KeySet, sha256 } from '@marsad/records';
import { strictBase64 } from './strict-base64.js';

/** What stands before the 32 raw bytes in the two standard encodings of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A key as a set of keys lists it: its id, `ed25519`, and 32 raw bytes in base64. */
export type PublicKey = KeySet['keys'][number];

/** A key that can sign. */
export interface KeyPair {
  id: string;
  algorithm: 'ed25519';
  public: string;
  private: KeyObject;
}

/** The id of a raw public key of 32 bytes. */
export const keyIdOf = (raw: Uint8Array): string => sha256(raw).slice(0, 32);

/**
 * The Ed25519 key pair of a seed (RFC 8032): the same seed gives the same keys.
 * @param seed 32 bytes of a cryptographic random source, to be kept as secret as the key
 */
export const keyPairFrom = (seed: Uint8Array): KeyPair => {
  if (seed.length !== 32) throw new RangeError(`key: expected a seed of 32 bytes, got ${seed.length}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  return { id: keyIdOf(raw), algorithm: 'ed25519', public: raw.toString('base64'), private: privateKey };
};

/** The part of a key pair that may be shown to everybody. */
export const publicPart = ({ id, algorithm, public: raw }: PublicKey | KeyPair): PublicKey => ({
  id,
  algorithm,
  public: raw,
});

/** A signature over bytes, as base64. */
export const signBytes = (pair: KeyPair, bytes: Uint8Array): string =>
  sign(null, bytes, pair.private).toString('base64');

/**
 * Whether `signature` (base64) is that of the key over the bytes. False also for base64 or keys that are not written in the
 * one strict way.
 */
export const isSignature = (key: PublicKey, bytes: Uint8Array, signature: string): boolean => {
  const raw = strictBase64(key.public, 32);
  const signed = strictBase64(signature, 64);
  if (!raw || !signed) return false;
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  return verify(null, bytes, publicKey, signed);
};
