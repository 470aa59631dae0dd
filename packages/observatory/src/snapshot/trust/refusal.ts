/** Why a package is not taken, each by a code of its own (docs/trust.md lists them in words). */
export const REFUSAL_CODES = [
  'unknown-city',
  'other-city',
  'malformed',
  'not-canonical',
  'unsigned',
  'wrong-fingerprint',
  'broken-chain',
  'keys-expired',
  'two-keys-same-id',
  'key-id-not-of-key',
  'unknown-key',
  'revoked-key',
  'key-not-for-this',
  'two-signatures-same-key',
  'bad-signature',
  'too-few-signatures',
  'rollback',
  'same-version-other-content',
  'fast-forward',
  'expired',
  'issued-in-future',
  'other-audience',
  'mix-and-match',
  'raised-tier',
  'notice-left-out',
  'notice-changed',
  'withdrawn',
  'other-format',
  'not-whole',
  'content',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** One reason for which a package is not taken. */
export interface Refusal {
  code: RefusalCode;
  /** what was expected, what came and where */
  message: string;
  /** what to do about it */
  remedy: string;
}
