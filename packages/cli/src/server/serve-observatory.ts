import { openSnapshotFiles, tierOfFiles } from '@marsad/observatory/snapshot';
import { TIERS, widerTier } from '@marsad/records';
import { basemapOfCity } from '../basemap/basemap-of-city.js';
import { withBasemap } from '../basemap/with-basemap.js';
import { withFirstViews } from '../site/first-views.js';
import { genuineSnapshot } from '../site/genuine-snapshot.js';
import { viewerFiles } from '../site/viewer-files.js';
import { fileOnDisk } from './file-on-disk.js';
import { listFiles } from './listed-files.js';
import { type Listening, listen } from './listen.js';
import { openAccess, type ServeAt } from './open-access.js';
import { pageForReader } from './page-for-reader.js';
import { siteApp } from './site-app.js';
import { snapshotFor } from './snapshot-tiers.js';

/** A server that runs. */
export interface Served extends Listening {
  /** readers log in */
  logIn: boolean;
}

/**
 * Serves the viewer and one snapshot: without accounts the public tier on this machine; with them to whoever logs in, each
 * the tier of their role.
 * @param options.folder the city's, where accounts and audit log lie; undefined for a snapshot by itself
 * @param options.basemap file with the ground under the map; undefined for none
 * @throws InputError when the snapshot is not genuine, the viewer is not built, the port is taken, or others could reach the
 *   server without a log-in, or the basemap cannot be used
 */
export const serveObservatory = async (
  options: ServeAt & {
    snapshot: string;
    folder?: string | undefined;
    basemap?: string | undefined;
    clock: () => Date;
  },
): Promise<Served> => {
  const access = await openAccess(options, options.folder, options.clock);
  const files = await openSnapshotFiles(options.snapshot);
  const snapshot = genuineSnapshot(files, options.snapshot);
  const { manifest, hash } = snapshot;
  const basemap = await basemapOfCity(options.basemap, snapshot);
  const viewer = listFiles(withBasemap(await withFirstViews(await viewerFiles(), files, hash), basemap), '/');
  const held = { files, tier: tierOfFiles(files), city: manifest.city.id, version: hash.slice(0, 12) };
  const account = access.members && '/account';
  const byTier = new Map(
    TIERS.map((tier) => {
      const page = pageForReader(viewer, '/', { account, tier: widerTier(held.tier, tier) });
      return [tier, new Map([...page, ...snapshotFor(tier, '/data/', held)])] as const;
    }),
  );
  // Read by whoever reads the page: it holds nothing of the snapshot.
  const ground = basemap && (await fileOnDisk(basemap.source, 'application/octet-stream', basemap.path));
  if (basemap && ground) for (const list of byTier.values()) list.set(`/${basemap.path}`, ground.file);
  const app = siteApp({ ...access, filesFor: async (tier) => byTier.get(tier) ?? new Map() });
  const listening = await listen(app, options);
  return {
    ...listening,
    close: async () => {
      await listening.close();
      await ground?.close();
    },
    logIn: access.members !== undefined,
  };
};
