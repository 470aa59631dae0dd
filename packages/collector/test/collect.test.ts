import { afterEach, describe, expect, it } from 'vitest';
// The built package: the extraction worker is a file of its own and is found beside the built code.
import { type CollectOptions, collect, type Source, sourceSpec } from '../dist/index.js';
import { MemoryLedger } from './support/memory-ledger.js';
import { type Answer, openWeb, testEffects, type Web } from './support/web.js';

const userAgent = 'Marsad/0.1 (+https://example.org/contact)';
let web: Web | undefined;

const serve = async (pages: Record<string, Answer>): Promise<Web> => {
  web = await openWeb(pages);
  return web;
};
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const source = (spec: Record<string, unknown>): Source =>
  sourceSpec.parse({ name: 'a source', gapSeconds: 0, ...spec });
const run = (sources: Source[], ledger: MemoryLedger, options: Partial<CollectOptions> = {}) =>
  collect(sources, { ledger, effects: testEffects(web?.dial), userAgent, allowPrivateHosts: [], ...options });

const article = (title: string, words: string): string =>
  `<html lang="fr"><head><title>${title}</title><meta property="article:published_time" content="2026-04-02T10:00:00+01:00"></head>
  <body><nav><a href="/">Accueil</a><a href="/a/1.html">Un</a></nav><article><h1>${title}</h1>${`<p>${words}, et la mairie a promis de répondre avant la fin du mois aux habitants du quartier.</p>`.repeat(1)}
  <p>Les habitants du quartier ont parlé longuement de ${title} pendant la réunion publique, devant une salle pleine.</p>
  <p>Une seconde réunion aura lieu au centre culturel, rue du Port, avec les associations et les commerçants.</p></article></body></html>`;

const item = (n: number, text: string): string =>
  `<item><title>Item ${n}</title><link>http://feed.test/${n}</link><guid>http://feed.test/${n}</guid><pubDate>Thu, 02 Apr 2026 10:0${n}:00 GMT</pubDate><description>${text}</description></item>`;
const rss = (...items: string[]): Answer => ({
  type: 'application/rss+xml',
  headers: { etag: `"${items.length}"` },
  body: `<rss version="2.0"><channel><title>F</title>${items.join('')}</channel></rss>`,
});

describe('a feed', () => {
  const feed = source({ id: 'gazette', kind: 'feed', url: 'http://feed.test/rss', language: 'fra' });

  it('gives one post an item, and on the second run only what is new', async () => {
    const { pages, agents } = await serve({
      'feed.test/rss': rss(item(1, 'le premier texte'), item(2, 'le deuxième texte')),
    });
    const ledger = new MemoryLedger();
    const first = await run([feed], ledger);
    expect(first.items).toMatchObject({ in: 2, out: 2, dropped: {} });
    expect(first.sources[0]).toMatchObject({ reached: true, documents: { fetched: 1, unchanged: 0 } });
    expect([...ledger.posts.values()][0]).toMatchObject({
      locator: 'http://feed.test/1',
      title: 'Item 1',
      text: 'le premier texte',
      publishedAt: '2026-04-02T10:01:00.000Z',
      languageHint: 'fra',
      permission: 'public-web',
    });

    const unchanged = await run([feed], ledger);
    expect(unchanged.sources[0]?.documents).toMatchObject({ fetched: 1, unchanged: 1 });
    expect(unchanged.items).toMatchObject({ in: 0, out: 0 });

    pages['feed.test/rss'] = rss(
      item(1, 'le premier texte'),
      item(2, 'le deuxième texte'),
      item(3, 'le troisième texte'),
    );
    const grown = await run([feed], ledger);
    expect(grown.items).toMatchObject({ in: 3, out: 1, dropped: { known: 2 } });
    expect([...agents]).toEqual([userAgent]);
  });

  it('that is no feed fails with a sentence and does not stop the others', async () => {
    await serve({ 'feed.test/rss': rss(item(1, 'un texte')), 'bad.test/rss': '<html><p>not a feed' });
    const bad = source({ id: 'bad', kind: 'feed', url: 'http://bad.test/rss' });
    const report = await run([bad, feed], new MemoryLedger());
    expect(report.sources[0]).toMatchObject({ documents: { failed: { 'not-a-feed': 1 } } });
    expect(report.sources[0]?.error).toContain('http://bad.test/rss: expected an RSS, Atom, RDF or JSON feed');
    expect(report.items.out).toBe(1);
  });
});

describe('a website', () => {
  const site = source({
    id: 'news',
    kind: 'website',
    start: ['http://news.test/'],
    sitemaps: ['http://news.test/sitemap.xml'],
    follow: ['/', '/a/*'],
    articles: ['/a/*.html'],
  });
  const pages = (): Record<string, Answer> => ({
    'news.test/':
      '<a href="/a/1.html?utm_source=x">one</a> <a href="/elsewhere">no</a> <a href="http://other.test/a/9.html">other</a>',
    'news.test/sitemap.xml': {
      type: 'application/xml',
      body: '<sitemapindex><sitemap><loc>http://news.test/sitemap-1.xml</loc></sitemap></sitemapindex>',
    },
    'news.test/sitemap-1.xml': {
      type: 'application/xml',
      body: '<urlset><url><loc>http://news.test/a/2.html</loc></url><url><loc>http://news.test/a/3.html</loc></url></urlset>',
    },
    'news.test/a/1.html': article('Le port rouvre', 'Le port a rouvert hier matin'),
    'news.test/a/2.html': article('La gare ferme', 'La gare ferme ses portes pour travaux'),
  });

  it('is walked through links and sitemap indexes, and articles become posts', async () => {
    const { asked } = await serve(pages());
    const ledger = new MemoryLedger();
    const report = await run([site], ledger);
    expect(report.sources[0]?.documents).toEqual({ fetched: 5, unchanged: 0, skipped: {}, failed: { 'http-404': 1 } });
    expect(report.items).toMatchObject({ in: 2, out: 2 });
    const post = [...ledger.posts.values()].find(({ locator }) => locator === 'http://news.test/a/1.html');
    expect(post).toMatchObject({
      title: 'Le port rouvre',
      publishedAt: '2026-04-02T09:00:00.000Z',
      languageHint: 'fra',
    });
    expect(post?.text).toContain('Une seconde réunion aura lieu');
    expect(asked.filter((path) => path.startsWith('other.test') || path.includes('elsewhere'))).toEqual([]);
    expect(asked.filter((path) => path.endsWith('/robots.txt'))).toHaveLength(1);
  });

  it('gives nothing new on a second run and asks no article twice', async () => {
    const { asked } = await serve(pages());
    const ledger = new MemoryLedger();
    await run([site], ledger);
    const before = asked.length;
    const again = await run([site], ledger);
    expect(again.items).toMatchObject({ in: 0, out: 0 });
    expect(asked.slice(before).filter((path) => path.includes('/a/1') || path.includes('/a/2'))).toEqual([]);
  });

  it('is left alone where robots.txt says so', async () => {
    const { asked } = await serve({ ...pages(), 'news.test/robots.txt': 'User-agent: *\nDisallow: /a/2' });
    const ledger = new MemoryLedger();
    const report = await run([site], ledger);
    expect(report.sources[0]?.documents.skipped).toEqual({ robots: 1 });
    expect(asked).not.toContain('news.test/a/2.html');
    expect(ledger.states['skipped: robots']).toBe(1);
  });

  it('is not kept where a page asks so', async () => {
    await serve({
      ...pages(),
      'news.test/a/1.html': `<meta name="robots" content="noindex">${article('x', 'y')}`,
      'news.test/a/2.html': { headers: { 'x-robots-tag': 'noarchive' }, body: article('x', 'y') },
    });
    const report = await run([site], new MemoryLedger());
    expect(report.sources[0]?.documents.skipped).toEqual({ noindex: 2 });
    expect(report.items.out).toBe(0);
  });

  it.each([
    ['answers 500', { status: 500 }, 'robots-unreachable', 0],
    ['answers 503', { status: 503, headers: { 'retry-after': '1' } }, 'robots-unreachable', 0],
    [
      'breaks the connection',
      (request: { socket: { destroy: () => void } }) => request.socket.destroy(),
      'robots-unreachable',
      0,
    ],
    ['answers 403', { status: 403 }, 'robots', 0],
    ['answers 401', { status: 401 }, 'robots', 0],
    ['answers 404', { status: 404 }, '', 2],
    ['answers 410', { status: 410 }, '', 2],
    ['redirects in circles', { status: 302, headers: { location: '/robots.txt' } }, '', 2],
  ] as const)('whose robots.txt %s is treated by RFC 9309', async (_name, answer, reason, posts) => {
    const { asked } = await serve({ ...pages(), 'news.test/robots.txt': answer as Answer });
    const report = await run([site], new MemoryLedger());
    expect(report.items.out).toBe(posts);
    if (reason === '') return;
    expect(asked.filter((path) => path !== 'news.test/robots.txt')).toEqual([]);
    expect(report.sources[0]?.error).toContain('news.test/robots.txt');
    const { failed, skipped } = report.sources[0]?.documents ?? {};
    expect({ ...failed, ...skipped }).toEqual({ [reason]: 2 });
  });

  it('that no longer answers is reported and its pages are kept for later', async () => {
    const { pages: served } = await serve(pages());
    const ledger = new MemoryLedger();
    served['news.test/a/2.html'] = { status: 503 };
    const report = await run([site], ledger);
    expect(report.sources[0]?.documents.failed).toEqual({ 'http-404': 1, 'http-503': 1 });
    expect(ledger.states).toMatchObject({ 'queued: http-503': 1 });
    served['news.test/a/2.html'] = article('La gare ferme', 'La gare ferme ses portes pour travaux');
    expect((await run([site], ledger)).items.out).toBe(1);
  });

  it('in a private network is refused unless it is listed', async () => {
    const { port } = await serve({});
    const local = source({ id: 'local', kind: 'website', start: [`http://127.0.0.1:${port}/`] });
    const named = source({ id: 'named', kind: 'website', start: [`http://localhost:${port}/`] });
    const effects = testEffects();
    const refused = await run([local, named], new MemoryLedger(), { effects });
    expect(
      refused.sources.map(({ reached, error }) => [reached, error?.includes('not on the public internet')]),
    ).toEqual([
      [false, true],
      [false, true],
    ]);
    expect(web?.asked).toEqual([]);
    const allowed = await run([local], new MemoryLedger(), { effects, allowPrivateHosts: ['127.0.0.1'] });
    expect(allowed.sources[0]?.reached).toBe(true);
  });

  it('takes up what a killed run held', async () => {
    await serve(pages());
    const ledger = new MemoryLedger();
    const effects = testEffects(web?.dial);
    const now = effects.clock().toISOString();
    const leaseUntil = new Date(effects.clock().getTime() + 60_000).toISOString();
    await ledger.addDocuments([{ sourceId: 'news', url: 'http://news.test/a/2.html', role: 'page', depth: 1 }]);
    await ledger.keepNote('news', 'leased-until', leaseUntil);
    await ledger.claimDocuments('news', 1, now, leaseUntil);
    const report = await run([site], ledger, { effects });
    expect(report.items.out).toBe(2);
    expect(ledger.states.leased).toBeUndefined();
  });

  it('is given back when the run is interrupted', async () => {
    const controller = new AbortController();
    const { pages: served } = await serve(pages());
    served['news.test/a/1.html'] = () => controller.abort();
    const ledger = new MemoryLedger();
    const report = await run([site], ledger, { signal: controller.signal });
    expect(ledger.states.leased).toBeUndefined();
    expect(ledger.states['queued: interrupted']).toBeGreaterThan(0);
    expect(report.sources).toHaveLength(1);
    served['news.test/a/1.html'] = article('Le port rouvre', 'Le port a rouvert hier matin');
    await run([site], ledger);
    expect(ledger.posts.size).toBe(2);
  });

  it('is asked with the pause it wants', async () => {
    await serve({ ...pages(), 'news.test/robots.txt': 'User-agent: *\nCrawl-delay: 7' });
    const effects = testEffects(web?.dial);
    await run([site], new MemoryLedger(), { effects });
    expect(effects.slept.filter((milliseconds) => milliseconds >= 6900 && milliseconds <= 7000).length).toBeGreaterThan(
      3,
    );
  });
});

describe('a forum', () => {
  const forum = source({
    id: 'forum',
    kind: 'website',
    start: ['http://forum.test/'],
    follow: ['/', '/t/*'],
    articles: [],
    threads: { match: ['/t/*'], post: 'article.post', text: '.body', author: '.author', time: 'time' },
  });
  const post = (id: string, author: string, text: string): string =>
    `<article class="post" id="${id}"><b class="author">${author}</b><time datetime="2026-05-01T12:00:00Z">1 May</time><div class="body"><blockquote>quoted words</blockquote><p>${text}</p></div></article>`;

  it('gives one post an element, over all pages of a thread', async () => {
    await serve({
      'forum.test/': '<a href="/t/1">thread</a>',
      'forum.test/t/1': `${post('p1', 'amina', 'the first words of it')}${post('p2', 'karim', 'a second answer')}<a rel="next" href="/t/1?page=2">2</a>`,
      'forum.test/t/1?page=2': post('p3', 'amina', 'and a third one'),
    });
    const ledger = new MemoryLedger();
    const report = await run([forum], ledger);
    expect(report.items).toMatchObject({ in: 3, out: 3 });
    const posts = [...ledger.posts.values()];
    expect(posts.map(({ locator }) => locator)).toEqual([
      'http://forum.test/t/1#p1',
      'http://forum.test/t/1#p2',
      'http://forum.test/t/1?page=2#p3',
    ]);
    expect(posts[0]).toMatchObject({ text: 'the first words of it', publishedAt: '2026-05-01T12:00:00.000Z' });
    expect(posts[0]?.authorHash).toBe(posts[2]?.authorHash);
    expect(JSON.stringify([...ledger.posts.values()])).not.toContain('amina');
  });

  it('is asked again at the end of its threads when a listing has changed', async () => {
    const { pages, asked } = await serve({
      'forum.test/': { headers: { etag: '"1"' }, body: '<a href="/t/1">thread</a>' },
      'forum.test/t/1': `${post('p1', 'amina', 'the first words of it')}<a rel="next" href="/t/1?page=2">2</a>`,
      'forum.test/t/1?page=2': post('p2', 'karim', 'a second answer'),
    });
    const ledger = new MemoryLedger();
    const effects = testEffects(web?.dial);
    const runLater = async () => {
      await effects.sleep(3_600_000);
      return run([forum], ledger, { effects });
    };
    await runLater();
    asked.length = 0;
    await runLater();
    expect(asked).toEqual(['forum.test/']);

    pages['forum.test/'] = { headers: { etag: '"2"' }, body: '<a href="/t/1">thread, two new answers</a>' };
    pages['forum.test/t/1?page=2'] =
      `${post('p2', 'karim', 'a second answer')}${post('p3', 'salma', 'a third answer')}<a rel="next" href="/t/1?page=3">3</a>`;
    pages['forum.test/t/1?page=3'] = post('p4', 'amina', 'a fourth answer');
    asked.length = 0;
    const grown = await runLater();
    expect(grown.items).toMatchObject({ in: 3, out: 2, dropped: { known: 1 } });
    expect(asked).not.toContain('forum.test/t/1');
  });
});

describe('collect', () => {
  it('names an unknown source and lists the known ones', async () => {
    const feed = source({ id: 'gazette', kind: 'feed', url: 'http://feed.test/rss' });
    await expect(run([feed], new MemoryLedger(), { only: ['gazete'] })).rejects.toMatchObject({
      code: 'unknown-source',
      remedy: 'Choose from: gazette.',
    });
  });
});
