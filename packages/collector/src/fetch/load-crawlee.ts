import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Server } from 'node:net';

/** Published by Node when a server begins to listen, from within the call. */
const LISTENS = 'tracing:net.server.listen:asyncStart';

const isServer = (message: unknown): message is { server: Server } =>
  typeof message === 'object' && message !== null && 'server' in message && message.server instanceof Server;

const loadClosed = async (): Promise<typeof import('crawlee')> => {
  const note = (message: unknown): void => {
    if (!isServer(message) || !/proxy-chain/.test(new Error().stack ?? '')) return;
    const { server } = message;
    // Not before it listens: crawlee waits for that when it starts a browser.
    server.once('listening', () => server.close());
  };
  subscribe(LISTENS, note);
  try {
    return await import('crawlee');
  } finally {
    unsubscribe(LISTENS, note);
  }
};

let loading: ReturnType<typeof loadClosed> | undefined;

/**
 * Loads crawlee, which takes a second. Loading it opens an HTTP proxy without a password on every address of the machine
 * (its browser-pool does, whether a browser is used or not): whoever reaches the machine could reach through it what the
 * machine reaches. It is closed at once; we never use it.
 */
export const loadCrawlee = (): ReturnType<typeof loadClosed> => {
  loading ??= loadClosed();
  return loading;
};
