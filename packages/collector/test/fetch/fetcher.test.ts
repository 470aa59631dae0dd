import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openFetcher, retryAfterSeconds } from '../../src/fetch/fetcher.js';
import { type Answer, openWeb, testEffects, testMemory, type Web } from '../support/web.js';

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const options = { gapSeconds: 0, accept: '*/*' };

/** Serves the pages under any host but `private.test`, which is not known to the dialler. */
const open = async (pages: Record<string, Answer>, allowPrivateHosts: string[] = []) => {
  const served = await openWeb(pages);
  web = served;
  const effects = testEffects((hostname, port) =>
    hostname.endsWith('.test') ? served.dial(hostname, port) : undefined,
  );
  const fetcher = openFetcher({
    effects,
    memory: testMemory(),
    userAgent: 'Marsad/0.1 (+https://example.org)',
    allowPrivateHosts,
  });
  return { served, effects, fetcher };
};

describe('openFetcher', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('decodes %s and stops at the cap for decoded bytes', async (coding, compress) => {
    const headers = { 'content-encoding': coding };
    const { fetcher } = await open({
      'a.test/small': { headers, body: compress('words') },
      'a.test/bomb': { headers, body: compress(Buffer.alloc(30_000_000)) },
    });
    const small = await fetcher.fetch('http://a.test/small', options);
    expect(small.kind === 'answer' ? Buffer.from(small.body).toString() : small).toBe('words');
    expect(await fetcher.fetch('http://a.test/bomb', options)).toMatchObject({
      kind: 'failed',
      reason: 'too-large',
      later: false,
    });
    await fetcher.close();
  });

  it.each([
    ['coded twice', { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('words'))],
    ['coded otherwise than asked', { 'content-encoding': 'zstd' }, 'words'],
    ['not what its header says', { 'content-encoding': 'gzip' }, 'words'],
    ['cut off', { 'content-encoding': 'gzip' }, gzipSync('words of a page '.repeat(50)).subarray(0, 20)],
  ])('refuses an answer that is %s', async (_name, headers, body) => {
    const { fetcher } = await open({ 'a.test/x': { headers, body } });
    expect(await fetcher.fetch('http://a.test/x', options)).toMatchObject({ kind: 'failed', reason: 'bad-answer' });
    await fetcher.close();
  });

  it('follows five redirects and not six', async () => {
    const pages: Record<string, Answer> = { 'a.test/6': 'the end' };
    for (let n = 0; n < 6; n += 1) pages[`a.test/${n}`] = { status: 302, headers: { location: `/${n + 1}` } };
    const { fetcher } = await open(pages);
    expect(await fetcher.fetch('http://a.test/1', options)).toMatchObject({ kind: 'answer', url: 'http://a.test/6' });
    expect(await fetcher.fetch('http://a.test/0', options)).toMatchObject({ reason: 'too-many-redirects' });
    await fetcher.close();
  });

  it('keeps the rules of the host a redirect leads to', async () => {
    const { fetcher, served } = await open({
      'a.test/x': { status: 301, headers: { location: 'http://b.test/y' } },
      'b.test/robots.txt': 'User-agent: *\nDisallow: /y',
      'b.test/y': 'secret',
    });
    expect(await fetcher.fetch('http://a.test/x', options)).toMatchObject({ kind: 'skipped', reason: 'robots' });
    expect(served.asked).not.toContain('b.test/y');
    await fetcher.close();
  });

  it.each([
    'http://127.0.0.1:PORT/x',
    'http://localhost:PORT/x',
    'http://[::1]:PORT/x',
    'http://2130706433:PORT/x',
    'http://0x7f.1:PORT/x',
    'http://[::ffff:127.0.0.1]:PORT/x',
  ])('does not let a redirect lead to %s', async (target) => {
    const { fetcher, served } = await open({});
    served.pages['a.test/x'] = { status: 302, headers: { location: target.replace('PORT', String(served.port)) } };
    const before = ['a.test/robots.txt', 'a.test/x'];
    const fetched = await fetcher.fetch('http://a.test/x', options);
    expect(fetched).toMatchObject({ kind: 'failed', reason: 'robots-unreachable' });
    expect(served.asked).toEqual(before);
    await fetcher.close();
  });

  it.each(['file:///etc/passwd', 'data:text/plain,x', 'javascript:1', 'http://'])(
    'does not follow a redirect to %s',
    async (location) => {
      const { fetcher } = await open({ 'a.test/x': { status: 302, headers: { location } } });
      expect(await fetcher.fetch('http://a.test/x', options)).toMatchObject({ kind: 'failed', reason: 'bad-redirect' });
      await fetcher.close();
    },
  );

  it('does not follow a redirect to an address of more than 2,048 characters', async () => {
    const long = (length: number): string => `/${'x'.repeat(length - 'http://a.test/'.length)}`;
    const { fetcher, served } = await open({
      'a.test/x': { status: 302, headers: { location: long(2_048) } },
      'a.test/y': { status: 302, headers: { location: long(2_049) } },
      [`a.test${long(2_048)}`]: 'words',
    });
    expect(await fetcher.fetch('http://a.test/x', options)).toMatchObject({ kind: 'answer' });
    expect(await fetcher.fetch('http://a.test/y', options)).toMatchObject({ kind: 'failed', reason: 'bad-redirect' });
    expect(served.asked.filter((path) => path.length > 2_000)).toHaveLength(1);
    await fetcher.close();
  });

  it('tries again after 503 and 429, with growing pauses or as the host asks', async () => {
    let tries = 0;
    const { fetcher, effects } = await open({
      'a.test/x': (_request, response) => {
        tries += 1;
        if (tries === 1) response.writeHead(503).end();
        else if (tries === 2) response.writeHead(429, { 'retry-after': '42' }).end();
        else response.writeHead(200).end('at last');
      },
    });
    expect(await fetcher.fetch('http://a.test/x', options)).toMatchObject({ kind: 'answer' });
    expect(effects.slept).toEqual([1000, 42_000]);
    await fetcher.close();
  });

  it('leaves a host alone that asks for a very long pause', async () => {
    const { fetcher, served } = await open({
      'a.test/x': { status: 503, headers: { 'retry-after': '86400' } },
      'a.test/y': 'words',
    });
    expect(await fetcher.fetch('http://a.test/x', options)).toMatchObject({
      kind: 'failed',
      reason: 'http-503',
      later: true,
    });
    expect(await fetcher.fetch('http://a.test/y', options)).toMatchObject({
      kind: 'failed',
      reason: 'host-gave-up',
      later: true,
    });
    expect(served.asked).toEqual(['a.test/robots.txt', 'a.test/x']);
    await fetcher.close();
  });

  it('leaves a host alone that has broken ten requests in a row', async () => {
    let asked = 0;
    const broken: Answer = (request) => {
      asked += 1;
      request.socket.destroy();
    };
    const { fetcher } = await open({ 'a.test/1': broken, 'a.test/2': broken, 'a.test/3': broken, 'a.test/4': broken });
    for (const n of [1, 2, 3])
      expect(await fetcher.fetch(`http://a.test/${n}`, options)).toMatchObject({ reason: 'connection-lost' });
    expect(await fetcher.fetch('http://a.test/4', options)).toMatchObject({ reason: 'host-gave-up', later: true });
    expect(asked).toBe(10);
    await fetcher.close();
  });

  it('reads no body of another content type', async () => {
    const { fetcher } = await open({ 'a.test/x': { type: 'video/mp4', body: 'x' } });
    expect(await fetcher.fetch('http://a.test/x', { ...options, contentTypes: /html/ })).toMatchObject({
      kind: 'skipped',
      reason: 'other-content-type',
    });
    await fetcher.close();
  });

  it('never has two requests to a host under way, and keeps the gap between them', async () => {
    let underWay = 0;
    let most = 0;
    const page: Answer = (_request, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setImmediate(() => {
        underWay -= 1;
        response.writeHead(200).end('words');
      });
    };
    const { fetcher, effects } = await open({ 'a.test/1': page, 'a.test/2': page, 'a.test/3': page, 'a.test/4': page });
    await Promise.all([1, 2, 3, 4].map((n) => fetcher.fetch(`http://a.test/${n}`, { ...options, gapSeconds: 3 })));
    expect(most).toBe(1);
    expect(effects.slept).toEqual([3000, 3000, 3000, 3000]);
    await fetcher.close();
  });

  it('takes a Crawl-delay over a minute for a minute', async () => {
    const { fetcher, effects } = await open({
      'a.test/robots.txt': 'User-agent: *\nCrawl-delay: 3600',
      'a.test/1': 'a',
    });
    await fetcher.fetch('http://a.test/1', options);
    expect(effects.slept).toEqual([60_000]);
    await fetcher.close();
  });
});

describe('retryAfterSeconds', () => {
  const now = new Date('2026-09-28T00:00:00Z');
  it.each([
    ['120', 120],
    ['Mon, 28 Sep 2026 00:01:30 GMT', 90],
    ['Mon, 28 Sep 2020 00:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('reads %s', (value, expected) => {
    expect(retryAfterSeconds(value, now)).toBe(expected);
  });
});
