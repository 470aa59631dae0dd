import type { Envelope, Notice } from '@marsad/records';
import { buildSnapshot, type SnapshotParts } from '../../../src/snapshot/build-snapshot.js';
import { envelopeBytes, hashOfSigned, signed } from '../../../src/snapshot/trust/envelope.js';
import { type KeyPair, keyPairFrom } from '../../../src/snapshot/trust/key-pair.js';
import { firstKeySet, nextKeySet } from '../../../src/snapshot/trust/key-sets.js';
import { firstRemembered, type Remembered } from '../../../src/snapshot/trust/remembered.js';
import { type Signing, signSnapshot } from '../../../src/snapshot/trust/sign-snapshot.js';
import { parts } from '../parts.js';

export const CITY = 'test-city';
export const HUB = 'hub-east';
export const NOW = new Date('2026-11-22T12:00:00Z');
export const LATER = new Date('2026-11-29T12:00:00Z');

/** A key pair that is the same in every run. */
export const pair = (number: number): KeyPair => keyPairFrom(Buffer.alloc(32, number));

export const ROOT = pair(1);
export const SIGNING = pair(2);
export const NEW_ROOT = pair(3);
export const NEW_SIGNING = pair(4);
export const STRANGER = pair(9);

export const FIRST = firstKeySet(CITY, { root: [ROOT], signing: [SIGNING] }, NOW);
/** The city has changed its signing key. */
export const SECOND = nextKeySet(FIRST.signed, { root: [ROOT], signing: [NEW_SIGNING] }, [ROOT], NOW);
/** And its root key after that. */
export const THIRD = nextKeySet(SECOND.signed, { root: [NEW_ROOT], signing: [NEW_SIGNING] }, [ROOT], NOW);

export type Files = Map<string, Uint8Array>;

export const cityFiles = (change: Partial<SnapshotParts> = {}): Files =>
  new Map(buildSnapshot({ ...parts(), ...change }));

/** A package of the city, signed with its first keys unless told otherwise. */
export const signedCity = (change: Partial<Signing> & { files?: Files } = {}): Files => {
  const { files = cityFiles(), ...signing } = change;
  return signSnapshot(files, {
    keySets: [FIRST],
    pairs: [SIGNING],
    notices: [],
    version: 1,
    audience: null,
    now: NOW,
    days: 30,
    ...signing,
  }).files;
};

export const invited = (): Remembered =>
  firstRemembered({ city: CITY, hub: HUB, fingerprint: hashOfSigned(FIRST.signed) });

export const notice = (change: Partial<Notice> = {}, by: KeyPair = SIGNING): Envelope<Notice> =>
  signed(
    {
      type: 'withdrawal',
      city: CITY,
      number: 1,
      versions: [1],
      reason: { en: 'A source was read twice.' },
      issued: NOW.toISOString(),
      ...change,
    },
    [by],
  );

/** The same files with some exchanged, added or (undefined) left out. */
export const withFiles = (
  files: ReadonlyMap<string, Uint8Array>,
  change: Record<string, Uint8Array | undefined>,
): Files => {
  const changed: Files = new Map(files);
  for (const [path, bytes] of Object.entries(change)) {
    if (bytes) changed.set(path, bytes);
    else changed.delete(path);
  }
  return changed;
};

export const json = (files: ReadonlyMap<string, Uint8Array>, path: string): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(files.get(path)));

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A signed file with what it says changed, and signed again by whoever. */
export const resigned = (
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  change: object,
  by: readonly KeyPair[],
): Files => {
  const { signed: value } = json(files, path) as { signed: object };
  return withFiles(files, { [path]: envelopeBytes(signed({ ...value, ...change }, by)) });
};
