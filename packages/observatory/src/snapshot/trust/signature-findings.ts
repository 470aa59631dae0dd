import { SNAPSHOT_FILES, snapshotStatement } from '@marsad/records';
import { checkSignatures, hashOfSigned, openEnvelope, tooFew } from './envelope.js';
import { readHops } from './hops.js';
import { readKeyChain, signingKeys } from './key-chain.js';
import { readNotices } from './notices.js';
import { statementRefusals } from './statement.js';
import { tierOfFiles } from './tier-of-files.js';
import { isTrustFile, SIGNATURE_FILE } from './trust-files.js';

/** What the signature of a snapshot proves. */
export interface SignatureFindings {
  /** what is wrong with it, a sentence each */
  problems: string[];
  /** what it proves and what not, a sentence each; absent where nothing is signed */
  proves?: string[];
}

/** A fingerprint as it is read out: in groups of four. */
export const readableFingerprint = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';

/**
 * What the signature of a snapshot proves by itself, without anything remembered of its city and without a clock: that the
 * files are those that the holder of its keys signed. Whose keys they are is only known with a fingerprint.
 * @param fingerprint as the city told it on another way
 */
export const signatureFindings = (files: ReadonlyMap<string, Uint8Array>, fingerprint?: string): SignatureFindings => {
  const bytes = files.get(SIGNATURE_FILE);
  if (!bytes) {
    const left = [...files.keys()].filter(isTrustFile).sort();
    if (fingerprint !== undefined)
      return {
        problems: [`${SIGNATURE_FILE}: expected a signature of ${fingerprint.slice(0, 12)}…, but there is none`],
      };
    return { problems: left.map((path) => `${path}: belongs to a signature, but there is no ${SIGNATURE_FILE}`) };
  }
  const wrong = (refusals: readonly { message: string }[]): SignatureFindings => ({
    problems: refusals.map(({ message }) => message),
  });
  const opened = openEnvelope(SIGNATURE_FILE, bytes, snapshotStatement);
  if ('refusal' in opened) return wrong([opened.refusal]);
  const statement = opened.envelope.signed;
  const { city, version, audience, issued, expires } = statement;
  const read = readKeyChain(files, city);
  if ('refusals' in read) return wrong(read.refusals);
  const { newest, sets, hashes } = read.chain;
  const signers = signingKeys(newest, sets);
  const by = checkSignatures(SIGNATURE_FILE, opened.envelope, signers);
  const { notices, refusals: noticeRefusals } = readNotices(files, { city, signers, role: newest.signing });
  const about = { city, statementHash: hashOfSigned(statement), tier: tierOfFiles(files) };
  const { hops, refusals: hopRefusals } = readHops(files, about);
  const refusals = [
    ...by.refusals,
    ...(by.refusals.length > 0 ? [] : tooFew(SIGNATURE_FILE, by.signers, newest.signing)),
    ...statementRefusals(files, statement),
    ...noticeRefusals,
    ...hopRefusals,
  ];
  if (refusals.length > 0) return wrong(refusals);

  const [own = ''] = hashes;
  if (fingerprint !== undefined && fingerprint !== own)
    return {
      problems: [
        `keys/1.json: expected the fingerprint ${readableFingerprint(fingerprint)}, got ${readableFingerprint(own)}: somebody else than you were told has signed`,
      ],
    };
  const ofThis = notices.filter(({ signed }) => signed.versions.includes(version));
  const withdrawn = ofThis.find(({ signed }) => signed.type === 'withdrawal');
  const words = (reason: Readonly<Record<string, string | undefined>>): string =>
    reason.en ?? reason.fr ?? reason.ar ?? '';
  if (withdrawn)
    return {
      problems: [
        `${SNAPSHOT_FILES.manifest}: ${city} has withdrawn this version (${version}): ${words(withdrawn.signed.reason)}`,
      ],
    };
  return {
    problems: [],
    proves: [
      `signed as version ${version} of ${city} on ${issued}, for ${audience ?? 'any hub'}, to be used until ${expires}`,
      fingerprint === undefined
        ? `genuine as a whole; from whom is not proven until you compare the fingerprint with the city: ${readableFingerprint(own)}`
        : `from the holder of the fingerprint you gave: ${readableFingerprint(own)}`,
      ...ofThis.map(({ signed }) => `${city} has corrected this version: ${words(signed.reason)}`),
      ...hops.map(
        ({ hub, key, tier, passed }) => `passed on as ${tier} by whoever signs as ${hub} (key ${key}) on ${passed}`,
      ),
    ],
  };
};
