import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { CollectEffects } from '../ports.js';
import { isPublicAddress } from './address-guard.js';
import { FetchFailure } from './failures.js';

const CONNECT_MILLISECONDS = 10_000;
const HEADER_MILLISECONDS = 20_000;
const IDLE_MILLISECONDS = 15_000;

const refused = (host: string, address: string): FetchFailure =>
  new FetchFailure('address-refused', `${host}: the address ${address} is not on the public internet`, {
    retry: false,
  });

/** Looks the name up and refuses it if any of its addresses is not public: a mixed answer is a trick, not an accident. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const bad = addresses.find(({ address }) => !isPublicAddress(address));
    if (bad) return callback(refused(hostname, bad.address), []);
    const [first] = addresses;
    if (options.all || !first) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/**
 * The undici agent through which everything is fetched. Every address is checked at the moment it is dialled, so a
 * redirect or a name that changes its address between two look-ups gains nothing.
 * @param allowPrivateHosts host names, `name:port` or addresses the user lets lie in private networks
 */
export const openAgent = (dial: CollectEffects['dial'], allowPrivateHosts: readonly string[]): Agent => {
  const allowed = new Set(allowPrivateHosts.map((host) => host.toLowerCase()));
  const connectGuarded = buildConnector({ timeout: CONNECT_MILLISECONDS, lookup: guardedLookup });
  const connectFreely = buildConnector({ timeout: CONNECT_MILLISECONDS });
  return new Agent({
    // One connection per host, one request on it at a time.
    connections: 1,
    pipelining: 1,
    headersTimeout: HEADER_MILLISECONDS,
    bodyTimeout: IDLE_MILLISECONDS,
    connect: (options, callback) => {
      const hostname = options.hostname.replace(/^\[|\]$/g, '').toLowerCase();
      const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
      const mapped = dial?.(hostname, port);
      if (mapped) {
        connectFreely({ ...options, hostname: mapped.host, port: String(mapped.port) }, callback);
      } else if (allowed.has(hostname) || allowed.has(`${hostname}:${port}`)) {
        connectFreely(options, callback);
      } else if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
        callback(refused(hostname, hostname), null);
      } else {
        connectGuarded(options, callback);
      }
    },
  });
};
