import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CollectReport, collect, type Source, sourceSpec } from '../../dist/index.js';
import { guardedLookup } from '../../src/fetch/dialer.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { type Answer, openWeb, testEffects, type Web } from '../support/web.js';
import { type Canaries, openCanaries } from './canaries.js';
import { hostileLookup, SPELLINGS } from './private-address-spellings.js';

let canaries: Canaries;
let web: Web;
beforeAll(async () => {
  canaries = await openCanaries();
  web = await openWeb({});
});
afterAll(async () => {
  await web.close();
  await canaries.close();
});

/** Hosts under `.test` are the public internet of these tests; all else is resolved by the hostile resolver. */
const run = (sources: Source[], allowPrivateHosts: string[] = [], ledger = new MemoryLedger()) =>
  collect(sources, {
    ledger,
    effects: {
      ...testEffects((hostname, port) => (hostname.endsWith('.test') ? web.dial(hostname, port) : undefined)),
      lookup: hostileLookup,
    },
    userAgent: 'Marsad/0.1 (+https://example.org/contact)',
    allowPrivateHosts,
  });

const addressOf = (spelling: string): string => `http://${spelling}:${canaries.port}/secret`;
const feed = (id: string, url: string): Source => sourceSpec.parse({ id, name: id, kind: 'feed', url, gapSeconds: 0 });
const site = (id: string, start: string, sitemaps: string[] = []): Source =>
  sourceSpec.parse({ id, name: id, kind: 'website', start: [start], sitemaps, gapSeconds: 0 });
const escaped = (url: string): string => url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
/** Headers carry bytes: letters beyond Latin-1 go as UTF-8. */
const asHeader = (url: string): string => Buffer.from(url).toString('latin1');
const xml = (body: string): Answer => ({ type: 'application/xml', body });

/** How a hostile page tries to lead the collector to an address; each gets a host of its own. */
const WAYS: Readonly<Record<string, (host: string, target: string) => Source>> = {
  'asked directly': (host, target) => feed(host, target),
  'by a redirect': (host, target) => {
    web.pages[`${host}.test/feed`] = { status: 302, headers: { location: asHeader(target) } };
    return feed(host, `http://${host}.test/feed`);
  },
  'by a redirect of a page': (host, target) => {
    web.pages[`${host}.test/`] = { status: 308, headers: { location: asHeader(target) } };
    return site(host, `http://${host}.test/`);
  },
  'by a link': (host, target) => {
    web.pages[`${host}.test/`] =
      `<base href="${escaped(target)}"><a href="${escaped(target)}">a</a><a href="">b</a><a rel="next" href="/x">next</a><link rel="next" href="${escaped(target)}"><meta http-equiv="refresh" content="0;url=${escaped(target)}"><iframe src="${escaped(target)}"></iframe>`;
    return site(host, `http://${host}.test/`);
  },
  'by a feed': (host, target) => {
    const link = escaped(target);
    web.pages[`${host}.test/feed`] = xml(
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>F</title><atom:link rel="next" href="${link}"/><link>${link}</link><item><title>words of an item</title><link>${link}</link><guid>${link}</guid><enclosure url="${link}" type="text/html" length="1"/><comments>${link}</comments></item></channel></rss>`,
    );
    return feed(host, `http://${host}.test/feed`);
  },
  'by a sitemap': (host, target) => {
    web.pages[`${host}.test/map.xml`] = xml(`<urlset><url><loc>${escaped(target)}</loc></url></urlset>`);
    return site(host, `http://${host}.test/`, [`http://${host}.test/map.xml`]);
  },
  'by a sitemap index': (host, target) => {
    web.pages[`${host}.test/map.xml`] = xml(
      `<sitemapindex><sitemap><loc>${escaped(target)}</loc></sitemap></sitemapindex>`,
    );
    return site(host, `http://${host}.test/`, [`http://${host}.test/map.xml`]);
  },
  'by a redirect of robots.txt': (host, target) => {
    web.pages[`${host}.test/robots.txt`] = { status: 302, headers: { location: asHeader(target) } };
    web.pages[`${host}.test/feed`] = xml(
      '<rss version="2.0"><channel><item><title>words</title></item></channel></rss>',
    );
    return feed(host, `http://${host}.test/feed`);
  },
};

describe.each(Object.entries(WAYS))('an address that is not public, %s', (way, prepare) => {
  let report: CollectReport;
  beforeAll(async () => {
    const prefix = way.replaceAll(/[^a-z]+/g, '-');
    report = await run(SPELLINGS.map((spelling, index) => prepare(`${prefix}-${index}`, addressOf(spelling))));
  });

  it.each(SPELLINGS.map((spelling, index) => [spelling, index] as const))('%s is not dialled', (_spelling, index) => {
    expect(canaries.seen).toEqual([]);
    const { documents, error } = report.sources[index] ?? {};
    if (way === 'asked directly' || way === 'by a redirect' || way === 'by a redirect of robots.txt') {
      expect(documents).toMatchObject({ fetched: 0, failed: { 'robots-unreachable': 1 } });
      expect(error).toMatch(/is not on the public internet|no such host/);
    } else if (way === 'by a redirect of a page') {
      expect(documents).toMatchObject({ fetched: 0, skipped: { 'redirect-leaves-source': 1 } });
    } else {
      // The page is read; where it leads is not asked for, and what it names on its own host is.
      expect(documents?.fetched).toBe(1);
      expect(Object.keys(documents?.failed ?? {}).filter((reason) => reason !== 'http-404')).toEqual([]);
    }
  });
});

describe('a name that changes its address', () => {
  it.each(['127.0.0.1', '::1', '169.254.169.254', '::ffff:127.0.0.1', '64:ff9b::7f00:1'])(
    'from a public one to %s is refused at the second dial',
    async (address) => {
      const ledger = new MemoryLedger();
      const host = `rebind-${address.replaceAll(/[:.]/g, '-')}.test:${canaries.port}`;
      // Every answer closes its connection, so that each request dials anew.
      const closing = (body: string): Answer => ({ headers: { connection: 'close' }, body });
      web.pages[`${host}/robots.txt`] = closing('');
      web.pages[`${host}/`] = closing('<a href="/secret">a</a>');
      let dials = 0;
      const effects = {
        ...testEffects((hostname, port) => {
          dials += 1;
          return dials <= 2 ? web.dial(hostname, port) : undefined;
        }),
        lookup: async () => [{ address, family: address.includes(':') ? 6 : 4 }],
      };
      const report = await collect([site('rebind', `http://${host}/`)], {
        ledger,
        effects,
        userAgent: 'Marsad/0.1 (+https://example.org/contact)',
        allowPrivateHosts: [],
      });
      expect(dials).toBeGreaterThanOrEqual(3);
      expect(report.sources[0]?.documents.failed).toMatchObject({ 'address-refused': 1 });
      expect(canaries.seen).toEqual([]);
    },
  );

  it('is looked up once for every dial, and what was checked is what is dialled', async () => {
    const answers = [[{ address: '93.184.215.14', family: 4 }], [{ address: '127.0.0.1', family: 4 }]];
    let asked = 0;
    const lookup = guardedLookup(async () => answers[asked++] ?? [], false);
    const ask = (): Promise<unknown> =>
      new Promise((resolve) =>
        lookup('flip.example', { all: true }, (error, addresses) => resolve(error ?? addresses)),
      );
    expect(await ask()).toEqual([{ address: '93.184.215.14', family: 4 }]);
    expect(await ask()).toMatchObject({ reason: 'address-refused' });
    expect(asked).toBe(2);
  });
});

describe('allowPrivateHosts', () => {
  const others = ['127.0.0.1', '127.1', 'localhost', '[::1]', 'loopback.example', '[::ffff:127.0.0.1]', '0.0.0.0'];
  it.each([
    ['127.0.0.1:PORT', ['127.0.0.1', '127.1']],
    ['localhost', ['localhost']],
    ['[::1]:PORT', ['[::1]']],
    ['::1', ['[::1]']],
    ['loopback.example', ['loopback.example']],
    ['127.0.0.1:1', []],
  ])('with %s lets through that host and no other', async (entry, through) => {
    canaries.seen.length = 0;
    const listed = entry.replace('PORT', String(canaries.port));
    const report = await run(
      others.map((host, index) => feed(`listed-${index}`, addressOf(host))),
      [listed],
    );
    const reached = others.filter((_host, index) => report.sources[index]?.documents.failed['not-a-feed']);
    expect(reached).toEqual(through);
    expect(canaries.seen.length > 0).toBe(through.length > 0);
    canaries.seen.length = 0;
  });
});
