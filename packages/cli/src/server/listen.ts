import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { InputError } from '@marsad/records';
import type { Hono } from 'hono';

export interface Listening {
  url: string;
  port: number;
  close(): Promise<void>;
}

/**
 * Listens with an application.
 * @param at.port 0 lets the system choose
 * @throws InputError when the port is taken or the address is none of this machine
 */
export const listen = (app: Hono, at: { host: string; port: number }): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: at.host, port: at.port });
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? `port ${at.port} is already in use` : cause.message;
      reject(
        new InputError('cannot-listen', `--port: cannot listen: ${reason}`, {
          cause,
          remedy: 'Choose another with --port N.',
        }),
      );
    });
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo;
      const host = at.host.includes(':') ? `[${at.host}]` : at.host;
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
