import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { siteOf } from '../browser/viewer-files.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { flaggedOf } from '../view/make-block.js';

/** The made snapshot, in which the Kasbah tells its French posts, of which every second is flagged. */
const made = makeSnapshot();
const blocks = made.blocks.map((block) => {
  if (block.status !== 'shown' || block.area !== 'el-qasba') return block;
  const fra = Math.floor(block.figures.posts / 2);
  const ara = block.figures.posts - fra;
  const flagged = { ...block.figures.flagged, hate: block.figures.posts };
  const languages = { ara: flaggedOf(ara), fra: flaggedOf(Math.floor(fra / 2)) };
  const flaggedBy = { posts: block.figures.posts, languages, rungs: {} };
  return { ...block, figures: { ...block.figures, flagged, languages: { ara, fra }, flaggedBy } };
});
const posts = blocks.reduce(
  (sum, block) =>
    block.area === 'el-qasba' && block.status === 'shown' ? sum + (block.figures.languages.fra ?? 0) : sum,
  0,
);

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await startBrowser();
  server = await serveFiles(siteOf({ ...made, blocks }), '/');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('a language is chosen, stands in the address, and table and panel tell of its posts alone or why they do not', async () => {
  const context = await browser.newContext();
  const { page, faults } = await watchedPage(context, server.origin);
  await page.goto(`${server.origin}/?lang=en&area=el-qasba`);
  await page.getByTestId('more-filters').click();
  await page.getByTestId('language').selectOption({ label: 'French' });
  const asked = () => Object.fromEntries(new URL(page.url()).searchParams);
  await expect.poll(asked).toEqual({ lang: 'en', area: 'el-qasba', language: 'fra' });
  const sentence = () => page.getByTestId('panel-sentence').textContent();
  await expect.poll(sentence).toMatch(new RegExp(` of ${posts} posts .*posts in .?French.? only`));
  await expect.poll(() => page.getByTestId('row-bab-el-bahr').textContent()).toContain('hidden');
  expect(await page.getByTestId('rung').count()).toBe(0);

  await page.goto(`${server.origin}/?lang=en&area=bab-el-bahr&language=fra`);
  await expect.poll(() => page.getByTestId('silence').textContent()).toContain('Those in this language');
  await page.getByTestId('target').selectOption('gender');
  await expect.poll(asked).toEqual({ lang: 'en', area: 'bab-el-bahr', target: 'gender' });
  expect(faults).toEqual([]);
  await context.close();
});
