import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CollectReport, collect, sourceSpec } from '../../dist/index.js';
import { type Fetcher, openFetcher } from '../../src/fetch/fetcher.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { testEffects, testMemory } from '../support/web.js';

const LIMITS = { connectMilliseconds: 300, headerMilliseconds: 300, idleMilliseconds: 300, totalMilliseconds: 700 };
const HEADER = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';
const ROBOTS = 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n';

/** What a slow host does with a connection once it has read the request for its page; timers end with the socket. */
type Behaviour = (socket: Socket) => void;

const dripping =
  (head: string, drop: string): Behaviour =>
  (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(drop), 20);
    socket.on('close', () => clearInterval(timer));
  };

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  'never answers': () => {},
  'drips its header': dripping(`${HEADER}x-slow: `, 'a'),
  'drips header lines': dripping(HEADER, 'x-slow: a\r\n'),
  'drips its status line': dripping('H', 'T'),
  'sends one interim answer after the other': dripping('', 'HTTP/1.1 102 Processing\r\n\r\n'),
  'drips its body': dripping(`${HEADER}content-length: 100000\r\n\r\n`, 'a'),
  'drips chunks': dripping(`${HEADER}transfer-encoding: chunked\r\n\r\n`, '1\r\na\r\n'),
  'drips a body coded in gzip': dripping(`${HEADER}content-encoding: gzip\r\n\r\n`, '\u001f'),
  'drips the length of a chunk': dripping(`${HEADER}transfer-encoding: chunked\r\n\r\n`, '0'),
  'drips the body of an error': dripping('HTTP/1.1 404 Not Found\r\ncontent-length: 100000\r\n\r\n', 'a'),
  'drips the explanation of an error': dripping(
    'HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n',
    ' ',
  ),
  'drips the body of a redirect': dripping(
    'HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 100000\r\n\r\n',
    'a',
  ),
  'stops in the middle of its body': (socket) => {
    socket.write(`${HEADER}content-length: 100\r\n\r\nhalf of it`);
  },
  'ends its side in the middle and keeps the connection': (socket) => {
    socket.end(`${HEADER}content-length: 100\r\n\r\nhalf of it`);
  },
  'ends its side at once and keeps the connection': (socket) => {
    socket.end();
  },
};

let servers: { server: Server; sockets: Set<Socket> }[] = [];
let fetcher: Fetcher | undefined;
/** Milliseconds from each request for a page, or greeting, to the visitor's leaving. */
let held: number[] = [];
beforeEach(() => {
  servers = [];
  held = [];
});
afterEach(async () => {
  await fetcher?.close();
  fetcher = undefined;
  for (const { server, sockets } of servers) {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
});

/** A host without robots.txt whose other pages behave so; half-open connections are its own to close. */
const openHost = async (behaviour: Behaviour): Promise<number> => {
  const sockets = new Set<Socket>();
  // The list of this test: a connection may be seen to close after the next test began.
  const times = held;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    let asked: number | undefined;
    const leave = (): void => {
      if (asked !== undefined) times.push(performance.now() - asked);
      asked = undefined;
    };
    socket.on('end', leave).on('close', leave);
    socket.on('data', (bytes) => {
      if (bytes.toString('latin1').startsWith('GET /robots.txt')) socket.write(ROBOTS);
      else {
        asked ??= performance.now();
        behaviour(socket);
      }
    });
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const dialTo = (ports: Readonly<Record<string, number>>) => (hostname: string) => ({
  host: '127.0.0.1',
  port: ports[hostname] ?? 1,
});

describe('a host that', () => {
  it.each(Object.entries(BEHAVIOURS))('%s is left at the deadline', async (_name, behaviour) => {
    const port = await openHost(behaviour);
    const effects = testEffects(dialTo({ 'slow.test': port }));
    fetcher = openFetcher({
      effects,
      memory: testMemory(),
      userAgent: 'Marsad/0.1 (+https://example.org)',
      allowPrivateHosts: [],
      limits: LIMITS,
    });
    const fetched = await fetcher.fetch('http://slow.test/page', { gapSeconds: 0, accept: '*/*' });
    expect(fetched.kind).toBe('failed');
    expect(fetched).toMatchObject({
      reason: expect.stringMatching(/^(?:time-out|connection-lost|bad-answer|http-40[04]|too-many-redirects)$/),
    });
    await fetcher.close();
    await vi.waitFor(() => expect(held.length).toBeGreaterThan(0));
    // A redirect leads to five more addresses; the rest is tried three times.
    expect(held.length).toBeLessThanOrEqual('reason' in fetched && fetched.reason === 'too-many-redirects' ? 6 : 3);
    expect(Math.max(...held)).toBeLessThan(LIMITS.totalMilliseconds + 1000);
  });

  it('has a name that is never resolved is left at the deadline', async () => {
    fetcher = openFetcher({
      effects: { ...testEffects(), lookup: () => new Promise(() => {}) },
      memory: testMemory(),
      userAgent: 'Marsad/0.1 (+https://example.org)',
      allowPrivateHosts: [],
      limits: LIMITS,
    });
    const begun = performance.now();
    const fetched = await fetcher.fetch('http://stalled.example/page', { gapSeconds: 0, accept: '*/*' });
    expect(fetched).toMatchObject({ kind: 'failed', reason: 'robots-unreachable', later: true });
    expect(performance.now() - begun).toBeLessThan(3 * (LIMITS.connectMilliseconds + 1000));
  });

  it.each<[string, Behaviour]>([
    ['never answers a TLS greeting', () => {}],
    // A record of 16 KiB is announced and sent a byte at a time.
    ['answers a TLS greeting a byte at a time', dripping('\u0016\u0003\u0003\u0040\u0000', '\u0002')],
  ])('%s is left at the deadline', async (_name, behaviour) => {
    const port = await openHost(behaviour);
    fetcher = openFetcher({
      effects: testEffects(dialTo({ 'slow.test': port })),
      memory: testMemory(),
      userAgent: 'Marsad/0.1 (+https://example.org)',
      allowPrivateHosts: [],
      limits: LIMITS,
    });
    const fetched = await fetcher.fetch('https://slow.test/page', { gapSeconds: 0, accept: '*/*' });
    expect(fetched).toMatchObject({ kind: 'failed', reason: 'robots-unreachable' });
    await fetcher.close();
    await vi.waitFor(() => expect(held.length).toBeGreaterThan(0));
    expect(Math.max(...held)).toBeLessThan(LIMITS.totalMilliseconds + 1000);
  });
});

describe('fifty slow hosts', () => {
  it('do not hold up five that answer', async () => {
    const slow = await openHost(() => {});
    const answered: number[] = [];
    const begun = performance.now();
    const healthy = await openHost((socket) => {
      answered.push(performance.now() - begun);
      // Page after page, each named by the one before.
      const body = `<a href="/${answered.length}">more</a>`;
      socket.write(`${HEADER}content-length: ${body.length}\r\n\r\n${body}`);
    });
    const ports: Record<string, number> = {};
    const sources = Array.from({ length: 55 }, (_, index) => {
      // The slow ones stand first.
      const id = index < 50 ? `slow-${index}` : `healthy-${index}`;
      ports[`${id}.test`] = index < 50 ? slow : healthy;
      const start = Array.from({ length: index < 50 ? 4 : 1 }, (_page, page) => `http://${id}.test/start/${page}`);
      return sourceSpec.parse({
        id,
        name: id,
        kind: 'website',
        start,
        articles: [],
        gapSeconds: 0,
        maximumPages: 6,
        depth: 50,
      });
    });
    const report: CollectReport = await collect(sources, {
      ledger: new MemoryLedger(),
      effects: testEffects(dialTo(ports)),
      userAgent: 'Marsad/0.1 (+https://example.org)',
      allowPrivateHosts: [],
      limits: { ...LIMITS, headerMilliseconds: 1500, totalMilliseconds: 1500 },
    });
    const took = performance.now() - begun;
    expect(report.sources.slice(50).map(({ documents }) => documents.fetched)).toEqual([6, 6, 6, 6, 6]);
    expect(report.sources.slice(0, 50).every(({ reached }) => !reached)).toBe(true);
    expect(Math.max(...answered)).toBeLessThan(took / 2);
  });
});
