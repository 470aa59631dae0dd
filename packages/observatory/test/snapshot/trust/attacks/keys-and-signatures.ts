import { envelopeBytes, signed } from '../../../../src/snapshot/trust/envelope.js';
import { publicPart } from '../../../../src/snapshot/trust/key-pair.js';
import { firstKeySet, nextKeySet } from '../../../../src/snapshot/trust/key-sets.js';
import { rfc8785 } from '../../../../src/snapshot/trust/rfc8785.js';
import {
  CITY,
  FIRST,
  json,
  NEW_ROOT,
  NEW_SIGNING,
  NOW,
  notice,
  ROOT,
  SECOND,
  SIGNING,
  STRANGER,
  signedCity,
  THIRD,
  text,
  withFiles,
} from '../signed-city.js';
import { type Attack, after, oddSet, rotated, SIGNATURE, trusting } from './attack.js';

/** Keys of which two must sign every statement. */
const TWO_MUST_SIGN = firstKeySet(
  CITY,
  { root: [ROOT], signing: [SIGNING, NEW_SIGNING], thresholds: { root: 1, signing: 2 } },
  NOW,
);

/** Signatures and keys that are missing, unknown, revoked, counted twice or out of their chain. */
export const KEYS_AND_SIGNATURES: readonly Attack[] = [
  ['no signature', 'unsigned', () => ({ files: withFiles(signedCity(), { [SIGNATURE]: undefined }) })],
  ['no keys', 'broken-chain', () => ({ files: withFiles(signedCity(), { 'keys/1.json': undefined }) })],
  ['an unknown key', 'unknown-key', () => ({ files: signedCity({ pairs: [STRANGER] }) })],
  ['an unknown key beside a good one', 'unknown-key', () => ({ files: signedCity({ pairs: [SIGNING, STRANGER] }) })],
  ['a root key where a signing key is needed', 'key-not-for-this', () => ({ files: signedCity({ pairs: [ROOT] }) })],
  ['a revoked key', 'revoked-key', () => ({ files: signedCity({ keySets: [FIRST, SECOND], pairs: [SIGNING] }) })],
  [
    'a revoked key, the new keys left out',
    'revoked-key',
    () => ({ files: signedCity({ version: 2 }), remembered: after(signedCity(rotated)) }),
  ],
  ['a notice by a revoked key', 'revoked-key', () => ({ files: signedCity({ ...rotated, notices: [notice()] }) })],
  [
    'a signature of a key over something else',
    'bad-signature',
    () => {
      const files = signedCity();
      const other = json(signedCity({ version: 2 }), SIGNATURE) as { signatures: unknown };
      const { signed: statement } = json(files, SIGNATURE);
      return {
        files: withFiles(files, {
          [SIGNATURE]: text(`${rfc8785({ signed: statement, signatures: other.signatures })}\n`),
        }),
      };
    },
  ],
  [
    'a statement changed after it was signed',
    'bad-signature',
    () => {
      const { signed: statement, signatures } = json(signedCity(), SIGNATURE) as { signed: object; signatures: object };
      const later = { signed: { ...statement, expires: '2030-01-01T00:00:00.000Z' }, signatures };
      return { files: withFiles(signedCity(), { [SIGNATURE]: text(`${rfc8785(later)}\n`) }) };
    },
  ],
  [
    'a notice in the place of a statement',
    'malformed',
    () => ({ files: withFiles(signedCity(), { [SIGNATURE]: envelopeBytes(notice()) }) }),
  ],
  [
    'a statement in the place of keys',
    'malformed',
    () => ({ files: withFiles(signedCity(), { 'keys/1.json': signedCity().get(SIGNATURE) }) }),
  ],
  [
    'too few signatures',
    'too-few-signatures',
    () => {
      const files = signedCity({ keySets: [TWO_MUST_SIGN] });
      return { files, remembered: trusting(files) };
    },
  ],
  [
    'one key that signs twice for two',
    'two-signatures-same-key',
    () => {
      const files = signedCity({ keySets: [TWO_MUST_SIGN], pairs: [SIGNING, SIGNING] });
      return { files, remembered: trusting(files) };
    },
  ],
  [
    'two keys with the same id',
    'two-keys-same-id',
    () => ({ files: oddSet({ keys: [...FIRST.signed.keys, { ...publicPart(STRANGER), id: SIGNING.id }] }) }),
  ],
  [
    'one key counted twice in a role',
    'two-keys-same-id',
    () => ({ files: oddSet({ root: { keys: [ROOT.id, ROOT.id], threshold: 2 } }) }),
  ],
  [
    'a key under the id of another',
    'key-id-not-of-key',
    () => ({ files: oddSet({ keys: [publicPart(ROOT), { ...publicPart(STRANGER), id: SIGNING.id }] }) }),
  ],
  [
    'a role for a key that is not listed',
    'malformed',
    () => ({ files: oddSet({ signing: { keys: [STRANGER.id], threshold: 1 } }) }),
  ],
  [
    'a threshold that nobody reaches',
    'malformed',
    () => ({ files: oddSet({ signing: { keys: [SIGNING.id], threshold: 2 } }) }),
  ],
  ['a threshold of nought', 'malformed', () => ({ files: oddSet({ signing: { keys: [SIGNING.id], threshold: 0 } }) })],
  [
    'a public key of 31 bytes',
    'malformed',
    () => ({
      files: oddSet({
        keys: [publicPart(ROOT), { ...publicPart(SIGNING), public: Buffer.alloc(31).toString('base64') }],
      }),
    }),
  ],
  [
    'new keys that the old did not sign',
    'too-few-signatures',
    () => ({
      files: signedCity({
        keySets: [FIRST, nextKeySet(FIRST.signed, { root: [NEW_ROOT], signing: [NEW_SIGNING] }, [], NOW)],
        pairs: [NEW_SIGNING],
      }),
    }),
  ],
  [
    'new keys that a signing key signed',
    'key-not-for-this',
    () => ({
      files: signedCity({
        keySets: [FIRST, nextKeySet(FIRST.signed, { root: [NEW_ROOT], signing: [NEW_SIGNING] }, [SIGNING], NOW)],
        pairs: [NEW_SIGNING],
      }),
    }),
  ],
  [
    'new root keys that nobody holds',
    'too-few-signatures',
    () => {
      const { signed: set } = nextKeySet(FIRST.signed, { root: [NEW_ROOT], signing: [NEW_SIGNING] }, [ROOT], NOW);
      return { files: signedCity({ keySets: [FIRST, signed(set, [ROOT])], pairs: [NEW_SIGNING] }) };
    },
  ],
  [
    'a root key that was replaced signs keys again',
    'revoked-key',
    () => {
      const fourth = nextKeySet(THIRD.signed, { root: [NEW_ROOT], signing: [STRANGER] }, [NEW_ROOT, ROOT], NOW);
      return { files: signedCity({ keySets: [FIRST, SECOND, THIRD, fourth], pairs: [STRANGER] }) };
    },
  ],
  [
    'a set of keys left out of the chain',
    'broken-chain',
    () => ({
      files: withFiles(signedCity({ keySets: [FIRST, SECOND, THIRD], pairs: [NEW_SIGNING] }), {
        'keys/2.json': undefined,
      }),
    }),
  ],
  [
    'a set of keys under the number of another',
    'broken-chain',
    () => ({ files: withFiles(signedCity(rotated), { 'keys/2.json': envelopeBytes(FIRST) }) }),
  ],
  [
    'two successors of one set of keys',
    'broken-chain',
    () => {
      const other = nextKeySet(FIRST.signed, { root: [ROOT], signing: [STRANGER] }, [ROOT], NOW);
      return {
        files: signedCity({ version: 2, keySets: [FIRST, other], pairs: [STRANGER] }),
        remembered: after(signedCity(rotated)),
      };
    },
  ],
];
