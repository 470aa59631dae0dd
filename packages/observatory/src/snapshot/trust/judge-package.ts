import { type Envelope, type KeySet, type Notice, snapshotStatement } from '@marsad/records';
import { checkSignatures, hashOfSigned, openEnvelope, tooFew } from './envelope.js';
import { readHops } from './hops.js';
import { insideRefusals } from './judge-inside.js';
import { timeRefusals } from './judge-time.js';
import type { Judgement } from './judgement.js';
import { type KeyChain, readKeyChain, signingKeys } from './key-chain.js';
import { changedNotices, readNotices, withdrawnBy } from './notices.js';
import type { Refusal } from './refusal.js';
import type { Remembered } from './remembered.js';
import { statementRefusals } from './statement.js';
import { tierOfFiles } from './tier-of-files.js';
import { isTrustFile, KEY_FILES, SIGNATURE_FILE } from './trust-files.js';

type Files = ReadonlyMap<string, Uint8Array>;

/** Where the sets of keys of a package are not those that are remembered, as far as both go. */
const chainRefusals = ({ hashes }: KeyChain, { city, fingerprint, keys }: Remembered): Refusal[] => {
  const [first] = hashes;
  if (first !== fingerprint)
    return [
      {
        code: 'wrong-fingerprint',
        message: `keys/1.json: expected the fingerprint ${fingerprint} that ${city} told, got ${first}`,
        remedy: 'Do not take it. Compare the fingerprint with the city on another way, by telephone for instance.',
      },
    ];
  const differs = (keys?.chain ?? []).findIndex((hash, index) => index < hashes.length && hashes[index] !== hash);
  if (differs < 0) return [];
  return [
    {
      code: 'broken-chain',
      message: `${KEY_FILES.path(differs + 1)}: expected the set of keys that is known of ${city}, got another`,
      remedy: 'Do not take it. Somebody who holds root keys of the city has made two successors: ask the city.',
    },
  ];
};

/** Keys and notices that hold, taken into what is remembered. */
const learned = (
  before: Remembered,
  chain: KeyChain,
  newest: KeySet,
  notices: readonly Envelope<Notice>[],
): Remembered => {
  const all = [...before.notices, ...notices.slice(before.notices.length)];
  const hashes = before.keys && before.keys.chain.length > chain.hashes.length ? before.keys.chain : [...chain.hashes];
  return { ...before, keys: { newest, chain: hashes }, notices: all, withdrawn: withdrawnBy(all) };
};

const expiredKeys = ({ owner, version, expires }: KeySet, now: Date): Refusal[] =>
  Date.parse(expires) > now.getTime()
    ? []
    : [
        {
          code: 'keys-expired',
          message: `${KEY_FILES.path(version)}: expected keys of ${owner} that hold on ${now.toISOString()}, but they expired on ${expires}`,
          remedy: 'Ask the city to make a new set of keys with `marsad key rotate` and to sign again.',
        },
      ];

/**
 * Judges a package that came, set beside what is remembered of its city: who signed it, whether it is whole, new, meant for
 * this hub, and within the rules of what may be told. Reads no clock, no disk and no network.
 * @param files path → bytes, as `readPackage` gives them
 * @param remembered of the city that `cityOfPackage` names; undefined where nobody invited it
 */
export const judgePackage = (files: Files, remembered: Remembered | undefined, now: Date): Judgement => {
  if (!remembered)
    return {
      taken: false,
      refusals: [
        {
          code: 'unknown-city',
          message: 'expected a package of a city that was invited, got one of another',
          remedy: 'Invite the city first, by the fingerprint that it tells you on another way.',
        },
      ],
      nextRemembered: undefined,
    };
  const refused = (refusals: Refusal[], nextRemembered = remembered): Judgement => ({
    taken: false,
    refusals,
    nextRemembered,
  });

  const read = readKeyChain(files, remembered.city);
  if ('refusals' in read) return refused(read.refusals);
  const { chain } = read;
  const foreign = chainRefusals(chain, remembered);
  if (foreign.length > 0) return refused(foreign);
  const known = remembered.keys?.newest;
  const newest = known && known.version > chain.newest.version ? known : chain.newest;
  const signers = signingKeys(newest, chain.sets);
  const role = newest.signing;

  const { notices, refusals: noticeRefusals } = readNotices(files, { city: remembered.city, signers, role });
  const changed = [...noticeRefusals, ...changedNotices(notices, remembered.notices)];
  const withKeys = learned(remembered, chain, newest, []);
  if (changed.length > 0) return refused(changed, withKeys);
  const next = learned(remembered, chain, newest, notices);
  const expired = expiredKeys(newest, now);
  if (expired.length > 0) return refused(expired, next);

  const newNotices = notices.slice(remembered.notices.length);
  const about = { city: remembered.city, keySet: newest.version, newNotices };
  const signature = files.get(SIGNATURE_FILE);
  if (!signature) {
    const others = [...files.keys()].filter((path) => !isTrustFile(path));
    if (others.length === 0 && notices.length > 0)
      return { taken: true, verdict: { kind: 'notices', ...about }, refusals: [], nextRemembered: next };
    return refused(
      [
        {
          code: 'unsigned',
          message: `${SIGNATURE_FILE}: expected the signature of ${remembered.city}, got none`,
          remedy: 'Ask the city to sign it with `marsad snapshot sign`.',
        },
      ],
      next,
    );
  }
  const opened = openEnvelope(SIGNATURE_FILE, signature, snapshotStatement);
  if ('refusal' in opened) return refused([opened.refusal], next);
  const statement = opened.envelope.signed;
  if (statement.city !== remembered.city)
    return refused(
      [
        {
          code: 'other-city',
          message: `${SIGNATURE_FILE}: expected a snapshot of ${remembered.city}, got one of ${statement.city}`,
          remedy: 'Ask whoever sent it which city it is of.',
        },
      ],
      next,
    );
  const by = checkSignatures(SIGNATURE_FILE, opened.envelope, signers);
  const unsigned = by.refusals.length > 0 ? by.refusals : tooFew(SIGNATURE_FILE, by.signers, role);
  if (unsigned.length > 0) return refused(unsigned, next);

  const statementHash = hashOfSigned(statement);
  const tier = tierOfFiles(files);
  const { hops, refusals: hopRefusals } = readHops(files, { city: statement.city, statementHash, tier });
  const signedFiles = [...statementRefusals(files, statement), ...hopRefusals];
  const refusals = [...signedFiles, ...timeRefusals(statement, next, { now, notices: notices.length })];
  // Bytes that nobody signed are not looked into.
  if (signedFiles.length === 0) refusals.push(...insideRefusals(files));
  if (refusals.length > 0) return refused(refusals, next);

  const { city, version, manifests, issued, expires } = statement;
  const taken: Remembered['newest'] = {
    version,
    statement: statementHash,
    manifests: {
      public: manifests.public,
      ...(manifests.partner === undefined ? {} : { partner: manifests.partner }),
      ...(manifests.restricted === undefined ? {} : { restricted: manifests.restricted }),
    },
    issued,
    expires,
  };
  return {
    taken: true,
    verdict: {
      kind: 'snapshot',
      ...about,
      city,
      version,
      tier,
      statement,
      statementHash,
      known: remembered.newest?.version === version,
      hops,
    },
    refusals: [],
    nextRemembered: { ...next, newest: taken },
  };
};
