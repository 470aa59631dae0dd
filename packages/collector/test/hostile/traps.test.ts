import { afterEach, describe, expect, it } from 'vitest';
import { type CollectReport, collect, sourceSpec } from '../../dist/index.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { type Answer, openWeb, testEffects, type Web } from '../support/web.js';

const PAGES = 40;
const HONEST_PAGES = 30;

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const link = (href: string, more = ''): string => `<a href="${href}"${more}>more</a>`;
const words = (n: number | string): string =>
  `<article><h1>Page ${n}</h1><p>What the people of the quarter said about matter ${n} when they met at the old harbour, at some length.</p></article>`;

/** What a trap answers to a path with its query; every page is different where its address is. */
type Trap = (path: string) => Answer | undefined;

const counter = (path: string): number => Number(/(\d+)\D*$/.exec(path)?.[1] ?? 0);
const xml = (body: string): Answer => ({ type: 'application/xml', body });

/** Sites that never end, each with the reason that the report must give. */
const TRAPS: Readonly<
  Record<string, { trap: Trap; ended?: string; notFollowed?: string; failed?: string; settings?: object }>
> = {
  'a calendar that goes on month after month': {
    trap: (path) => {
      const [, year = '2026', month = '9'] = /(\d{4})\/(\d+)$/.exec(path) ?? [];
      const next = Number(month) === 12 ? `${Number(year) + 1}/1` : `${year}/${Number(month) + 1}`;
      return words(path) + link(`/calendar/${next}`, ' rel="next"');
    },
    notFollowed: 'calendar',
  },
  'a calendar of days in its query': {
    trap: (path) => {
      const day = new Date(/\d{4}-\d\d-\d\d/.exec(path)?.[0] ?? '2026-09-28').getTime();
      const shown = (days: number): string => new Date(day + days * 86_400_000).toISOString().slice(0, 10);
      return words(path) + link(`/cal?date=${shown(-1)}`) + link(`/cal?date=${shown(1)}`);
    },
    notFollowed: 'too-far',
  },
  'a calendar that goes back without end': {
    trap: (path) => {
      const year = Number(/year=(\d+)/.exec(path)?.[1] ?? 1925);
      return words(path) + link(`/cal?year=${year - 1}`, ' rel="next"');
    },
    notFollowed: 'calendar',
  },
  'a session in every path': {
    trap: (path) => words(path) + link(`/s${counter(path) + 1}x/page`) + link(`/s${counter(path) + 1}y/page`),
    ended: 'maximum-pages',
    settings: { depth: 50 },
  },
  'a session in every query': {
    trap: (path) => words(path) + link(`/page?visit=${counter(path) + 1}`, ' rel="next"'),
    ended: 'maximum-pages',
  },
  'sessions under names that are known': {
    trap: (path) =>
      words('the same') + link(`/page;jsessionid=${counter(path) + 1}`) + link(`/page?PHPSESSID=${Math.random()}`),
  },
  'facets upon facets': {
    trap: (path) => {
      const query = path.split('?')[1] ?? '';
      return words(path) + Array.from({ length: 60 }, (_, n) => link(`/shop?${query}${query && '&'}f${n}=1`)).join('');
    },
    ended: 'maximum-pages',
    settings: { depth: 50 },
  },
  'a facet added to itself': {
    trap: (path) => {
      const query = path.split('?')[1] ?? '';
      return words(path) + link(`/shop?${query}${query && '&'}tag[]=x${query.length}`);
    },
    notFollowed: 'too-many-parameters',
    settings: { depth: 50 },
  },
  'paths that grow by themselves': {
    trap: (path) => words(path) + link(`${path.replace(/\/$/, '')}/sub${path.length}`),
    notFollowed: 'path-too-deep',
    settings: { depth: 50 },
  },
  'a relative link that repeats its folder': {
    trap: (path) => words(path) + link(`${path.endsWith('/') ? path : `${path}/`}news/`),
    notFollowed: 'path-repeats',
    settings: { depth: 50 },
  },
  'two folders in turn': {
    trap: (path) => words(path) + link(`${path.endsWith('/') ? path : `${path}/`}${path.endsWith('/a/') ? 'b' : 'a'}/`),
    notFollowed: 'path-repeats',
    settings: { depth: 50 },
  },
  'addresses that grow longer': {
    trap: (path) => words(path.length) + link(`/p?q=${'x'.repeat(path.length + 500)}`, ' rel="next"'),
    notFollowed: 'address-too-long',
  },
  'redirects in a circle': {
    trap: (path) =>
      path === '/' ? link('/r1') + link('/r2') : { status: 302, headers: { location: path === '/r1' ? '/r2' : '/r1' } },
    failed: 'too-many-redirects',
  },
  'redirects to new addresses without end': {
    trap: (path) =>
      path === '/'
        ? Array.from({ length: 200 }, (_, n) => link(`/r${n}000`)).join('')
        : { status: 302, headers: { location: `/r${counter(path) + 1}` } },
    ended: 'maximum-pages',
  },
  'a page found for every address, that says it is not found': {
    trap: () =>
      `<h1>Page not found</h1><p>We are sorry, this page does not exist any more.</p>${link('lost')}${link(`x${Math.random()}`)}`,
    ended: 'maximum-pages',
    settings: { depth: 50 },
  },
  'a link farm of 100,000 on one page': {
    trap: (path) => (path === '/' ? Array.from({ length: 100_000 }, (_, n) => link(`/f${n}`)).join('') : words(path)),
    ended: 'maximum-pages',
    notFollowed: 'too-many-links',
  },
  'a link farm on every page': {
    trap: (path) => words(path) + Array.from({ length: 3_000 }, (_, n) => link(`/f${counter(path)}-${n}`)).join(''),
    ended: 'maximum-pages',
    notFollowed: 'too-many-links',
  },
  'sitemap indexes that name one another': {
    trap: (path) => {
      if (!path.includes('map')) return words(path);
      const n = counter(path);
      return xml(
        `<sitemapindex>${[n + 1, n + 2, n, 0].map((m) => `<sitemap><loc>http://trap.test/map${m}.xml</loc></sitemap>`).join('')}</sitemapindex>`,
      );
    },
    notFollowed: 'index-in-index',
    settings: { sitemaps: ['http://trap.test/map0.xml'] },
  },
  'a sitemap index of 50,000 sitemaps': {
    trap: (path) => {
      if (path !== '/map.xml') return xml('<urlset></urlset>');
      return xml(
        `<sitemapindex>${Array.from({ length: 50_000 }, (_, n) => `<sitemap><loc>http://trap.test/m${n}.xml</loc></sitemap>`).join('')}</sitemapindex>`,
      );
    },
    ended: 'maximum-pages',
    notFollowed: 'too-many-links',
    settings: { sitemaps: ['http://trap.test/map.xml'] },
  },
  'a sitemap that names itself as a page': {
    trap: (path) =>
      path === '/map.xml'
        ? xml('<urlset><url><loc>http://trap.test/map.xml</loc></url><url><loc>http://trap.test/1</loc></url></urlset>')
        : words(path),
    settings: { sitemaps: ['http://trap.test/map.xml'] },
  },
  'a forum thread without a last page': {
    trap: (path) => `<div class="post">${words(path)}</div>${link(`/thread?page=${counter(path) + 1}`, ' rel="next"')}`,
    ended: 'maximum-pages',
    settings: { threads: { match: ['/thread*'], post: '.post', text: 'p' } },
  },
  'pages of two megabytes each': {
    trap: (path) => ({ body: words(path) + link(`/p${counter(path) + 1}`, ' rel="next"') + ' '.repeat(2_000_000) }),
    ended: 'maximum-bytes',
    settings: { maximumBytes: 9_000_000 },
  },
  'pages that must be waited for': {
    trap: (path) => words(path) + link(`/p${counter(path) + 1}`, ' rel="next"'),
    ended: 'maximum-minutes',
    settings: { maximumMinutes: 2, gapSeconds: 10 },
  },
  'answers that always say to come again later': {
    trap: (path) =>
      path === '/'
        ? Array.from({ length: 300 }, (_, n) => link(`/p${n}`)).join('')
        : { status: 503, headers: { 'retry-after': '300' } },
    ended: 'maximum-minutes',
    settings: { maximumMinutes: 30 },
  },
};

describe('a site that is', () => {
  it.each(Object.entries(TRAPS))(
    '%s ends within its budget and leaves others alone',
    async (_name, { trap, ended, notFollowed, failed, settings }) => {
      const honest: Trap = (path) =>
        path === '/'
          ? Array.from({ length: HONEST_PAGES - 1 }, (_, n) => link(`/n${n}`)).join('')
          : words(`honest ${path}`);
      web = await openWeb(
        new Proxy(
          {},
          {
            get: (_target, key: string): Answer | undefined => {
              const path = key.slice(key.indexOf('/'));
              if (path === '/robots.txt') return { status: 404 };
              return key.startsWith('trap.test/') ? trap(path) : honest(path);
            },
          },
        ),
      );
      const common = { kind: 'website', gapSeconds: 0 };
      const sources = [
        sourceSpec.parse({
          ...common,
          id: 'trap',
          name: 'a trap',
          start: ['http://trap.test/'],
          maximumPages: PAGES,
          ...settings,
        }),
        sourceSpec.parse({ ...common, id: 'honest', name: 'honest', start: ['http://honest.test/'] }),
      ];
      const ledger = new MemoryLedger();
      const effects = testEffects(web.dial);
      const report: CollectReport = await collect(sources, {
        ledger,
        effects,
        userAgent: 'Marsad/0.1 (+https://example.org/contact)',
        allowPrivateHosts: [],
      });
      const [trapped, other] = report.sources;
      expect(trapped?.ended).toBe(ended);
      if (notFollowed !== undefined) expect(trapped?.documents.notFollowed?.[notFollowed]).toBeGreaterThan(0);
      if (failed !== undefined) expect(trapped?.documents.failed[failed]).toBeGreaterThan(0);
      const count = (host: string): number => web?.asked.filter((path) => path.startsWith(`${host}.test/`)).length ?? 0;
      // A page may be asked three times, and each redirect leads to five more.
      expect(count('trap')).toBeLessThanOrEqual(6 * PAGES + 1);
      const { fetched = 0, skipped = {}, failed: failures = {} } = trapped?.documents ?? {};
      const total = [...Object.values(skipped), ...Object.values(failures)].reduce((sum, n) => sum + n, fetched);
      expect(total).toBeLessThanOrEqual(PAGES);
      // Nothing is left leased, and what was found and not asked waits for the next run.
      expect(ledger.states.leased).toBeUndefined();
      expect(other?.documents).toMatchObject({ fetched: HONEST_PAGES, failed: {} });
      expect(other?.ended).toBeUndefined();
    },
  );
});

describe('a run that its budget ended', () => {
  it('is gone on with by the next run, page for page, and says so until nothing is left', async () => {
    web = await openWeb({ 'news.test/': Array.from({ length: 25 }, (_, n) => link(`/n${n}`)).join('') });
    for (let n = 0; n < 25; n += 1) web.pages[`news.test/n${n}`] = words(`of news ${n}`);
    const ledger = new MemoryLedger();
    const source = sourceSpec.parse({
      id: 'news',
      name: 'n',
      kind: 'website',
      start: ['http://news.test/'],
      gapSeconds: 0,
      maximumPages: 10,
    });
    const ends: (string | undefined)[] = [];
    for (let run = 0; run < 4; run += 1) {
      const report = await collect([source], {
        ledger,
        effects: testEffects(web.dial),
        userAgent: 'Marsad/0.1 (+https://example.org/contact)',
        allowPrivateHosts: [],
      });
      ends.push(report.sources[0]?.ended);
    }
    expect(ends).toEqual(['maximum-pages', 'maximum-pages', undefined, undefined]);
    expect(ledger.posts.size).toBe(25);
    for (let n = 0; n < 25; n += 1) expect(web.asked.filter((path) => path === `news.test/n${n}`)).toHaveLength(1);
  });
});
