import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { type HeldServer, serveHeld } from '../browser/held-server.js';
import { seriousFaults } from '../browser/serious-faults.js';
import { siteOf } from '../browser/viewer-files.js';
import { withFirstViews } from '../browser/with-first-views.js';
import { gridCity } from '../budgets/grid-city.js';
import { makeHostileSnapshot } from '../snapshot/hostile-snapshot.js';

/** The line of the budget: 400 kbit/s, and 400 ms until an answer begins. */
const LATENCY = 400;
const BYTES_A_MS = 50;
const BUDGET = 3000;
/** The page, then what it names, then the first view. */
const ROUND_TRIPS = 3;

const FIRST_VIEW = /^\/first\/.*\.html$/;
const ROWS = '#figures tbody tr:not([hidden])';
/** What answers before any script of the page. */
const ANSWERING = '#figures :is(thead button, input[type="search"])';
const LIVE_ROW = 'tr[data-testid="row-q1"]';

let browser: Browser;
let site: Map<string, Uint8Array | string>;
beforeAll(async () => {
  browser = await startBrowser();
  site = await withFirstViews(siteOf(gridCity(300)));
});
afterAll(async () => {
  await browser?.close();
});

/** Files that the page itself names: all that may come before the first view. */
const namedByPage = (): Set<string> =>
  new Set([
    '/',
    ...[...String(site.get('index.html')).matchAll(/(?:src|href)="\.(\/assets\/[\w.-]+)"/g)].map(
      ([, path]) => path ?? '',
    ),
  ]);

interface Opened {
  context: BrowserContext;
  server: HeldServer;
  page: Page;
  faults: string[];
}

/** Opens the page on a line that lets only some files through. */
const opened = async (
  query: string,
  isFirst: (path: string) => boolean,
  work: (opened: Opened) => Promise<void>,
  files = site,
): Promise<void> => {
  const server = await serveHeld(files, isFirst);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const { page, faults } = await watchedPage(context, server.origin);
    // What the hostile texts of the tests call where they run.
    await page.exposeFunction('ran', () => {
      faults.push(`ran ${page.url()}`);
    });
    await page.goto(`${server.origin}/${query}`, { waitUntil: 'commit' });
    await work({ context, server, page, faults });
  } finally {
    await context.close();
    await server.close();
  }
};

/** The table cell by cell, as it is read. */
const tableText = (page: Page): Promise<string[]> =>
  page.locator(ROWS).evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));

/** Where things stand on the page, in pixels. */
const places = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [
        '.page-header',
        '.controls',
        '.stage',
        '.legend',
        '#panel',
        '.out-panel',
        '#figures',
        '#figures tbody:last-child tr:nth-child(90)',
      ].map((name) => {
        const box = document.querySelector(name)?.getBoundingClientRect();
        return [name, box ? Math.round(box.top + scrollY) + Math.round(box.height) / 10_000 : Number.NaN];
      }),
    ),
  );

describe.each(INTERFACE_LANGUAGES)('the table in %s, on a bad line', (language) => {
  it('is read before any script of the page has come, within the budget, and then is the same', async () => {
    const named = namedByPage();
    const isFirst = (path: string) => named.has(path) || FIRST_VIEW.test(path);
    await opened(`?lang=${language}`, isFirst, async ({ server, page, faults }) => {
      await page.locator(ROWS).nth(100).waitFor();
      const first = await tableText(page);
      expect(first).toHaveLength(201);
      expect(first[1]).toMatch(/\d\P{L}{0,2}%/u);
      expect(await page.evaluate(() => [document.documentElement.lang, document.dir])).toEqual([
        language,
        language === 'ar' ? 'rtl' : 'ltr',
      ]);
      // Nothing may be pressed in vain: the heads of the table and its search answer already, all else waits.
      const answering = page.locator('#observatory :is(button, select, input, textarea):not(:disabled)');
      expect(await answering.count()).toBe(await page.locator(ANSWERING).count());
      expect(await seriousFaults(page)).toEqual([]);

      const bytes = [...server.sent.values()].reduce((sum, size) => sum + size, 0);
      expect(bytes).toBeGreaterThan(10_000);
      expect(ROUND_TRIPS * LATENCY + bytes / BYTES_A_MS).toBeLessThanOrEqual(BUDGET);

      const before = await places(page);
      // Read half way down, the row at the edge stays where it is.
      const edge = page.locator('#figures tbody:last-child tr').nth(89);
      await edge.evaluate((row) => row.scrollIntoView());
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
      await expect.poll(() => [...server.held].some((path) => path.includes('/main-'))).toBe(true);
      server.letThrough();
      await page.locator(LIVE_ROW).waitFor({ state: 'attached' });
      expect(await tableText(page)).toEqual(first);
      // In Arabic other letters come with the page, and lines of another height: less than a row moves then.
      await expect
        .poll(() => edge.evaluate((row) => Math.abs(row.getBoundingClientRect().top)))
        .toBeLessThanOrEqual(language === 'ar' ? 30 : 1);
      if (language !== 'ar') expect(await places(page)).toEqual(before);
      await page.getByTestId('sort-rate').click();
      expect(await tableText(page)).not.toEqual(first);
      expect(faults).toEqual([]);
    });
  });
});

describe.each(INTERFACE_LANGUAGES)('the table in %s, before any script of the page', (language) => {
  it('sorts by every column and searches as the page does, which goes on from there', async () => {
    const named = namedByPage();
    const isFirst = (path: string) => named.has(path) || FIRST_VIEW.test(path);
    await opened(`?lang=${language}`, isFirst, async ({ server, page, faults }) => {
      await page.locator(ROWS).nth(100).waitFor();
      const heads = page.locator('#figures thead button');
      const sortedByAll = async (): Promise<string[][]> => {
        const tables: string[][] = [];
        for (let at = 0; at < (await heads.count()); at += 1) {
          // The first the other way round at once, the last of them both ways; the rest is as `rowRanks` is tested.
          for (let press = 0; press < (at === (await heads.count()) - 1 ? 2 : 1); press += 1) {
            await heads.nth(at).click();
            tables.push(await tableText(page));
          }
        }
        return tables;
      };
      const search = page.locator('#figures input[type="search"]');
      const status = page.locator('#figures [role="status"]');
      const searched = async (): Promise<unknown[]> => {
        const found: unknown[] = [];
        for (const typed of ['QUARTIER 29', '12', 'nowhere', '']) {
          await search.fill(typed);
          found.push([await tableText(page), await status.textContent()]);
        }
        return found;
      };
      const [sorted, found] = [await sortedByAll(), await searched()];
      expect(new Set(sorted.map((rows) => rows.join('\n'))).size).toBeGreaterThan(6);
      await heads.nth(2).click();
      await search.fill('1');
      await search.press('End');
      const [rows, sort] = [
        await tableText(page),
        await page.locator('#figures [aria-sort]').getAttribute('aria-sort'),
      ];
      expect(new URL(page.url()).searchParams.get('find')).toBe('1');

      server.letThrough();
      await page.locator('#figures tr[data-testid^="row-"]').first().waitFor({ state: 'attached' });
      expect(await tableText(page)).toEqual(rows);
      expect(await page.locator('#figures [aria-sort]').getAttribute('aria-sort')).toBe(sort);
      // Whoever was typing types on.
      await page.keyboard.type('2');
      expect(await search.inputValue()).toBe('12');
      await search.fill('');
      await page.getByTestId('sort-name').click();
      if ((await page.locator('#figures [aria-sort]').getAttribute('aria-sort')) === 'descending')
        await page.getByTestId('sort-name').click();
      expect(await sortedByAll()).toEqual(sorted);
      expect(await searched()).toEqual(found);
      expect(faults).toEqual([]);
    });
  });
});

describe('a link to another view', () => {
  it('shows no other view first, and has words and figures come beside the script, not after it', async () => {
    const others = (path: string) => !path.includes('/main-');
    await opened('?lang=fr&signal=bridging', others, async ({ server, page, faults }) => {
      // The script, and its style sheet where the browser has asked for it already.
      await expect.poll(() => server.held.size).toBeGreaterThan(0);
      for (const part of [
        '/fr-',
        '/read-files-',
        '/data/manifest.json',
        '/data/areas.geojson',
        '/first/made/figures.json',
      ])
        await expect
          .poll(() => [...server.sent.keys()].some((path) => path.includes(part)), { message: part })
          .toBe(true);
      expect([...server.sent.keys()].filter((path) => FIRST_VIEW.test(path))).toEqual([]);
      expect(await page.locator(ROWS).count()).toBe(0);
      server.letThrough();
      await page.locator(LIVE_ROW).waitFor({ state: 'attached' });
      expect(await page.getByTestId('signal').inputValue()).toBe('bridging');
      expect(faults).toEqual([]);
    });
  });
});

describe('the first view of a snapshot with hostile text in every field', () => {
  it('shows it as text and runs nothing', async () => {
    const hostile = await withFirstViews(siteOf(makeHostileSnapshot()));
    const named = namedByPage();
    await opened(
      '?lang=en',
      (path) => named.has(path) || FIRST_VIEW.test(path),
      async ({ page, faults }) => {
        await page.locator(ROWS).nth(150).waitFor();
        expect((await tableText(page)).join(' ')).toContain('ran()');
        expect(await page.locator('#observatory :is(script, iframe, object, embed, img, link)').count()).toBe(0);
        const handlers = () =>
          [...document.querySelectorAll('#observatory *')].flatMap(({ attributes }) =>
            [...attributes].filter(({ name }) => name.startsWith('on')),
          ).length;
        expect(await page.evaluate(handlers)).toBe(0);
        expect(faults).toEqual([]);
      },
      hostile,
    );
  });
});
