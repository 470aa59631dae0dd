import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GROUND, TRACE } from '../../../map-ui/src/map/basemap-style.js';
import { paletteOf } from '../../../map-ui/src/view/palette.js';
import { startBrowser, watchedPage } from '../../../map-ui/test/browser/browser.js';
import { makePmtiles } from '../../../map-ui/test/browser/make-pmtiles.js';
import { serveFiles } from '../../../map-ui/test/browser/static-server.js';
import { siteOf } from '../../../map-ui/test/browser/viewer-files.js';
import { makeSnapshot } from '../../../map-ui/test/snapshot/make-snapshot.js';
import { type Basemap, openBasemap } from '../../src/basemap/open-basemap.js';
import { withBasemap } from '../../src/basemap/with-basemap.js';
import { fileOnDisk } from '../../src/server/file-on-disk.js';
import { listFiles } from '../../src/server/listed-files.js';
import { listen } from '../../src/server/listen.js';
import { requestPolicy } from '../../src/server/request-origin.js';
import { serveObservatory } from '../../src/server/serve-observatory.js';
import { siteApp } from '../../src/server/site-app.js';
import { siteFiles } from '../../src/site/site-files.js';
import { writeSite } from '../../src/site/write-site.js';

const SNAPSHOT = fileURLToPath(new URL('../../../../fixtures/snapshots/1.3.0', import.meta.url));
const AT = { host: '127.0.0.1', port: 0, clock: () => new Date('2026-11-22T12:00:00Z') };
/** Pixels of a colour from which on it is no chance. */
const MANY = 400;

let work: string;
let basemap: string;
let browser: Browser;
let context: BrowserContext;
let paper: Page;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'marsad-basemap-'));
  basemap = join(work, 'city.pmtiles');
  writeFileSync(
    basemap,
    makePmtiles({ attribution: '<img src=x onerror=alert(1)>&copy; Cartographers <b>&lt;b&gt;</b>' }),
  );
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  paper = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
});

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const overWater = (colour: string): number[] =>
  channels(colour).map((value, at) => (1 - TRACE.share) * value + TRACE.share * (channels(TRACE.water)[at] ?? 0));

/** How many pixels of the map have each colour, give or take 2 of 255. */
const count = async (page: Page, colours: readonly number[][]): Promise<number[]> => {
  const png = await page.getByTestId('map').screenshot();
  return paper.evaluate(
    async ([url, wanted]) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (canvas === null) throw new Error('the browser gives no canvas');
      canvas.drawImage(bitmap, 0, 0);
      const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      return wanted.map((colour) => {
        let found = 0;
        for (let at = 0; at < data.length; at += 4)
          if (colour.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) <= 2)) found += 1;
        return found;
      });
    },
    [`data:image/png;base64,${png.toString('base64')}`, colours] as const,
  );
};

/** Opens the page of a server, waits for its map and hands it over with what should not have happened. */
const openMap = async (url: string, withBasemap: boolean) => {
  const { page, faults } = await watchedPage(context, new URL(url).origin);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${url}?lang=fr&signal=hate`);
  if (withBasemap) await page.getByTestId('map-credit').waitFor();
  await page.waitForSelector('[data-map-ready="true"]');
  return { page, faults, asked };
};

/** A city with areas of many classes, served with a basemap or without. */
const serveSite = async (ground: Basemap | undefined) => {
  const files = new Map([...siteOf(makeSnapshot())].map(([path, file]) => [path, new Uint8Array(Buffer.from(file))]));
  const listed = listFiles(withBasemap(files, ground), '/');
  const opened = ground && (await fileOnDisk(ground.source, 'application/octet-stream', ground.path));
  if (ground && opened) listed.set(`/${ground.path}`, opened.file);
  const app = siteApp({ filesFor: async () => listed, requests: requestPolicy(undefined), https: false });
  const { url, close } = await listen(app, AT);
  return { url, close: () => Promise.all([close(), opened?.close()]) };
};

const classes = [...new Set(Object.values(paletteOf('hate')))];

describe('a basemap', () => {
  it('lies under the figures: its water around the city, and through the colours of the areas', async () => {
    const plain = await serveSite(undefined);
    const served = await serveSite(await openBasemap(basemap, [9, 33, 11, 35]));
    try {
      const without = await openMap(plain.url, false);
      const seen = await count(without.page, classes.map(channels));
      const shown = classes.filter((_, at) => (seen[at] ?? 0) > MANY);
      expect(shown.length).toBeGreaterThan(1);
      expect(await count(without.page, [overWater(GROUND.water)])).toEqual([0]);
      expect(without.asked.filter((path) => /basemap/.test(path))).toEqual([]);

      const { page, faults, asked } = await openMap(served.url, true);
      const [water = 0, ...traced] = await count(page, [GROUND.water, ...shown].map(overWater));
      expect(water).toBeGreaterThan(MANY);
      // Two at least: grounds of textures are among these colours, and nothing shows through them.
      expect(traced.filter((pixels) => pixels > MANY).length).toBeGreaterThan(1);
      expect(asked.filter((path) => path.startsWith('/basemap/')).length).toBeGreaterThan(0);
      expect(await page.getByTestId('map-credit').textContent()).toMatch(/^Fond de carte\s:\s+© Cartographers <b>$/);
      expect([...without.faults, ...faults]).toEqual([]);
      await without.page.close();
      await page.close();
    } finally {
      await served.close();
      await plain.close();
    }
  });

  it('is served in parts beside the page that names it', async () => {
    const served = await serveObservatory({ ...AT, snapshot: SNAPSHOT, basemap });
    try {
      const page = await (await fetch(served.url)).text();
      const [, path = ''] = /<meta name="marsad-basemap" content="(basemap\/[0-9a-f]{12}\.pmtiles)"/.exec(page) ?? [];
      const answer = await fetch(served.url + path, { headers: { range: 'bytes=0-6' } });
      expect([answer.status, await answer.text()]).toEqual([206, 'PMTiles']);
    } finally {
      await served.close();
    }
    const pictures = join(work, 'pictures.pmtiles');
    writeFileSync(pictures, makePmtiles({ tileType: 2 }));
    await expect(serveObservatory({ ...AT, snapshot: SNAPSHOT, basemap: pictures })).rejects.toMatchObject({
      code: 'basemap',
    });
  });

  it('is copied beside a published page, which without it asks for none, and leaves the snapshot as it is', async () => {
    const dirs = { plain: join(work, 'plain'), ground: join(work, 'ground') };
    const plain = await siteFiles(SNAPSHOT);
    const ground = await siteFiles(SNAPSHOT, basemap);
    expect(ground.snapshot).toBe(plain.snapshot);
    await writeSite(plain, dirs.plain);
    await writeSite(ground, dirs.ground);
    const [name = ''] = readdirSync(join(dirs.ground, 'basemap'));
    expect(readFileSync(join(dirs.ground, 'basemap', name)).equals(readFileSync(basemap))).toBe(true);
    const differing = [...ground.files].filter(
      ([path, bytes]) => !Buffer.from(plain.files.get(path) ?? []).equals(bytes),
    );
    expect(differing.map(([path]) => path)).toEqual(['index.html']);
    expect(Buffer.from(plain.files.get('index.html') ?? []).toString()).not.toContain('basemap');

    await writeSite(plain, dirs.ground);
    expect(readdirSync(dirs.ground)).not.toContain('basemap');
  });

  it('that cannot be read leaves the map as it is without one', async () => {
    const { files, ground } = await siteFiles(SNAPSHOT, basemap);
    const path = ground?.path ?? '';
    const site = new Map([...files, [path, new Uint8Array(300)] as const]);
    const server = await serveFiles(site, '/');
    try {
      const { page, faults } = await openMap(`${server.origin}/`, false);
      await expect.poll(() => server.asked.includes(`/${path}`)).toBe(true);
      const seen = await count(page, classes.map(channels));
      expect(seen.filter((pixels) => pixels > MANY).length).toBeGreaterThan(0);
      expect(await page.getByTestId('map-credit').count()).toBe(0);
      expect(faults).toEqual([]);
      await page.close();
    } finally {
      await server.close();
    }
  });
});
