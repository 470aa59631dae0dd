import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLYGON_SOURCE } from '../../src/map/style.js';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { siteOf } from '../browser/viewer-files.js';
import { gridCity } from './grid-city.js';

const city = gridCity(300);

/** The viewer with one thing more: the map tells the window where it is, since nothing else on the page knows it. */
const siteWithOpenMap = (): Map<string, Uint8Array | string> => {
  const files = siteOf(city);
  for (const [path, body] of files) {
    if (!/\/map-shell-[\w-]+\.js$/.test(path)) continue;
    const opened = Buffer.from(body)
      .toString('utf8')
      .replaceAll(/\bsetFeatureState\(\w+,\w+\)\{/g, '$&globalThis.openedMap=this;');
    if (!opened.includes('globalThis.openedMap')) throw new Error('the map no longer sets states as it did');
    files.set(path, opened);
  }
  return files;
};

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await startBrowser();
  server = await serveFiles(siteWithOpenMap(), '/');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The class of every polygon as the map holds it, by area. */
const classesOnMap = async (page: Page): Promise<Record<string, string>> => {
  const states = await page.evaluate(
    ({ source, size }) => {
      const { openedMap } = globalThis as unknown as {
        openedMap: { getFeatureState: (of: { source: string; id: number }) => { class: string; selected: boolean } };
      };
      return Array.from({ length: size }, (_, id) => openedMap.getFeatureState({ source, id }));
    },
    { source: POLYGON_SOURCE, size: city.areas.length },
  );
  return Object.fromEntries(
    city.areas.map(({ id }, at) => [id, `${states[at]?.class}${states[at]?.selected ? ', selected' : ''}`]),
  );
};

/** The same as the table says it. */
const classesInTable = (page: Page): Promise<Record<string, string>> =>
  page.locator('tr[data-testid^="row-"]').evaluateAll((rows) =>
    Object.fromEntries(
      rows.map((row) => {
        const button = row.querySelector<HTMLElement>('[data-area]');
        const cell = row.querySelector<HTMLElement>('[data-testid="rate"], [data-testid="change"]');
        const selected = button?.getAttribute('aria-pressed') === 'true' ? ', selected' : '';
        return [button?.dataset.area ?? '', `${cell?.dataset.class}${selected}`];
      }),
    ),
  );

describe('the states of the map once it has come to rest', () => {
  it.each([
    ['the whole period', ''],
    ['some weeks and a place', '&from=2026-W05&to=2026-W09&area=q12'],
    ['another signal in Arabic', '&lang=ar&signal=bridging&from=2026-W01&to=2026-W13'],
    ['a target', '&target=gender'],
    ['two periods compared', '&before=2025-W40..2025-W52&from=2026-W14&to=2026-W26&area=q40'],
  ])('are those of the table, all 300, for %s', async (_, query) => {
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, server.origin);
    await page.goto(`${server.origin}/?rows=all${query}`);
    await page.waitForSelector('[data-map-ready="true"]');
    const inTable = await classesInTable(page);
    expect(Object.keys(inTable)).toHaveLength(300);
    expect(new Set(Object.values(inTable)).size).toBeGreaterThan(2);
    expect(await classesOnMap(page)).toEqual(inTable);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('follow the reader from week to week, from signal to signal and from place to place', async () => {
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, server.origin);
    await page.goto(`${server.origin}/?lang=en&rows=all&from=2026-W01&to=2026-W04`);
    await page.waitForSelector('[data-map-ready="true"]');
    const before = await classesOnMap(page);
    const follow = async (act: () => Promise<unknown>) => {
      await act();
      await page.waitForSelector('[data-map-ready="true"]');
      await expect.poll(() => classesOnMap(page)).toEqual(await classesInTable(page));
    };
    await follow(() => page.getByTestId('forward').click());
    await follow(() => page.getByTestId('forward').click());
    await follow(() => page.getByTestId('row-q7').click());
    await follow(() => page.getByTestId('signal').selectOption('extremism'));
    await follow(() => page.getByTestId('from').selectOption('2026-W20'));
    expect(await classesOnMap(page)).not.toEqual(before);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are there again after the graphics card lost all', async () => {
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, server.origin);
    await page.goto(`${server.origin}/?lang=en&rows=all&area=q12&from=2026-W05&to=2026-W09`);
    await page.waitForSelector('[data-map-ready="true"]');
    const before = await classesOnMap(page);
    const textures = () =>
      page.evaluate(() => {
        const { openedMap } = globalThis as unknown as { openedMap: { getLayer: (id: string) => unknown } };
        return openedMap.getLayer('area-textures') !== undefined;
      });
    expect(await textures()).toBe(true);
    await page.evaluate(async () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
      const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      const told = (event: string) =>
        new Promise((resolve) => canvas?.addEventListener(event, resolve, { once: true }));
      const lost = told('webglcontextlost');
      extension?.loseContext();
      await lost;
      // Not before whoever listens has heard it: what is restored sooner stays lost.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const restored = told('webglcontextrestored');
      extension?.restoreContext();
      await restored;
    });
    await expect.poll(() => classesOnMap(page), { timeout: 30_000 }).toEqual(before);
    await page.waitForSelector('[data-map-ready="true"]');
    expect(await textures()).toBe(true);
    expect(faults.filter((fault) => !/CONTEXT_LOST|context lost/i.test(fault))).toEqual([]);
    await context.close();
  });
});
