import { Client } from 'undici';
import type { Connector } from './dialer.js';
import type { FetchLimits } from './limits.js';

/** The one connection to a host, over which one request goes at a time. */
export interface HostConnection {
  /** The connection for this origin; one that was open for another origin of the same host is closed first. */
  to(origin: string): Promise<Client>;
  close(): Promise<void>;
}

/** A host seen as `http:`, as `https:` and on several ports is still one host, and gets one connection. */
export const openHostConnection = (connect: Connector, limits: FetchLimits): HostConnection => {
  let held: { origin: string; client: Client } | undefined;
  const close = async (): Promise<void> => {
    const { client } = held ?? {};
    held = undefined;
    await client?.destroy();
  };
  return {
    async to(origin) {
      if (held?.origin === origin) return held.client;
      await close();
      const client = new Client(origin, {
        connect,
        pipelining: 1,
        headersTimeout: limits.headerMilliseconds,
        bodyTimeout: limits.idleMilliseconds,
      });
      held = { origin, client };
      return client;
    },
    close,
  };
};
