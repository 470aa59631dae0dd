import { SIGNATURE_FILE } from '@marsad/observatory/snapshot';
import { snapshotStatement, type Tier } from '@marsad/records';
import { z } from 'zod';
import { readVersions } from '../ledger/rows/versions.js';
import type { Hub } from '../open-hub.js';
import { readHeld } from './package-folder.js';

/** The version of a city whose figures are shown. */
export interface HeldSnapshot {
  city: string;
  version: number;
  /** the narrowest tier whose files are here */
  tier: Tier;
  /** past its date, or made for this hub alone: shown here, but no copy of the package is handed on */
  staysHere: boolean;
  /** changes with the content */
  name: string;
  /**
   * The files as they were taken.
   * @throws {InputError} when they are gone or were changed since
   */
  files: () => Promise<Map<string, Uint8Array>>;
}

const envelope = z.looseObject({ signed: snapshotStatement });

/** What is held of every city, by its id; no package is read but for what its signature says. */
export const heldSnapshots = async (hub: Hub, now: Date): Promise<HeldSnapshot[]> => {
  const held = (await readVersions(hub.db)).filter(({ state }) => state === 'held');
  const snapshots: HeldSnapshot[] = [];
  for (const { city, version, tier, expires, package: name } of held) {
    const files = () => readHeld(hub.folder, name);
    const signature = (await files()).get(SIGNATURE_FILE);
    const { audience } = envelope.parse(JSON.parse(new TextDecoder().decode(signature))).signed;
    const staysHere = audience !== null || Date.parse(expires) <= now.getTime();
    snapshots.push({ city, version, tier, staysHere, name, files });
  }
  return snapshots;
};
