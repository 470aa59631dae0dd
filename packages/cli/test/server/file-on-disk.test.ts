import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOnDisk } from '../../src/server/file-on-disk.js';
import { requestPolicy } from '../../src/server/request-origin.js';
import { siteApp } from '../../src/server/site-app.js';

/** More than is read at once. */
const CONTENT = Uint8Array.from({ length: 600_001 }, (_, at) => (at * 7919) % 251);

let work: string;
let path: string;
let close: () => Promise<void>;
let ask: (headers?: Record<string, string>, method?: string) => Promise<Response>;

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'marsad-disk-'));
  path = join(work, 'city.pmtiles');
  writeFileSync(path, CONTENT);
  const opened = await fileOnDisk(path, 'application/octet-stream', 'content');
  close = opened.close;
  const files = new Map([['/basemap/city.pmtiles', opened.file]]);
  const app = siteApp({ filesFor: async () => files, requests: requestPolicy(undefined), https: false });
  ask = async (headers = {}, method = 'GET') =>
    app.request('http://127.0.0.1:8600/basemap/city.pmtiles', {
      method,
      headers: { host: '127.0.0.1:8600', 'accept-encoding': 'gzip', ...headers },
    });
});
afterEach(async () => {
  await close();
  rmSync(work, { recursive: true, force: true });
});

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

describe('a file on disk that is served', () => {
  it('is given whole, and as it is, to whoever asks for all of it', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe('600001');
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await bytesOf(answer)).toEqual(CONTENT);
  });

  it('is given in the part that is asked for, under the same policy as everything', async () => {
    const answer = await ask({ range: 'bytes=262100-524400' });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('bytes 262100-524400/600001');
    expect(answer.headers.get('content-length')).toBe('262301');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await bytesOf(answer)).toEqual(CONTENT.subarray(262100, 524401));
  });

  it('answers 416 with its size where nothing of it is asked for', async () => {
    const answer = await ask({ range: 'bytes=600001-' });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe('bytes */600001');
    expect(await bytesOf(answer)).toHaveLength(0);
  });

  it('is given whole where the reader holds a part of another, and in parts where of this one', async () => {
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"content"' })).status).toBe(206);
  });

  it('tells its size to whoever asks for the heads alone, and 304 to whoever has it', async () => {
    const head = await ask({ range: 'bytes=0-9' }, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '600001']);
    expect((await ask({ 'if-none-match': '"content"' })).status).toBe(304);
  });

  it('is not for a Host that is not ours', async () => {
    expect((await ask({ host: 'evil.example', range: 'bytes=0-9' })).status).toBe(404);
  });

  it('ends an answer in an error where the file has become shorter', async () => {
    const answer = await ask();
    truncateSync(path, 1000);
    await expect(answer.arrayBuffer()).rejects.toThrow('shorter than it was');
  });
});
