import { describe, expect, it } from 'vitest';
import type { ListedFile } from '../../src/server/listed-files.js';
import { observatoryApp } from '../../src/server/observatory-app.js';

const file = (text: string, type: string): ListedFile => ({
  bytes: new TextEncoder().encode(text),
  type,
  etag: `"${text}"`,
  immutable: false,
});
const app = observatoryApp(
  new Map([
    ['/index.html', file('page', 'text/html; charset=utf-8')],
    ['/data/manifest.json', file('{}', 'application/json; charset=utf-8')],
  ]),
  ['127.0.0.1', 'localhost'],
);
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

  it('gives listed files and nothing else, however the path is written', async () => {
    expect((await ask('/data/manifest.json')).status).toBe(200);
    const paths = [
      '/package.json',
      '/data/../package.json',
      '/data/%2e%2e/package.json',
      '/data/..%2fpackage.json',
      '/data/..%5cpackage.json',
      '/data//manifest.json',
      '/data/manifest.json%00',
      '/%2fetc/passwd',
    ];
    for (const path of paths) expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });

  it('refuses a Host that is not this machine', async () => {
    expect((await ask('/', {}, 'evil.example')).status).toBe(404);
    expect((await ask('/', {}, 'localhost:8600')).status).toBe(200);
  });

  it('answers 304 to whoever has the file already', async () => {
    const answer = await ask('/', { headers: { 'if-none-match': '"page"' } });
    expect(answer.status).toBe(304);
  });

  it('takes no other method than GET and HEAD', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });
});
