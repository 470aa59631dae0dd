/**
 * The walk of docs/observatory.md, step by step, with its pictures. They go to test-results/screenshots; to make those in
 * docs/pictures anew: MARSAD_PICTURES=write npx vitest run --config vitest.e2e.config.ts packages/map-ui/test/budgets/walk.e2e.test.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { asWebp } from '../browser/read-picture.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { translatorOf } from '../i18n/read-catalogue.js';
import { DEMO_TAKES, demoSite } from './demo-snapshot.js';

const DOCS = fileURLToPath(new URL('../../../../docs/', import.meta.url));
const FOLDER =
  process.env.MARSAD_PICTURES === 'write'
    ? `${DOCS}pictures/`
    : fileURLToPath(new URL('../../../../test-results/screenshots/', import.meta.url));
const AREA = 'el-mahatta';
const WINDOW = { width: 1180, height: 820 };
const MOST_BYTES = 100_000;

let browser: Browser;
let server: StaticServer;
let paper: Page;
const taken: string[] = [];
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  server = await serveFiles(await demoSite(), '/');
  browser = await startBrowser();
  paper = await browser.newPage();
}, DEMO_TAKES);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const take = async (name: string, what: Page | Locator): Promise<void> => {
  // Nothing is to look pointed at.
  if ('mouse' in what) await what.mouse.move(0, 0);
  else await what.page().mouse.move(0, 0);
  const picture = await asWebp(paper, await what.screenshot({ animations: 'disabled', caret: 'hide' }), 0.7);
  expect(picture.length).toBeLessThanOrEqual(MOST_BYTES);
  writeFileSync(`${FOLDER}walk-${name}.webp`, picture);
  taken.push(`walk-${name}.webp`);
};

it('docs/observatory.md can be walked from the opening to the brief', { timeout: 300_000 }, async () => {
  const context = await browser.newContext({ viewport: WINDOW });
  const { page, faults } = await watchedPage(context, server.origin);
  const atRest = () => page.waitForSelector('[data-map-ready="true"]');
  const sentence = () => page.getByTestId('panel-sentence').textContent();

  await page.goto(`${server.origin}/?lang=en`);
  await atRest();
  await take('opening', page);

  await page.getByTestId('show-weeks').click();
  await page.getByTestId('matrix').waitFor();
  await take('weeks', page);

  await page.getByTestId('show-map').click();
  await atRest();
  await page.getByTestId(`row-${AREA}`).click();
  await expect.poll(() => page.getByTestId('panel').getAttribute('data-area')).toBe(AREA);
  const told = await sentence();
  await atRest();
  await page.getByTestId('trend').waitFor();
  await page.setViewportSize({ ...WINDOW, height: 1500 });
  await take('panel', page.getByTestId('panel'));
  await page.setViewportSize(WINDOW);

  await page.getByTestId('compare').click();
  await page.getByTestId('change-legend').waitFor();
  await atRest();
  await page.evaluate(() => scrollTo(0, 0));
  await take('change', page);
  await page.getByTestId('compare-end').click();

  await page.getByTestId('show-small-maps').click();
  await page.getByTestId('facets').selectOption('target');
  await page.getByTestId('facet-anti-roma').waitFor();
  await take('targets', page);

  await page.getByTestId('show-map').click();
  await page.getByTestId('compare-place').click();
  await page.getByTestId('places-add').selectOption('ennasr');
  await page.getByTestId('places-verdict').waitFor();
  await take('places', page.getByTestId('places'));

  const said = page.getByTestId('out-sentence');
  await said.waitFor();
  expect(await said.inputValue()).toContain(translatorOf('en').say('out.caution'));
  expect(await sentence()).toBe(told);
  await take('out', page.getByTestId('out'));

  const brief = await page.getByTestId('out-brief').getAttribute('href');
  await page.goto(brief ?? '');
  await page.getByTestId('sheet-2').waitFor();
  await page.waitForSelector('[data-testid="sheet-1"][data-ready="true"]');
  await take('brief', page.getByTestId('sheet-1'));
  expect(faults).toEqual([]);
  await context.close();

  const text = readFileSync(`${DOCS}observatory.md`, 'utf8');
  const shown = [...text.matchAll(/\]\(pictures\/(walk-[\w-]+\.webp)\)/g)].map(([, name]) => name);
  expect(shown).toEqual(taken);
});
