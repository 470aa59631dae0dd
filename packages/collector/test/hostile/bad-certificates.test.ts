import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Certificate, NO_OPENSSL, openWorkshop, type Workshop } from './certificates.js';
import { fetchElsewhere } from './fetch-elsewhere.js';

interface Trade {
  make: Workshop['make'];
  /** an authority that the fetcher trusts, and one that it does not know */
  trusted: Certificate;
  unknown: Certificate;
}

const served = ({ cert, key }: Certificate, ...chain: Certificate[]): TlsOptions => ({
  cert: [cert, ...chain.map((one) => one.cert)].join('\n'),
  key,
});

/** How a host shows a certificate that is not good enough, and the name that its refusal must give the fault. */
const FAULTS: Readonly<Record<string, [code: RegExp, offer: (host: string, trade: Trade) => TlsOptions]>> = {
  'has expired': [
    /CERT_HAS_EXPIRED/,
    (name, { make, trusted }) => served(make({ name, by: trusted, to: '20200201000000Z' })),
  ],
  'is not valid yet': [
    /CERT_NOT_YET_VALID/,
    (name, { make, trusted }) => served(make({ name, by: trusted, from: '20480101000000Z' })),
  ],
  'is signed by itself': [/DEPTH_ZERO_SELF_SIGNED_CERT/, (name, { make }) => served(make({ name }))],
  'is for another name': [
    /ERR_TLS_CERT_ALTNAME_INVALID/,
    (_name, { make, trusted }) => served(make({ name: 'other.test', by: trusted })),
  ],
  'has a wildcard for names of fewer parts': [
    /ERR_TLS_CERT_ALTNAME_INVALID/,
    (_name, { make, trusted }) => served(make({ name: '*.test', by: trusted })),
  ],
  'comes from an issuer nobody knows': [
    /UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    (name, { make, unknown }) => served(make({ name, by: unknown })),
  ],
  'brings an unknown issuer along': [
    /SELF_SIGNED_CERT_IN_CHAIN/,
    (name, { make, unknown }) => served(make({ name, by: unknown }), unknown),
  ],
  'leaves out the issuer between': [
    /UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    (name, { make, trusted }) => served(make({ name, by: make({ name: 'between', by: trusted, isAuthority: true }) })),
  ],
  'is signed by one that may sign nothing': [
    /INVALID_CA|INVALID_PURPOSE|UNABLE_TO_/,
    (name, { make, trusted }) => {
      const leaf = make({ name: 'leaf.test', by: trusted });
      return served(make({ name, by: leaf }), leaf);
    },
  ],
  'is made for clients alone': [
    /INVALID_PURPOSE/,
    (name, { make, trusted }) => served(make({ name, by: trusted, use: 'clientAuth' })),
  ],
  'comes in a chain of half a megabyte': [
    /ERR_SSL_EXCESSIVE_MESSAGE_SIZE/,
    (name, { make, trusted }) => served(make({ name, by: trusted }), ...Array.from({ length: 1_200 }, () => trusted)),
  ],
  'is shown over TLS 1.1': [
    /ERR_SSL_(?:TLSV1_ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER)/,
    (name, { make, trusted }) => ({
      ...served(make({ name, by: trusted })),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT:@SECLEVEL=0',
    }),
  ],
};

const NAMES = Object.keys(FAULTS);
const hostOf = (index: number): string => `host-${index}.tls.test`;
const GOOD = 'good.tls.test';

/** Switches that make other programs of Node take any certificate and old protocols. */
const SWITCHES = {
  NODE_TLS_REJECT_UNAUTHORIZED: '0',
  NODE_OPTIONS: '--tls-min-v1.0 --tls-cipher-list=DEFAULT@SECLEVEL=0',
};

describe.each([
  ['', {}],
  [', with every switch of the environment set to take it', SWITCHES],
])('a host whose certificate is not good enough is asked for nothing%s', (_name, environment) => {
  const servers: Server[] = [];
  const asked: string[] = [];
  let workshop: Workshop | undefined;
  let answers: { kind: string; reason?: string | undefined; message?: string | undefined }[] = [];

  const open = async (options: TlsOptions): Promise<number> => {
    const server = createServer(options, (request, response) => {
      asked.push(request.headers.host ?? '');
      response.end('words');
    });
    server.on('tlsClientError', () => {});
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };

  beforeAll(async () => {
    if (NO_OPENSSL !== undefined) return;
    workshop = openWorkshop();
    const { make } = workshop;
    const trusted = make({ name: 'trusted', isAuthority: true });
    const trade: Trade = { make, trusted, unknown: make({ name: 'unknown', isAuthority: true }) };
    const ports: Record<string, number> = { [GOOD]: await open(served(make({ name: GOOD, by: trusted }))) };
    for (const [index, name] of NAMES.entries()) {
      const offer = FAULTS[name]?.[1];
      if (offer) ports[hostOf(index)] = await open(offer(hostOf(index), trade));
    }
    const urls = [GOOD, ...NAMES.map((_fault, index) => hostOf(index))].map((host) => `https://${host}/page`);
    const trust = { NODE_EXTRA_CA_CERTS: trusted.file };
    ({ answers } = await fetchElsewhere({ ports, warmUp: [], urls }, { ...trust, ...environment }));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    workshop?.close();
  });
  beforeEach((context) => {
    context.skip(NO_OPENSSL !== undefined, NO_OPENSSL);
  });

  it('while one with a good certificate is read', () => {
    expect(answers[0]).toEqual({ kind: 'answer' });
    // For robots.txt and for the page.
    expect(asked.filter((host) => host === GOOD)).toHaveLength(2);
  });

  it.each(NAMES.map((name, index) => [name, index] as const))('when it %s', (name, index) => {
    const { kind, reason, message } = answers[index + 1] ?? {};
    expect([kind, reason]).toEqual(['failed', 'robots-unreachable']);
    expect(message).toContain('the certificate cannot be trusted');
    expect(message).toMatch(FAULTS[name]?.[0] ?? /^$/);
    expect(asked).not.toContain(hostOf(index));
  });
});
