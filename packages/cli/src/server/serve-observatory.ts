import { openSnapshotFiles, tierOfFiles } from '@marsad/observatory/snapshot';
import { TIERS, widerTier } from '@marsad/records';
import { withFirstViews } from '../site/first-views.js';
import { genuineSnapshot } from '../site/genuine-snapshot.js';
import { viewerFiles } from '../site/viewer-files.js';
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
 * @throws InputError when the snapshot is not genuine, the viewer is not built, the port is taken, or others could reach the
 *   server without a log-in
 */
export const serveObservatory = async (
  options: ServeAt & { snapshot: string; folder?: string | undefined; clock: () => Date },
): Promise<Served> => {
  const access = await openAccess(options, options.folder, options.clock);
  const files = await openSnapshotFiles(options.snapshot);
  const { manifest, hash } = genuineSnapshot(files, options.snapshot);
  const viewer = listFiles(await withFirstViews(await viewerFiles(), files, hash), '/');
  const held = { files, tier: tierOfFiles(files), city: manifest.city.id, version: hash.slice(0, 12) };
  const account = access.members && '/account';
  const byTier = new Map(
    TIERS.map((tier) => {
      const page = pageForReader(viewer, '/', { account, tier: widerTier(held.tier, tier) });
      return [tier, new Map([...page, ...snapshotFor(tier, '/data/', held)])] as const;
    }),
  );
  const app = siteApp({ ...access, filesFor: async (tier) => byTier.get(tier) ?? new Map() });
  return { ...(await listen(app, options)), logIn: access.members !== undefined };
};
