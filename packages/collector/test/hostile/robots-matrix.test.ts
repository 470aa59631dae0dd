import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { collect, type Source, sourceSpec } from '../../dist/index.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { type Answer, openWeb, testEffects, type Web } from '../support/web.js';

const LIMITS = { connectMilliseconds: 300, headerMilliseconds: 300, idleMilliseconds: 300, totalMilliseconds: 600 };
const DAY = 24 * 3600 * 1000;

let web: Web | undefined;
let stray: { server: Server; sockets: Set<Socket> } | undefined;
afterEach(async () => {
  await web?.close();
  for (const socket of stray?.sockets ?? []) socket.destroy();
  await new Promise<void>((resolve) => (stray ? stray.server.close(() => resolve()) : resolve()));
  web = undefined;
  stray = undefined;
});

const site: Source = sourceSpec.parse({
  id: 'news',
  name: 'news',
  kind: 'website',
  start: ['http://news.test/'],
  gapSeconds: 0,
});
const pages = (robots: Answer): Record<string, Answer> => ({
  'news.test/robots.txt': robots,
  'news.test/': '<a href="/open">a</a><a href="/closed">b</a>',
  'news.test/open': '<p>words that may be read by anybody who comes along</p>',
  'news.test/closed': '<p>words that are not for robots to read or to keep</p>',
});

const run = async (robots: Answer, more: Record<string, Answer> = {}) => {
  web = await openWeb({ ...pages(robots), ...more });
  const ledger = new MemoryLedger();
  const effects = testEffects(web.dial);
  const collectOnce = () =>
    collect([site], {
      ledger,
      effects,
      userAgent: 'Marsad/0.1 (+https://example.org/contact)',
      allowPrivateHosts: [],
      limits: LIMITS,
    });
  const report = await collectOnce();
  const { asked } = web;
  return {
    report,
    effects,
    collectOnce,
    asked,
    pagesAsked: () => asked.filter((path) => !path.endsWith('/robots.txt')),
  };
};

const RULES = 'User-agent: *\nDisallow: /closed\n';
const redirects = (count: number, end: Answer): Record<string, Answer> => ({
  ...Object.fromEntries(
    Array.from({ length: count - 1 }, (_, n) => [
      `news.test/r${n}`,
      { status: 302, headers: { location: `/r${n + 1}` } },
    ]),
  ),
  [`news.test/r${count - 1}`]: end,
});
const first: Answer = { status: 301, headers: { location: '/r0' } };
const broken =
  (bytes: string): Answer =>
  (_request, response) => {
    response.socket?.end(bytes);
  };

describe('a host whose robots.txt cannot be had is asked for nothing else', () => {
  it.each<[string, Answer, Record<string, Answer>?]>([
    ...[500, 501, 502, 503, 504, 507, 520, 599, 429].map((status): [string, Answer] => [
      `answers ${status}`,
      { status },
    ]),
    ['answers 500 with rules in it', { status: 500, body: 'User-agent: *\nAllow: /' }],
    ['breaks the connection', (request) => void request.socket.destroy()],
    ['resets the connection', (request) => void request.socket.resetAndDestroy()],
    ['breaks off in its header', broken('HTTP/1.1 200 O')],
    ['breaks off in its body', broken('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nUser-agent: *\nAllow: /\n')],
    ['breaks off in its chunks', broken('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n17\r\nUser-agent: *')],
    ['is no HTTP', broken('SSH-2.0-OpenSSH_9.7\r\n')],
    ['is coded as it does not say', { headers: { 'content-encoding': 'gzip' }, body: 'User-agent: *\nAllow: /' }],
    ['is coded twice', { headers: { 'content-encoding': 'gzip, gzip' }, body: 'x' }],
    ['never answers', () => {}],
    ['never ends its body', (_request, response) => void response.writeHead(200).write('User-agent: *\n')],
    ['redirects to a 500', first, redirects(1, { status: 500 })],
    ['redirects five times to a 503', first, redirects(5, { status: 503 })],
    ['redirects to what never answers', first, redirects(1, () => {})],
    [
      'redirects to another host that answers 500',
      { status: 302, headers: { location: 'http://b.test/r' } },
      { 'b.test/r': { status: 500 } },
    ],
    ['redirects to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }],
    ['redirects to data', { status: 302, headers: { location: 'data:text/plain,User-agent:*' } }],
  ])('%s', async (_name, robots, more = {}) => {
    const { report, pagesAsked } = await run(robots, more);
    expect(pagesAsked().filter((path) => /^news\.test\/(?:$|open|closed)/.test(path))).toEqual([]);
    expect(report.sources[0]).toMatchObject({
      reached: false,
      documents: { fetched: 0, failed: { 'robots-unreachable': 1 } },
    });
    expect(report.sources[0]?.error).toContain('while its rules are not known, nothing is fetched');
  });

  it('is asked over TLS and greets in another protocol, or with a certificate nobody vouches for', async () => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    stray = { server, sockets };
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const source = sourceSpec.parse({
      id: 'tls',
      name: 't',
      kind: 'website',
      start: ['https://tls.test/'],
      gapSeconds: 0,
    });
    const report = await collect([source], {
      ledger: new MemoryLedger(),
      effects: testEffects(() => ({ host: '127.0.0.1', port })),
      userAgent: 'Marsad/0.1 (+https://example.org/contact)',
      allowPrivateHosts: [],
      limits: LIMITS,
    });
    expect(report.sources[0]).toMatchObject({ reached: false, documents: { failed: { 'robots-unreachable': 1 } } });
  });
});

describe('a host whose robots.txt says no is asked for nothing else', () => {
  it.each<[string, Answer]>([
    ['401', { status: 401 }],
    ['403', { status: 403 }],
    ['Disallow: /', 'User-agent: *\nDisallow: /'],
    ['Disallow: / for us by name', 'User-agent: *\nAllow: /\n\nUser-agent: MARSAD\nDisallow: /'],
    ['Disallow: / after a byte order mark', '\uFEFFUser-agent: *\nDisallow: /'],
    ['Disallow: / in lines that end in CR', 'User-agent: *\rDisallow: /\r'],
    ['Disallow: / in UTF-8 with NUL before it', 'x: \0\nUser-agent: *\nDisallow: /'],
    ['Disallow: / as another content type', { type: 'application/octet-stream', body: 'User-agent: *\nDisallow: /' }],
    ['Disallow: / after 490 KiB of comments', `${'# comment\n'.repeat(50_000)}User-agent: *\nDisallow: /`],
    ['Disallow: / before two megabytes of junk', `User-agent: *\nDisallow: /\n${'x'.repeat(2_000_000)}`],
  ])('%s', async (_name, robots) => {
    const { report, pagesAsked } = await run(robots);
    expect(pagesAsked()).toEqual([]);
    expect(report.sources[0]?.documents.skipped).toEqual({ robots: 1 });
  });
});

describe('a host is asked for what its robots.txt leaves open', () => {
  const everything = ['news.test/', 'news.test/closed', 'news.test/open'];
  const allButClosed = ['news.test/', 'news.test/open'];
  it.each<[string, Answer, string[], Record<string, Answer>?]>([
    ['rules', RULES, allButClosed],
    ['rules in HTML are read as they stand', { type: 'text/html', body: `<html>\n${RULES}</html>` }, allButClosed],
    [
      'HTML without rules',
      { type: 'text/html', body: '<!doctype html><title>404</title><p>User-agent: none here' },
      everything,
    ],
    ['nothing', '', everything],
    ['binary', { body: Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7) % 256)) }, everything],
    ...[400, 404, 405, 406, 410, 418, 451].map((status): [string, Answer, string[]] => [
      String(status),
      { status },
      everything,
    ]),
    ...[1, 2, 3, 4, 5].map((count): [string, Answer, string[], Record<string, Answer>] => [
      `rules after ${count} redirects`,
      first,
      allButClosed,
      redirects(count, RULES),
    ]),
    ['a sixth redirect is not followed', first, everything, redirects(6, RULES)],
    [
      'rules at another host',
      { status: 302, headers: { location: 'http://b.test/r' } },
      allButClosed,
      { 'b.test/r': RULES },
    ],
    [
      'a wildcard storm',
      `User-agent: *\n${`Disallow: /${'*a'.repeat(100)}\n`.repeat(2_000)}Disallow: /closed`,
      allButClosed,
    ],
  ])('%s', async (_name, robots, expected, more = {}) => {
    const { pagesAsked } = await run(robots, more);
    const onSite = pagesAsked().filter((path) => /^news\.test\/(?:$|open|closed)/.test(path));
    expect([...onSite].sort()).toEqual(expected);
  });
});

describe('robots.txt', () => {
  const robotsAsked = (asked: readonly string[]): number =>
    asked.filter((path) => path === 'news.test/robots.txt').length;

  it('is asked once a day, over all runs, and its rules are those of that day', async () => {
    const { effects, collectOnce, asked, pagesAsked } = await run(RULES);
    if (web) web.pages['news.test/robots.txt'] = 'User-agent: *\nDisallow: /';
    await effects.sleep(DAY - 60_000);
    await collectOnce();
    expect(robotsAsked(asked)).toBe(1);
    await effects.sleep(60_000);
    asked.length = 0;
    const report = await collectOnce();
    expect(robotsAsked(asked)).toBe(1);
    expect(pagesAsked()).toEqual([]);
    expect(report.sources[0]?.documents.skipped).toEqual({ robots: 1 });
  });

  it('that could not be had is asked again by the next run', async () => {
    const { collectOnce, asked, pagesAsked } = await run({ status: 500 });
    expect(pagesAsked()).toEqual([]);
    if (web) web.pages['news.test/robots.txt'] = RULES;
    asked.length = 0;
    await collectOnce();
    expect(robotsAsked(asked)).toBe(1);
    expect(pagesAsked().sort()).toEqual(['news.test/', 'news.test/open']);
  });

  it('is not believed for years because a clock was set back', async () => {
    const { effects, collectOnce, asked } = await run(RULES);
    await effects.sleep(-400 * DAY);
    asked.length = 0;
    await collectOnce();
    expect(robotsAsked(asked)).toBe(1);
  });

  it('changes in the middle of a run that lasts longer than a day', async () => {
    web = await openWeb(pages(RULES));
    const effects = testEffects(web.dial);
    const served = web;
    const slow = sourceSpec.parse({ ...site, gapSeconds: 3600, maximumMinutes: 10_000 });
    served.pages['news.test/'] = Array.from({ length: 60 }, (_, n) => `<a href="/n${n}">x</a>`).join('');
    let asked = 0;
    for (let n = 0; n < 60; n += 1) {
      served.pages[`news.test/n${n}`] = (_request, response) => {
        asked += 1;
        if (asked === 10) served.pages['news.test/robots.txt'] = 'User-agent: *\nDisallow: /';
        response
          .setHeader('content-type', 'text/html')
          .end(`<p>words of page ${n}, which are not those of any other page</p>`);
      };
    }
    const report = await collect([slow], {
      ledger: new MemoryLedger(),
      effects,
      userAgent: 'Marsad/0.1 (+https://example.org/contact)',
      allowPrivateHosts: [],
    });
    expect(robotsAsked(served.asked)).toBe(2);
    // A page an hour: those of the first day, and none after it.
    expect(asked).toBeGreaterThanOrEqual(20);
    expect(asked).toBeLessThanOrEqual(24);
    expect(report.sources[0]?.documents.skipped.robots).toBe(60 - asked);
  });
});

describe('what a page asks of robots', () => {
  const noted = async (html: string, headers: Record<string, string> = {}) => {
    const { report, pagesAsked } = await run('', {
      'news.test/open': {
        headers,
        body: `${html}<p>words that may be read by anybody who comes along</p><a href="/beyond">c</a>`,
      },
      'news.test/closed': { status: 404 },
      'news.test/beyond': '<p>words of a page that stands behind another page</p>',
    });
    return { kept: report.items.out, skipped: report.sources[0]?.documents.skipped, asked: pagesAsked() };
  };

  it.each([
    ['a meta element with noindex', '<meta name="robots" content="noindex">', {}],
    ['a meta element with noarchive', '<META NAME="ROBOTS" CONTENT="NOARCHIVE">', {}],
    ['a meta element for us', '<meta name="marsad" content="none">', {}],
    ['a header with noindex', '', { 'x-robots-tag': 'noindex' }],
    ['a header with noarchive among others', '', { 'x-robots-tag': 'max-snippet: 3, noarchive' }],
  ])('%s: it is not kept', async (_name, html, headers: Record<string, string>) => {
    const { kept, skipped, asked } = await noted(html, headers);
    expect(skipped).toEqual({ noindex: 1 });
    const follows = !html.includes('none');
    expect(kept).toBe(follows ? 1 : 0);
    expect(asked.includes('news.test/beyond')).toBe(follows);
  });

  it.each([
    ['a meta element', '<meta name="robots" content="nofollow">', {}],
    ['a header', '', { 'x-robots-tag': 'nofollow' }],
  ])(
    '%s with nofollow: it is kept, its links are not followed',
    async (_name, html, headers: Record<string, string>) => {
      const { kept, asked } = await noted(html, headers);
      expect(kept).toBe(1);
      expect(asked).not.toContain('news.test/beyond');
    },
  );

  it.each([
    ['a meta element', '<meta name="googlebot" content="noindex, nofollow">', {}],
    ['a header', '', { 'x-robots-tag': 'googlebot: noindex' }],
  ])('%s for another robot is for that one', async (_name, html, headers: Record<string, string>) => {
    const { kept } = await noted(html, headers);
    expect(kept).toBe(2);
  });
});
