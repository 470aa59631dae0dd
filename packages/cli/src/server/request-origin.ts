import { InputError } from '@marsad/records';

/** Addresses of this machine alone. */
const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** Whether a server on this host can be reached from this machine only. */
export const isLoopback = (host: string): boolean => LOOPBACK.includes(host.replace(/^\[|\]$/g, ''));

/** Where readers reach the server. */
export interface PublicOrigin {
  /** such as `https://hub.example.org` */
  origin: string;
  /** the Host that comes with it */
  host: string;
  https: boolean;
}

/**
 * Reads `--origin`.
 * @throws InputError when it is no bare origin, or when passwords would travel over the network unencrypted
 */
export const readOrigin = (text: string): PublicOrigin => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url !== undefined && url.origin !== 'null' && [url.origin, `${url.origin}/`].includes(url.href);
  const https = url?.protocol === 'https:';
  if (!bare || url === undefined || !(https || (url.protocol === 'http:' && isLoopback(url.hostname)))) {
    throw new InputError(
      'origin-invalid',
      `--origin: expected https://host, with :port where it has one, got "${text}"`,
      {
        remedy: 'Passwords must not travel unencrypted: put a web server with a certificate before this one.',
      },
    );
  }
  return { origin: url.origin, host: url.host, https };
};

/** The heads of a request that say where it comes from. */
interface RequestHeads {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  fetchMode: string | undefined;
}

/** Which requests a server answers. */
export interface RequestPolicy {
  isOurHost(host: string | undefined): boolean;
  /**
   * Whether a page elsewhere may have made the browser send this. Reading: only by a link that is followed. Changing: never;
   * a browser that names no origin changes nothing either.
   */
  isFromElsewhere(heads: RequestHeads): boolean;
}

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** @param at where readers reach the server; undefined: on this machine, under any of its own names and ports */
export const requestPolicy = (at: PublicOrigin | undefined): RequestPolicy => {
  const hosts = [...LOOPBACK, '[::1]'];
  const isOurHost = (host: string | undefined): boolean =>
    host !== undefined && (at ? host.toLowerCase() === at.host : hosts.includes(hostName(host)));
  return {
    isOurHost,
    isFromElsewhere({ method, host, origin, fetchSite, fetchMode }) {
      if (['GET', 'HEAD'].includes(method)) {
        return !(fetchSite === undefined || ['same-origin', 'none'].includes(fetchSite) || fetchMode === 'navigate');
      }
      const ours = at ? at.origin : `http://${host?.toLowerCase()}`;
      return origin !== ours || !(fetchSite === undefined || fetchSite === 'same-origin');
    },
  };
};
