import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/server/listed-files.js';
import { requestPolicy } from '../../src/server/request-origin.js';
import { siteApp } from '../../src/server/site-app.js';
import { SMALL_SITE } from './listed.js';

const app = siteApp({ filesFor: async () => SMALL_SITE, requests: requestPolicy(undefined), https: false });
const ask = (path: string, init: RequestInit = {}, host = '127.0.0.1:8600') =>
  app.request(`http://127.0.0.1:8600${path}`, { ...init, headers: { host, ...init.headers } });

describe('the server of an observatory', () => {
  it('answers / with the viewer under a policy that lets nothing in from elsewhere', async () => {
    const answer = await ask('/');
    expect(await answer.text()).toBe('page');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('may be framed by pages of this machine in its small view, and otherwise by nobody', async () => {
    const framing = async (path: string) =>
      /frame-ancestors ([^;]*)/.exec((await ask(path)).headers.get('content-security-policy') ?? '')?.[1];
    expect(await framing('/')).toBe("'none'");
    expect(await framing('/?lang=ar')).toBe("'none'");
    expect(await framing('/?lang=ar&embed=1')).toBe("'self' http://127.0.0.1:* http://localhost:*");
  });

  it('refuses a Host that is not this machine', async () => {
    expect((await ask('/', {}, 'evil.example')).status).toBe(404);
    expect((await ask('/', {}, 'localhost:8600')).status).toBe(200);
  });

  it('answers 304 to whoever has the file already', async () => {
    const answer = await ask('/', { headers: { 'if-none-match': '"page"' } });
    expect(answer.status).toBe(304);
  });

  it('gives texts compressed to whoever takes them so, compressed once, and 304 to whoever has them in either form', async () => {
    const text = 'a figure and another '.repeat(500);
    const own = siteApp({
      filesFor: async () => listFiles(new Map([['region.json', new TextEncoder().encode(text)]]), '/'),
      requests: requestPolicy(undefined),
      https: false,
    });
    const get = (headers: Record<string, string>, method = 'GET') =>
      own.request('http://127.0.0.1:8600/region.json', { method, headers: { host: '127.0.0.1:8600', ...headers } });
    const plain = await get({});
    expect(await plain.text()).toBe(text);
    expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([null, 'Accept-Encoding']);
    const packed = await get({ 'accept-encoding': 'br, gzip;q=0.8' });
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(text);
    expect((await get({ 'accept-encoding': 'gzip' }, 'HEAD')).headers.get('content-encoding')).toBe('gzip');
    const tags = [plain, packed].map(({ headers }) => headers.get('etag') ?? '');
    expect(tags[1]).toBe(`W/${tags[0]}`);
    for (const tag of [...tags, `"other", ${tags[1]}`, '*']) {
      const again = await get({ 'accept-encoding': 'gzip', 'if-none-match': tag });
      expect([again.status, await again.text()], tag).toEqual([304, '']);
    }
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
    for (const none of ['gzip;q=0', 'identity', 'br', '*;q=0'])
      expect((await get({ 'accept-encoding': none })).headers.get('content-encoding'), none).toBeNull();
    expect((await get({ 'accept-encoding': '*' })).headers.get('content-encoding')).toBe('gzip');
  });

  it('takes no other method than GET and HEAD', async () => {
    const post = { method: 'POST', headers: { origin: 'http://127.0.0.1:8600' } };
    expect((await ask('/', post)).status).toBe(405);
    expect(await (await ask('/', { method: 'HEAD' })).text()).toBe('');
  });

  it('makes a file that is made when it is asked for only for whoever wants its content', async () => {
    let made = 0;
    const bytes = async () => {
      made += 1;
      return new Uint8Array([made]);
    };
    const copy = { bytes, type: 'application/zip', etag: '"copy"', immutable: false };
    const own = siteApp({
      filesFor: async () => new Map([['/copy.zip', copy]]),
      requests: requestPolicy(undefined),
      https: false,
    });
    const url = 'http://127.0.0.1:8600/copy.zip';
    const headers = { host: '127.0.0.1:8600' };
    expect((await own.request(url, { method: 'HEAD', headers })).status).toBe(200);
    expect((await own.request(url, { headers: { ...headers, 'if-none-match': '"copy"' } })).status).toBe(304);
    expect(made).toBe(0);
    await own.request(url, { headers });
    expect(made).toBe(1);
  });
});
