import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { collect, sourceSpec } from '../../dist/index.js';
import { openFetcher } from '../../src/fetch/fetcher.js';
import type { CollectEffects } from '../../src/ports.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { openWeb, testEffects, testMemory } from '../support/web.js';
import { openPoliteHost, type PoliteHost } from './polite-host.js';

const userAgent = 'Marsad/0.1 (+https://example.org/contact)';
/** Timers and the two clocks differ by a millisecond or two. */
const TOLERANCE = 5;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The clock on the wall, and pauses that take as long as they say. */
const realEffects = (dial: NonNullable<CollectEffects['dial']>): CollectEffects => ({
  ...testEffects(dial),
  clock: () => new Date(),
  sleep: async (milliseconds) => {
    await delay(milliseconds);
  },
});

interface Kind {
  /** pause that city.yaml asks for */
  gapSeconds: number;
  robots: string;
  /** milliseconds until a page answers */
  slowness: (page: number) => number;
  /** least pause that the host may expect before its next visitor, from how long the last answer took */
  least: (lastTook: number) => number;
}

const KINDS: Readonly<Record<string, Kind>> = {
  quick: { gapSeconds: 0.06, robots: '', slowness: () => 0, least: () => 60 },
  'with a Crawl-delay': {
    gapSeconds: 0.02,
    robots: 'User-agent: *\nCrawl-delay: 0.12',
    slowness: () => 0,
    least: () => 120,
  },
  'with a Crawl-delay shorter than the gap': {
    gapSeconds: 0.1,
    robots: 'User-agent: marsad\nCrawl-delay: 0.01',
    slowness: () => 0,
    least: () => 100,
  },
  slow: { gapSeconds: 0.02, robots: '', slowness: () => 60, least: (took) => Math.max(20, 2 * took) },
  'slow now and then': {
    gapSeconds: 0.03,
    robots: '',
    slowness: (page) => (page % 4 === 0 ? 80 : 0),
    least: (took) => Math.max(30, 2 * took),
  },
};

const PAGES = 20;

const openHosts = async () => {
  const hosts = new Map<string, { kind: Kind; host: PoliteHost }>();
  for (const [name, kind] of Object.entries(KINDS)) {
    for (const copy of [1, 2]) {
      const host = await openPoliteHost(async (request, response) => {
        const path = request.url ?? '';
        if (path === '/robots.txt') {
          response.end(kind.robots);
          return;
        }
        const page = Number(/\d+/.exec(path)?.[0] ?? 0);
        if (kind.slowness(page) > 0) await delay(kind.slowness(page));
        response.setHeader('content-type', 'text/html');
        response.end(
          path === '/' ? Array.from({ length: PAGES }, (_, n) => `<a href="/p${n}">x</a>`).join('') : 'words',
        );
      });
      closing.push(host.close);
      hosts.set(`${name.replaceAll(' ', '-').toLowerCase()}-${copy}.test`, { kind, host });
    }
  }
  return hosts;
};

const judge = ({ kind, host }: { kind: Kind; host: PoliteHost }): string[] => {
  const violations: string[] = [];
  if (host.mostOpen > 1) violations.push(`${host.mostOpen} connections at once`);
  // In the order of their beginning; the first after robots.txt keeps the gap too.
  for (let index = 1; index < host.visits.length; index += 1) {
    const last = host.visits[index - 1];
    const visit = host.visits[index];
    if (!last || !visit) continue;
    // A request that was cut off when the run was interrupted never ended, whatever the host saw of it.
    const end = last.isLast || Number.isNaN(last.ended) ? last.begun : last.ended;
    const gap = visit.begun - end;
    const least = kind.least(end - last.begun);
    if (gap < least - TOLERANCE)
      violations.push(`${visit.path}: ${gap.toFixed(0)} ms after ${last.path}, not ${least.toFixed(0)}`);
  }
  return violations;
};

describe('ten hosts, judged by what they saw', () => {
  it('meet one visitor at a time who keeps every pause, also when the run was broken off and another began', async () => {
    const hosts = await openHosts();
    const effects = realEffects((hostname) => ({ host: '127.0.0.1', port: hosts.get(hostname)?.host.port ?? 1 }));
    const sources = [...hosts].map(([hostname, { kind }], index) =>
      sourceSpec.parse({
        id: `host-${index}`,
        name: hostname,
        kind: 'website',
        start: [`http://${hostname}/`],
        articles: [],
        gapSeconds: kind.gapSeconds,
      }),
    );
    const ledger = new MemoryLedger();
    const controller = new AbortController();
    let documents = 0;
    await collect(sources, {
      ledger,
      effects: {
        ...effects,
        onProgress: () => {
          documents += 1;
          if (documents === 60) controller.abort();
        },
      },
      userAgent,
      allowPrivateHosts: [],
      signal: controller.signal,
    });
    const report = await collect(sources, { ledger, effects, userAgent, allowPrivateHosts: [] });
    expect(report.sources.every(({ reached }) => reached)).toBe(true);
    const requests = [...hosts.values()].reduce((sum, { host }) => sum + host.visits.length, 0);
    expect(requests).toBeGreaterThanOrEqual(10 * (PAGES + 2));
    expect([...hosts].map(([name, seen]) => [name, judge(seen)])).toEqual([...hosts].map(([name]) => [name, []]));
    for (const { host } of hosts.values()) {
      expect(host.visits.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    }
  });
});

describe('one host', () => {
  it('on several ports is one host with one connection', async () => {
    let busy = 0;
    let most = 0;
    const answer: Parameters<typeof openPoliteHost>[0] = async (_request, response) => {
      busy += 1;
      most = Math.max(most, busy);
      await delay(5);
      busy -= 1;
      response.setHeader('content-type', 'text/html').end('words');
    };
    const first = await openPoliteHost(answer);
    const second = await openPoliteHost(answer);
    closing.push(first.close, second.close);
    const fetcher = openFetcher({
      effects: realEffects((_hostname, port) => ({ host: '127.0.0.1', port: port === 81 ? first.port : second.port })),
      memory: testMemory(),
      userAgent,
      allowPrivateHosts: [],
    });
    const urls = Array.from({ length: 8 }, (_, n) => `http://two.test:${n % 2 === 0 ? 81 : 82}/${n}`);
    await Promise.all(urls.map((url) => fetcher.fetch(url, { gapSeconds: 0.01, accept: '*/*' })));
    await fetcher.close();
    expect(most).toBe(1);
    const all = [...first.visits, ...second.visits].sort((a, b) => a.begun - b.begun);
    expect(all).toHaveLength(10);
    for (let index = 1; index < all.length; index += 1) {
      expect((all[index]?.begun ?? 0) - (all[index - 1]?.ended ?? 0)).toBeGreaterThanOrEqual(10 - TOLERANCE);
    }
  });
});

describe('a pause that a host asked for', () => {
  const open = async (pages: Parameters<typeof openWeb>[0]) => {
    const web = await openWeb(pages);
    closing.push(web.close);
    return web;
  };
  const options = { gapSeconds: 1, accept: '*/*' };

  it.each([
    [429, { 'retry-after': '120' }, 120_000],
    [503, { 'retry-after': '120' }, 120_000],
    [503, { 'retry-after': 'Mon, 28 Sep 2026 00:03:20 GMT' }, 190_000],
    [503, {}, 1_000],
    [500, {}, 1_000],
    [200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-09-28T00:02:00Z' }, 110_000],
  ])('with %s %o is kept, and by everybody who asks it', async (status, headers, least) => {
    let answered = 0;
    const web = await open({
      'a.test/x': (_request, response) => {
        answered += 1;
        if (answered === 1) response.writeHead(status, headers).end();
        else response.writeHead(200).end('words');
      },
      'a.test/y': 'words',
    });
    const effects = testEffects(web.dial);
    const fetcher = openFetcher({ effects, memory: testMemory(), userAgent, allowPrivateHosts: [] });
    let pausedBeforeY = 0;
    web.pages['a.test/y'] = (_request, response) => {
      pausedBeforeY = Math.max(...effects.slept);
      response.end('words');
    };
    const [x] = await Promise.all([
      fetcher.fetch('http://a.test/x', options),
      fetcher.fetch('http://a.test/y', options),
    ]);
    await fetcher.close();
    expect(x.kind).toBe('answer');
    expect(pausedBeforeY).toBeGreaterThanOrEqual(least - 1_000);
  });

  it('without saying how long grows from try to try and differs from host to host', async () => {
    const sleeps = [0.1, 0.9].map(async (chance) => {
      const web = await open({ 'a.test/x': { status: 503 } });
      const effects = { ...testEffects(web.dial), random: () => chance };
      const fetcher = openFetcher({ effects, memory: testMemory(), userAgent, allowPrivateHosts: [] });
      await fetcher.fetch('http://a.test/x', { ...options, gapSeconds: 0 });
      await fetcher.close();
      return effects.slept;
    });
    const [early = [], late = []] = await Promise.all(sleeps);
    expect(early).toEqual([600, 1_200]);
    expect(late).toEqual([1_400, 2_800]);
  });

  it('holds on in the next run, and one that is too long is not waited for', async () => {
    const web = await open({
      'a.test/x': { status: 503, headers: { 'retry-after': '200' } },
      'b.test/x': { status: 503, headers: { 'retry-after': '86400' } },
    });
    const memory = testMemory();
    const effects = testEffects(web.dial);
    const first = openFetcher({ effects, memory, userAgent, allowPrivateHosts: [] });
    await Promise.all([first.fetch('http://a.test/x', options), first.fetch('http://b.test/x', options)]);
    await first.close();
    web.pages['a.test/x'] = 'words';
    web.pages['b.test/x'] = 'words';
    web.asked.length = 0;
    effects.slept.length = 0;
    const second = openFetcher({ effects, memory, userAgent, allowPrivateHosts: [] });
    const [a, b] = await Promise.all([
      second.fetch('http://a.test/x', options),
      second.fetch('http://b.test/x', options),
    ]);
    await second.close();
    expect(a.kind).toBe('answer');
    expect(Math.max(...effects.slept)).toBeGreaterThan(100_000);
    expect(b).toMatchObject({ kind: 'failed', reason: 'host-gave-up', later: true });
    expect(web.asked).toEqual(['a.test/x']);
  });

  it('of a minute at most by Crawl-delay holds on in the next run', async () => {
    const web = await open({
      'a.test/robots.txt': 'User-agent: *\nCrawl-delay: 3600',
      'a.test/x': 'words',
      'a.test/y': 'words',
    });
    const memory = testMemory();
    const effects = testEffects(web.dial);
    for (const path of ['x', 'y']) {
      effects.slept.length = 0;
      const fetcher = openFetcher({ effects, memory, userAgent, allowPrivateHosts: [] });
      await fetcher.fetch(`http://a.test/${path}`, options);
      await fetcher.close();
      expect(Math.max(...effects.slept)).toBe(60_000);
    }
    expect(web.asked).toEqual(['a.test/robots.txt', 'a.test/x', 'a.test/y']);
  });
});
