import { afterEach, describe, expect, it } from 'vitest';
// The built package: the extraction worker is a file of its own and is found beside the built code.
import { type CollectOptions, collect, type Source, sourceSpec } from '../../dist/index.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { type Answer, openWeb, testEffects, type Web } from '../support/web.js';

const NOW = '2026-09-28T00:00:00Z';

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const serve = async (pages: Record<string, Answer>): Promise<Web> => {
  web = await openWeb(pages);
  return web;
};
const source = (spec: Record<string, unknown>): Source =>
  sourceSpec.parse({ name: 'a source', gapSeconds: 0, ...spec });
const dryRun = (sources: Source[], ledger: MemoryLedger, options: Partial<CollectOptions> = {}) =>
  collect(sources, {
    ledger,
    effects: testEffects(web?.dial),
    userAgent: 'Marsad/0.1 (+https://example.org/contact)',
    allowPrivateHosts: [],
    dryRun: true,
    ...options,
  });
/** Everything a ledger holds, to see that nothing of it changed. */
const contents = ({ documents, posts, rejections, notes }: MemoryLedger): string =>
  JSON.stringify([documents, posts, rejections, notes].map((map) => [...map]));

const site = source({
  id: 'site',
  kind: 'website',
  start: ['http://news.test/'],
  sitemaps: ['http://news.test/sitemap.xml'],
  maximumPages: 4,
});

describe('a dry run', () => {
  it('lists entry points, asks for robots.txt alone, and keeps nothing', async () => {
    const { asked } = await serve({
      'news.test/': '<a href="/a.html">a</a>',
      'news.test/robots.txt': 'User-agent: marsad\nDisallow: /sitemap',
    });
    const ledger = new MemoryLedger();
    const { sources, items } = await dryRun([site], ledger);
    expect(sources[0]).toMatchObject({
      reached: true,
      error: expect.stringContaining('robots.txt of http://news.test'),
    });
    expect(sources[0]?.planned).toEqual([
      { url: 'http://news.test/', from: 'entry', decision: 'fetch' },
      { url: 'http://news.test/sitemap.xml', from: 'entry', decision: 'forbidden', reason: 'robots' },
    ]);
    expect(items).toMatchObject({ in: 0, out: 0 });
    expect(contents(ledger)).toBe(contents(new MemoryLedger()));
    expect(asked).toEqual(['news.test/robots.txt']);
  });

  it('lists what earlier runs found and did not ask, and what is beyond the budget', async () => {
    const { asked } = await serve({ 'news.test/robots.txt': 'User-agent: *\nDisallow: /b' });
    const ledger = new MemoryLedger();
    await ledger.addDocuments(
      ['d', 'c', 'b', 'a'].map((name) => ({
        sourceId: 'site',
        url: `http://news.test/${name}`,
        role: 'page' as const,
        depth: 1,
      })),
    );
    const before = contents(ledger);
    const planned = async (options: Partial<CollectOptions> = {}) =>
      ((await dryRun([site], ledger, options)).sources[0]?.planned ?? []).map(({ url, from, decision, reason }) =>
        [new URL(url).pathname, from, decision, ...(reason === undefined ? [] : [reason])].join(' '),
      );
    expect(await planned()).toEqual([
      '/ entry fetch',
      '/sitemap.xml entry fetch',
      '/a queued fetch',
      '/b queued forbidden robots',
      '/c queued over-budget maximum-pages',
      '/d queued over-budget maximum-pages',
    ]);
    expect((await planned({ limit: 1 })).slice(0, 2)).toEqual([
      '/ entry fetch',
      '/sitemap.xml entry over-budget limit',
    ]);
    expect(contents(ledger)).toBe(before);
    expect(asked).toEqual(['news.test/robots.txt', 'news.test/robots.txt']);
  });

  it('lists what a killed run left before the entry points, as the next run does', async () => {
    await serve({});
    const ledger = new MemoryLedger();
    await ledger.addDocuments([{ sourceId: 'site', url: 'http://news.test/left', role: 'page', depth: 1 }]);
    await ledger.keepNote('site', 'open-run', JSON.stringify({ holder: 'killed', begun: NOW, entriesChanged: true }));
    const process = { name: 'this', hasEnded: (name: string) => name === 'killed' };
    const effects = { ...testEffects(web?.dial), process };
    const { sources } = await dryRun([site], ledger, { effects });
    expect(sources[0]?.planned?.map(({ url }) => url)).toEqual([
      'http://news.test/left',
      'http://news.test/',
      'http://news.test/sitemap.xml',
    ]);
  });

  it('names the addresses a run would ask of every kind of source, those that go on from the last run too', async () => {
    const { asked } = await serve({});
    const ledger = new MemoryLedger();
    await ledger.keepNote('social', 'newest-status', '42');
    const before = contents(ledger);
    const { sources } = await dryRun(
      [
        source({ id: 'feed', kind: 'feed', url: 'http://feed.test/rss' }),
        source({ id: 'social', kind: 'mastodon', instance: 'http://social.test' }),
        source({ id: 'sky', kind: 'bluesky', instance: 'http://sky.test', searches: ['quartier'] }),
        source({ id: 'telegram', kind: 'telegram', instance: 'http://telegram.test', channels: ['manar'] }),
        source({ id: 'reddit', kind: 'reddit', instance: 'http://reddit.test', communities: ['manar'] }),
        source({ id: 'forum', kind: 'discourse', instance: 'http://forum.test' }),
        source({ id: 'videos', kind: 'youtube', videos: ['dQw4w9WgXcQ'] }),
      ],
      ledger,
    );
    for (const { id, planned } of sources.filter(({ id }) => id !== 'videos')) {
      expect([id, planned?.map(({ decision }) => decision)]).toEqual([id, ['fetch']]);
    }
    expect(sources[1]?.planned?.[0]?.url).toContain('min_id=42');
    expect(sources[6]).toMatchObject({
      reached: false,
      planned: [],
      remedy: expect.stringContaining('YOUTUBE_API_KEY'),
    });
    expect(asked.length).toBe(6);
    expect(asked.filter((address) => !address.endsWith('/robots.txt'))).toEqual([]);
    expect(contents(ledger)).toBe(before);
  });

  it('says of a host whose rules cannot be had that nothing would be fetched', async () => {
    await serve({ 'news.test/robots.txt': { status: 503 } });
    const { sources } = await dryRun([site], new MemoryLedger());
    expect(sources[0]).toMatchObject({ reached: false, error: expect.stringContaining('503') });
    expect(sources[0]?.planned?.map(({ reason }) => reason)).toEqual(['robots-unreachable', 'robots-unreachable']);
  });
});
