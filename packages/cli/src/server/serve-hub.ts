import type { Hub } from '@marsad/hub';
import { openHubFiles } from './hub-files.js';
import { listen } from './listen.js';
import { openAccess, type ServeAt } from './open-access.js';
import type { Served } from './serve-observatory.js';
import { siteApp } from './site-app.js';

/**
 * Serves the region's page, each city's observatory and its package: without accounts the public tier on this machine; with
 * them to whoever logs in, each the tier of their role.
 * @throws InputError when a package is lost, the viewer is not built, the port is taken, or others could reach the server
 *   without a log-in
 */
export const serveHub = async (options: ServeAt & { hub: Hub; clock: () => Date }): Promise<Served> => {
  const { hub, clock } = options;
  const access = await openAccess(options, hub.folder, clock);
  const logIn = access.members !== undefined;
  const { filesFor } = openHubFiles({ hub, clock, account: logIn ? '/account' : undefined });
  // Found wanting now, not by the first reader.
  await filesFor('public', '/');
  return { ...(await listen(siteApp({ ...access, filesFor }), options)), logIn };
};
