import { execFile } from 'node:child_process';
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../../map-ui/test/browser/browser.js';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const run = promisify(execFile);
const marsad = (...words: string[]) => run(process.execPath, [BIN, ...words]);

/** The strictest policy that a host could set: the page must live with it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** As plain a web server as there is: files below a path, the commonest types, nothing else. */
const serveFolder = (folder: string, prefix: string, headers: Readonly<Record<string, string>>): Promise<Server> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = join(folder, pathname === prefix ? 'index.html' : pathname.slice(prefix.length - 1));
    if (!pathname.startsWith(prefix) || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...headers });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
};

let work: string;
let snapshot: string;
let browser: Browser;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'marsad-publish-'));
  await marsad('demo', '--no-serve', '--work', join(work, 'demo'));
  snapshot = join(work, 'demo', 'snapshot');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
});

describe('marsad snapshot publish', () => {
  it.each([
    ['/', {}],
    ['/hubs/al-manar/2026/', {}],
    ['/under/a/policy/', { 'content-security-policy': POLICY }],
  ])(
    'writes a site that works below %s with the headers %j and asks nobody else for anything',
    async (prefix, headers) => {
      const dir = join(work, `site${prefix.replaceAll('/', '-')}`);
      const { stdout } = await marsad('--json', 'snapshot', 'publish', dir, '--from', snapshot);
      expect(JSON.parse(stdout)).toMatchObject({
        site: { path: dir, snapshot: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
      const server = await serveFolder(dir, prefix, headers);
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      try {
        const page = await browser.newPage();
        const asked: string[] = [];
        const faults: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('requestfailed', (request) => faults.push(`failed ${request.url()}`));
        page.on('response', (response) => {
          if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
        });
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(message.text());
        });
        await page.goto(`${origin}${prefix}?lang=ar`);
        await page.waitForSelector('[data-map-ready="true"]');
        await page.getByTestId('row-el-mahatta').click();
        expect(await page.getByTestId('panel-rate').getAttribute('data-posts')).toMatch(/^\d+$/);
        await page.getByTestId('out-brief').click();
        await page.getByTestId('sheet-2').waitFor();
        await page.getByTestId('brief-back').click();
        await page.waitForSelector('[data-map-ready="true"]');
        const outside = asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(`${origin}${prefix}`));
        expect(outside).toEqual([]);
        expect(faults).toEqual([]);
        await page.close();
      } finally {
        server.closeAllConnections();
        server.close();
      }
    },
  );

  it('holds the snapshot unchanged, and gives the same bytes again', async () => {
    const dirs = ['first', 'second'].map((name) => join(work, name));
    for (const dir of dirs) await marsad('snapshot', 'publish', dir, '--from', snapshot);
    const [first = '', second = ''] = dirs;
    await marsad('snapshot', 'verify', join(first, 'data'));
    const files = readdirSync(first, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(first, name)).isFile(),
    );
    expect(files).toContain('index.html');
    for (const name of files)
      expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name)))).toBe(true);
  });

  it('refuses a folder that holds something else, a snapshot that was changed, and two snapshots at once', async () => {
    const full = mkdtempSync(join(work, 'full-'));
    writeFileSync(join(full, 'notes.txt'), 'mine');
    await expect(marsad('snapshot', 'publish', full, '--from', snapshot)).rejects.toMatchObject({ code: 2 });
    expect(readdirSync(full)).toEqual(['notes.txt']);

    const changed = join(work, 'changed');
    await marsad('snapshot', 'publish', changed, '--from', snapshot);
    const figures = join(changed, 'data', 'figures.json');
    writeFileSync(figures, readFileSync(figures, 'utf8').replace(/"posts":\d+/, '"posts":9999'));
    const target = join(work, 'from-changed');
    await expect(marsad('snapshot', 'publish', target, '--from', join(changed, 'data'))).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('figures.json: was changed'),
    });
    await expect(marsad('snapshot', 'publish', target)).rejects.toMatchObject({ code: 2 });
    expect(statSync(target, { throwIfNoEntry: false })).toBeUndefined();
  });
});
