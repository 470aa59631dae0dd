import { buildRegion, copyFor, type Hub, heldSnapshots, readHubKey } from '@marsad/hub';
import { lowerTier, verifySnapshotFiles } from '@marsad/observatory/snapshot';
import { type Region, SNAPSHOT_FILES, sha256 } from '@marsad/records';
import { cityFolder, cityPageFiles, sharedAssets } from './city-pages.js';
import { regionFiles } from './region-files.js';
import type { Site } from './site-files.js';
import { viewerFiles } from './viewer-files.js';

/** A regional site before it is written. */
export interface HubSite extends Site {
  /** cities with an observatory of their own */
  cities: string[];
  /** cities without one, and why */
  leftOut: { city: string; why: string }[];
}

/**
 * The region's page and every city's observatory with its public tier, for any web server: nothing of a narrower tier is in it.
 * A city whose snapshot is older than today's publish gate has no observatory in it where that gate would hide some of it.
 * @param onCity called after each city
 * @throws InputError when a package is lost or changed, or the viewer is not built
 */
export const hubSite = async (hub: Hub, now: Date, onCity: (done: number, total: number) => void): Promise<HubSite> => {
  const viewer = await viewerFiles();
  const held = await heldSnapshots(hub, now);
  const pair = await readHubKey(hub.folder);
  const files = new Map(sharedAssets(viewer));
  const packages: string[] = [];
  const cities: string[] = [];
  const leftOut: HubSite['leftOut'] = [];
  for (const [at, { city, files: open, staysHere }] of held.entries()) {
    const data = lowerTier(await open(), 'public');
    const { problems, notes } = verifySnapshotFiles(data);
    const [why] = [...problems, ...notes];
    onCity(at + 1, held.length);
    if (why !== undefined) {
      leftOut.push({ city, why });
      continue;
    }
    const folder = cityFolder(city);
    const hash = sha256(data.get(SNAPSHOT_FILES.manifest) ?? new Uint8Array());
    for (const [path, bytes] of await cityPageFiles(viewer, data, hash)) files.set(`${folder}${path}`, bytes);
    for (const [path, bytes] of data) files.set(`${folder}data/${path}`, bytes);
    cities.push(city);
    if (staysHere) continue;
    const copy = await copyFor(hub, { city, tier: 'public', recipient: 'public site', pair, now });
    files.set(`${folder}snapshot.zip`, copy.bytes);
    packages.push(city);
  }
  const region: Region = { ...(await buildRegion(hub, now)), beside: { observatories: cities, packages } };
  for (const [path, bytes] of await regionFiles(region)) files.set(path, bytes);
  return { snapshot: sha256(files.get('region.json') ?? new Uint8Array()), files, cities, leftOut };
};
