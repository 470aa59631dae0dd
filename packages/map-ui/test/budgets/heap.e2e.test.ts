import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { siteOf } from '../browser/viewer-files.js';
import { gridCity } from './grid-city.js';

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await startBrowser();
  server = await serveFiles(siteOf(gridCity(300)), '/');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Plays the weeks to the last one, where the page stops by itself; the step at the end begins again at the first weeks. */
const playThrough = async (page: Page): Promise<void> => {
  const said = () => page.getByTestId('play').getAttribute('aria-label');
  await page.getByTestId('play').click();
  await expect.poll(said, { timeout: 10_000 }).toMatch(/^Pause/);
  await expect.poll(said, { timeout: 100_000 }).toMatch(/^Play/);
  expect(new URL(page.url()).searchParams.get('to')).toBeNull();
  await page.waitForSelector('[data-map-ready="true"]');
};

/** Bytes that the page still needs, once everything else was swept up. */
const heapOf = async (debugger_: CDPSession): Promise<number> => {
  await debugger_.send('HeapProfiler.collectGarbage');
  await debugger_.send('HeapProfiler.collectGarbage');
  return (await debugger_.send('Runtime.getHeapUsage')).usedSize;
};

it('the page needs at most a tenth more memory after the year was played twice more', {
  timeout: 400_000,
}, async () => {
  const context = await browser.newContext();
  const { page, faults } = await watchedPage(context, server.origin);
  await page.goto(`${server.origin}/?lang=en&from=2025-W40&to=2026-W12`);
  await page.waitForSelector('[data-map-ready="true"]');
  const debugger_ = await context.newCDPSession(page);
  // Once before it counts: what is made on first use stays.
  await playThrough(page);
  const before = await heapOf(debugger_);
  await playThrough(page);
  await playThrough(page);
  const after = await heapOf(debugger_);
  expect(before).toBeGreaterThan(1_000_000);
  expect((after - before) / before).toBeLessThanOrEqual(0.1);
  expect(faults).toEqual([]);
  await context.close();
});
