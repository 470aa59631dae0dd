import { lookup as askSystem } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { CollectEffects } from '../ports.js';
import { isPublicAddress } from './address-guard.js';
import { FetchFailure } from './failures.js';

export type Connector = ReturnType<typeof buildConnector>;

const refused = (host: string, address: string): FetchFailure =>
  new FetchFailure(
    'address-refused',
    `${host}: the address ${address} is not on the public internet; a host of your own network must be listed under allowPrivateHosts in city.yaml`,
    {
      retry: false,
    },
  );

/**
 * Written out, so that no switch of the environment (NODE_TLS_REJECT_UNAUTHORIZED, --tls-min-v1.0) makes us take any
 * certificate or a protocol that can be listened in on.
 */
const STRICT_TLS = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;

const systemLookup: NonNullable<CollectEffects['lookup']> = (hostname) => askSystem(hostname, { all: true });

/**
 * A look-up for sockets that refuses a name if any of its addresses is not public: a mixed answer is a trick, not an
 * accident. The socket dials what was checked here, so a name that changes its address between two look-ups gains nothing.
 */
export const guardedLookup =
  (lookup: NonNullable<CollectEffects['lookup']>, allowPrivate: boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname).then(
      (addresses) => {
        const bad = allowPrivate ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
        const [first] = addresses;
        if (bad) callback(refused(hostname, bad.address), []);
        else if (!first) callback(Object.assign(new Error(`${hostname}: no address`), { code: 'ENOTFOUND' }), []);
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };

/** Of `name`, `name:port`, an address or `[address]:port` the spelling that addresses are parsed into. */
const listedHost = (entry: string): string => {
  const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*|.*)((?::\d+)?)$/s.exec(entry.trim()) ?? [];
  const url = `http://${isIP(host) === 6 ? `[${host}]` : host}/`;
  return (URL.canParse(url) ? new URL(url).hostname : host.toLowerCase()) + port;
};

/**
 * How every connection is made. The address is checked at the moment it is dialled, redirects and second look-ups
 * included.
 * @param allowPrivateHosts host names, `name:port` or addresses the user lets lie in private networks
 */
export const openDialer = (options: {
  effects: Pick<CollectEffects, 'dial' | 'lookup'>;
  allowPrivateHosts: readonly string[];
  connectMilliseconds: number;
}): Connector => {
  const { dial, lookup = systemLookup } = options.effects;
  const timeout = options.connectMilliseconds;
  const allowed = new Set(options.allowPrivateHosts.map(listedHost));
  const connectGuarded = buildConnector({ ...STRICT_TLS, timeout, lookup: guardedLookup(lookup, false) });
  const connectFreely = buildConnector({ ...STRICT_TLS, timeout, lookup: guardedLookup(lookup, true) });
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
    const listed = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
    const mapped = dial?.(hostname, port);
    if (mapped) {
      connectFreely({ ...target, hostname: mapped.host, port: String(mapped.port) }, callback);
    } else if (allowed.has(listed) || allowed.has(`${listed}:${port}`)) {
      connectFreely({ ...target, hostname }, callback);
    } else if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
      callback(refused(hostname, hostname), null);
    } else {
      connectGuarded({ ...target, hostname }, callback);
    }
  };
};
