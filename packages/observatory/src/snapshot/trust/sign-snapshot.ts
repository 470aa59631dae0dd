import type { Envelope, KeySet, Notice, SnapshotStatement } from '@marsad/records';
import { InputError } from '@marsad/records';
import { envelopeBytes, signed } from './envelope.js';
import type { KeyPair } from './key-pair.js';
import { daysLater } from './key-sets.js';
import { cityOfFiles, manifestHashes } from './statement.js';
import { isTrustFile, KEY_FILES, NOTICE_FILES, SIGNATURE_FILE } from './trust-files.js';

/** What a city signs with, and what goes with every snapshot that it signs. */
export interface Signing {
  /** all sets of keys, the first one first */
  keySets: readonly Envelope<KeySet>[];
  /** signing keys, as many as the newest set asks for */
  pairs: readonly KeyPair[];
  /** all notices, number 1 first */
  notices: readonly Envelope<Notice>[];
  /** higher than that of every snapshot signed before */
  version: number;
  /** the hub it is for; null: any */
  audience: string | null;
  now: Date;
  /** days for which it holds: later, a reader must ask for a newer one */
  days: number;
}

/** The files of keys and notices, as they lie in a package. */
export const keysAndNotices = ({ keySets, notices }: Pick<Signing, 'keySets' | 'notices'>): Map<string, Uint8Array> =>
  new Map([
    ...keySets.map((set): [string, Uint8Array] => [KEY_FILES.path(set.signed.version), envelopeBytes(set)]),
    ...notices.map((notice): [string, Uint8Array] => [NOTICE_FILES.path(notice.signed.number), envelopeBytes(notice)]),
  ]);

/**
 * Signs a snapshot: the same files with signature.json, the city's sets of keys and its notices. An earlier signature, and
 * what hubs added, is left out. Same input, same bytes: Ed25519 needs no random numbers.
 * @throws InputError when the files are of another city than the keys
 */
export const signSnapshot = (
  files: ReadonlyMap<string, Uint8Array>,
  signing: Signing,
): { files: Map<string, Uint8Array>; statement: SnapshotStatement } => {
  const owner = signing.keySets.at(-1)?.signed.owner;
  const city = cityOfFiles(files);
  const { public: ofPublic, ...narrower } = manifestHashes(files);
  if (city === undefined || city !== owner || ofPublic === undefined)
    throw new InputError('not-our-snapshot', `expected a snapshot of ${owner}, got one of ${city ?? 'no city'}`, {
      remedy: 'Sign with the keys of the city that made it.',
    });
  const statement: SnapshotStatement = {
    type: 'snapshot',
    city,
    version: signing.version,
    manifests: { public: ofPublic, ...narrower },
    audience: signing.audience,
    issued: signing.now.toISOString(),
    expires: daysLater(signing.now, signing.days),
  };
  const whole = new Map([
    ...[...files].filter(([path]) => !isTrustFile(path)),
    ...keysAndNotices(signing),
    [SIGNATURE_FILE, envelopeBytes(signed(statement, signing.pairs))] as const,
  ]);
  return { files: new Map([...whole].sort(([a], [b]) => (a < b ? -1 : 1))), statement };
};
