import type { Names, Tier } from '@marsad/records';
import { readCities } from './ledger/rows/cities.js';
import { readContests } from './ledger/rows/contests.js';
import { readVersions } from './ledger/rows/versions.js';
import type { VersionState } from './ledger/tables.js';
import type { Hub } from './open-hub.js';

/** A city of the hub at a glance. */
export interface ListedCity {
  id: string;
  invitedAt: string;
  fingerprint: string;
  /** the newest version; null for a city that has not sent yet */
  newest: {
    version: number;
    names: Names;
    tier: Tier;
    state: VersionState;
    weeks: readonly [string, string] | null;
    receivedAt: string;
    expires: string;
  } | null;
  versions: number;
  notices: number;
  openContests: number;
}

/** Every city that was invited, by id. */
export const listCities = async (hub: Hub): Promise<ListedCity[]> => {
  const versions = await readVersions(hub.db);
  const contests = await readContests(hub.db, { open: true });
  return (await readCities(hub.db)).map(({ id, invitedAt, remembered }) => {
    const own = versions.filter(({ city }) => city === id);
    const newest = own.at(-1);
    return {
      id,
      invitedAt,
      fingerprint: remembered.fingerprint,
      newest: newest
        ? {
            version: newest.version,
            names: newest.summary.names,
            tier: newest.tier,
            state: newest.state,
            weeks: newest.summary.weeks,
            receivedAt: newest.receivedAt,
            expires: newest.expires,
          }
        : null,
      versions: own.length,
      notices: remembered.notices.length,
      openContests: contests.filter(({ city }) => city === id).length,
    };
  });
};
