import type { Tier } from '@marsad/records';
import { readVersions } from '../ledger/rows/versions.js';
import type { Hub } from '../open-hub.js';
import { readHeld } from './package-folder.js';
import { toldOfHeld } from './told-of-held.js';

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

/** What is held of every city, by its id; no package is opened. */
export const heldSnapshots = async (hub: Hub, now: Date): Promise<HeldSnapshot[]> => {
  const held = (await readVersions(hub.db)).filter(({ state }) => state === 'held');
  const snapshots: HeldSnapshot[] = [];
  for (const { city, version, tier, expires, package: name } of held) {
    const files = () => readHeld(hub.folder, name);
    const { audience } = await toldOfHeld(hub, name);
    const staysHere = audience !== null || Date.parse(expires) <= now.getTime();
    snapshots.push({ city, version, tier, staysHere, name, files });
  }
  return snapshots;
};
