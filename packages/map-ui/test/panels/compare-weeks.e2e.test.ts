import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { siteOf } from '../browser/viewer-files.js';
import { gridCity } from '../budgets/grid-city.js';

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await startBrowser();
  server = await serveFiles(siteOf(gridCity(18)), '/');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('a comparison that a link opened can be ended, and keeps the weeks of the link', async () => {
  const context = await browser.newContext();
  const { page, faults } = await watchedPage(context, server.origin);
  await page.goto(`${server.origin}/?lang=fr&before=2025-W40..2025-W52&from=2026-W14&to=2026-W26&area=q5`);
  await page.getByTestId('sort-change').waitFor();
  await page.getByTestId('compare-end').click();
  await page.getByTestId('sort-rate').waitFor();
  expect(await page.getByTestId('compare-end').count()).toBe(0);
  const asked = () => Object.fromEntries(new URL(page.url()).searchParams);
  await expect.poll(asked).toEqual({ lang: 'fr', from: '2026-W14', to: '2026-W26', area: 'q5' });
  await page.getByTestId('compare').click();
  await page.getByTestId('sort-change').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
