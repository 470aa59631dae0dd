import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openSnapshotFiles, verifySnapshotFiles } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import { filesUnder } from '../site/files-under.js';
import { viewerFolder } from '../site/viewer-folder.js';
import { listFiles } from './listed-files.js';
import { observatoryApp } from './observatory-app.js';

export interface ServedObservatory {
  url: string;
  port: number;
  close(): Promise<void>;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/**
 * Serves the viewer and one snapshot, folder or package, on loopback.
 * @param port 0 lets the system choose
 * @throws InputError when the snapshot is not genuine, the viewer is not built, the port is taken or the host is not
 *   loopback (anything else needs accounts, which this version does not have)
 */
export const serveObservatory = async (options: {
  snapshot: string;
  host: string;
  port: number;
}): Promise<ServedObservatory> => {
  if (!LOOPBACK.includes(options.host)) {
    throw new InputError('host-not-loopback', `--host: expected ${LOOPBACK.join(', ')}, got "${options.host}"`, {
      remedy: 'This version has no log-in, so it serves this machine only. Put a web server with log-in before it.',
    });
  }
  const snapshot = await openSnapshotFiles(options.snapshot);
  const { ok, problems } = verifySnapshotFiles(snapshot);
  if (!ok) {
    throw new InputError(
      'snapshot-not-genuine',
      `${options.snapshot}: expected a whole snapshot, but ${problems.join('; ')}`,
      {
        remedy: 'Ask whoever made it to send it again; your own is made again with `marsad snapshot create`.',
      },
    );
  }
  const viewer = await filesUnder(viewerFolder()).catch((cause: unknown) => {
    throw new InputError('viewer-not-built', 'expected the built viewer, but it is not there', {
      cause,
      remedy: 'Run `npx --yes pnpm@12 build`.',
    });
  });
  const files = new Map([...listFiles(viewer, '/'), ...listFiles(snapshot, '/data/')]);
  const app = observatoryApp(files, [...LOOPBACK, '[::1]']);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port });
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? `port ${options.port} is already in use` : cause.message;
      reject(
        new InputError('cannot-listen', `--port: cannot listen: ${reason}`, {
          cause,
          remedy: 'Choose another with --port N.',
        }),
      );
    });
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo;
      const host = options.host.includes(':') ? `[${options.host}]` : options.host;
      resolve({
        url: `http://${host}:${port}/`,
        port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
  });
};
