import { type Envelope, envelopeOf, sha256 } from '@marsad/records';
import type { z } from 'zod';
import { isSignature, type KeyPair, type PublicKey, signBytes } from './key-pair.js';
import type { Refusal, RefusalCode } from './refusal.js';
import { rfc8785, rfc8785Bytes } from './rfc8785.js';

/** Larger than any statement, set of keys or notice. */
const LARGEST = 256 * 1024;

/** Signs a value with every key, in the order of the keys' ids: the same value and keys give the same envelope. */
export const signed = <T>(value: T, pairs: readonly KeyPair[]): Envelope<T> => {
  const bytes = rfc8785Bytes(value);
  const signatures = pairs
    .map((pair) => ({ key: pair.id, signature: signBytes(pair, bytes) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { signed: value, signatures };
};

/** The one form of an envelope as a file: RFC 8785 and a line feed. */
export const envelopeBytes = (envelope: Envelope<unknown>): Uint8Array =>
  new TextEncoder().encode(`${rfc8785(envelope)}\n`);

/** The name of what is signed: SHA-256 of its RFC 8785 bytes. */
export const hashOfSigned = (value: unknown): string => sha256(rfc8785Bytes(value));

const REMEDY = 'Ask for the file again from whoever signed it; do not mend it by hand.';

/**
 * Reads a signed file. Only the one form of its bytes is taken, so that no bit of it is free.
 * @returns the envelope, or why it is none
 */
export const openEnvelope = <T>(
  path: string,
  bytes: Uint8Array,
  schema: z.ZodType<T>,
): { envelope: Envelope<T> } | { refusal: Refusal } => {
  const refusal = (code: 'malformed' | 'not-canonical', what: string): { refusal: Refusal } => ({
    refusal: { code, message: `${path}: ${what}`, remedy: REMEDY },
  });
  if (bytes.length > LARGEST) return refusal('malformed', `expected at most ${LARGEST} bytes, got ${bytes.length}`);
  let canonical: Uint8Array;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    canonical = new TextEncoder().encode(`${rfc8785(value)}\n`);
  } catch (error) {
    return refusal('malformed', `expected JSON, but ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Buffer.from(canonical).equals(bytes))
    return refusal('not-canonical', 'expected the one form of RFC 8785 with a line feed, got other bytes');
  const parsed = envelopeOf(schema).safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refusal('malformed', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`);
  }
  // The cast states what zod cannot: its output type of a generic envelope is this one.
  return { envelope: parsed.data as Envelope<T> };
};

/** Which keys may sign something, and which are known beside them. */
export interface Signers {
  /** keys that may sign, by id */
  allowed: ReadonlyMap<string, PublicKey>;
  /** why a key that is not allowed is not, by id; a key in neither is unknown */
  others: ReadonlyMap<string, 'revoked-key' | 'key-not-for-this'>;
}

const SENTENCES = {
  'revoked-key': 'is not in the newest set of keys any more',
  'key-not-for-this': 'is known, but not for signing this',
} as const;

/**
 * Who signed an envelope, and what is wrong with its signatures. Every one in the list must be by another allowed key and
 * right; a wrong one is not passed over because others are enough.
 */
export const checkSignatures = (
  path: string,
  envelope: Envelope<unknown>,
  { allowed, others }: Signers,
): { signers: ReadonlySet<string>; refusals: Refusal[] } => {
  const refusals: Refusal[] = [];
  const bytes = rfc8785Bytes(envelope.signed);
  const signers = new Set<string>();
  const refuse = (code: RefusalCode, what: string, remedy = REMEDY): void => {
    refusals.push({ code, message: `${path}: ${what}`, remedy });
  };
  const seen = new Set<string>();
  for (const { key: id, signature } of envelope.signatures) {
    const key = allowed.get(id);
    const other = others.get(id);
    if (seen.has(id)) refuse('two-signatures-same-key', `expected one signature of every key, got two of ${id}`);
    else if (!key && other)
      refuse(
        other,
        `expected a key that may sign it, but ${id} ${SENTENCES[other]}`,
        'Ask the city to sign again with its newest keys.',
      );
    else if (!key)
      refuse(
        'unknown-key',
        `expected a signature of ${[...allowed.keys()].join(' or ')}, got one of ${id}`,
        'Do not take it. Ask the city on another way whether it has new keys.',
      );
    else if (!isSignature(key, bytes, signature))
      refuse('bad-signature', `expected a signature of ${id} over what stands there, but one of the two was changed`);
    else signers.add(id);
    seen.add(id);
  }
  return { signers, refusals };
};

/** The refusal where fewer of the keys that count have signed than are needed. */
export const tooFew = (
  path: string,
  signers: ReadonlySet<string>,
  { keys, threshold }: { keys: readonly string[]; threshold: number },
): Refusal[] => {
  const got = keys.filter((id) => signers.has(id)).length;
  if (got >= threshold) return [];
  return [
    {
      code: 'too-few-signatures',
      message: `${path}: expected signatures of ${threshold} of the keys ${keys.join(', ')}, got ${got}`,
      remedy: 'Ask the city to have it signed by enough of those who hold its keys.',
    },
  ];
};
