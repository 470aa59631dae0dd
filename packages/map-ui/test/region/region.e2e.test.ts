import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { seriousFaults } from '../browser/serious-faults.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { makeRegion } from './make-region.js';
import { regionSite } from './region-site.js';

const POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

let browser: Browser;
let server: StaticServer;
let context: BrowserContext;
beforeAll(async () => {
  browser = await startBrowser();
  server = await serveFiles(regionSite(makeRegion(8)), '/hub/', POLICY);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const open = async (query: string) => {
  const watched = await watchedPage(context, server.origin);
  await watched.page.goto(`${server.origin}/hub/${query}`);
  await watched.page.getByTestId('region').waitFor();
  return watched;
};

describe('the page of the region', () => {
  it.each([
    ['ar', 'rtl', 'مدينة 4', 'حكم عليها'],
    ['en', 'ltr', 'City 4', 'It was judged by'],
    ['fr', 'ltr', 'Ville 4', 'Elle a été jugée par'],
  ])('in %s shows cities side by side, and greys one with the reason', async (language, direction, name, reason) => {
    const { page, faults } = await open(`?lang=${language}`);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
    expect(await page.getByTestId('comparable').locator('tbody tr').count()).toBe(7);
    const greyed = page.getByTestId('greyed').locator('tbody tr');
    expect(await greyed.count()).toBe(1);
    const said = await greyed.textContent();
    expect(said).toContain(name);
    expect(said).toContain(reason);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('is walked through by keyboard, and its address keeps what was asked', async () => {
    const { page, faults } = await open('?lang=en');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    const asked = (): string => new URL(page.url()).search;
    await page.getByTestId('signal').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(asked).toBe('?lang=en&signal=extremism');
    await page.getByTestId('rates').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(asked).toBe('?lang=en&signal=extremism&rates=standardised');
    const asIs = page.getByTestId('comparable').locator('tbody .crude');
    expect(await asIs.count()).toBe(7);
    expect(await page.locator('.region-ask .meaning').textContent()).toContain('These languages hold');
    await page.getByTestId('order').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(asked).toBe('?lang=en&signal=extremism&rates=standardised&order=rate');
    await page.getByTestId('language-fr').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Les villes côte à côte' }).waitFor();
    await expect.poll(asked).toBe('?lang=fr&signal=extremism&rates=standardised&order=rate');
    const shares = await page.getByTestId('comparable').locator('td.rate > bdi').allInnerTexts();
    const numbers = shares.map((share) => Number(share.replace(',', '.').replace(/[^\d.]/g, '')));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(faults).toEqual([]);
    await page.close();
  });

  it('leads from a contested figure to what is said against it, and to the observatory of each city', async () => {
    const { page } = await open('?lang=ar');
    await page.getByTestId('city-city-1').locator('[data-note="contested"] a').click();
    expect(await page.locator('#contests-city-1').textContent()).toContain('حُسبت حملة من النسخ');
    const answered = (await page.locator('#contests-city-2').textContent()) ?? '';
    expect(answered.replaceAll(/[\u2068\u2069]/g, '')).toMatch(/الميناء \(port\).*2025[\s\S]*الجواب.*صُحِّح/);
    const link = page.getByTestId('city-city-2').locator('th a');
    expect(await link.getAttribute('href')).toBe('cities/city-2/?lang=ar');
    await page.close();
  });

  it('says when all cities are invented, and sets cities of one name apart by their ids', async () => {
    const region = makeRegion(3);
    for (const [at, city] of region.cities.entries()) if (at < 2) city.names = { ar: 'طرابلس', en: 'Tripoli' };
    const [comparison] = region.comparisons;
    comparison?.cities[0]?.notes.push({ code: 'same-figures-as', params: { cities: ['city-1'] } });
    const other = await serveFiles(regionSite(region), '/', POLICY);
    const { page } = await watchedPage(context, other.origin);
    await page.goto(`${other.origin}/?lang=en`);
    const row = ((await page.getByTestId('city-city-0').textContent()) ?? '').replaceAll(/[\u2068\u2069]/g, '');
    expect(row).toContain('Tripoli (city-0)');
    expect(row).toContain('those of Tripoli (city-1).');
    expect(await page.locator('.fictional').textContent()).toContain('All of these cities are invented');
    await page.close();
    await other.close();
  });

  it('finds an Arabic title however it is typed', async () => {
    const { page } = await open('?lang=ar');
    await page.getByTestId('find-entry').fill('تَدريب المدرسه');
    await page.locator('[data-entry="guide"]').waitFor({ state: 'detached' });
    expect(await page.locator('[data-entry]').count()).toBe(1);
    await page.close();
  });

  it('says what is wrong where its file is missing or another', async () => {
    for (const text of ['', '{}', '{"format":{"name":"marsad-region","version":"2.0.0"}}']) {
      const files = regionSite(makeRegion(1));
      files.set('region.json', text);
      const other = await serveFiles(files, '/');
      const page = await context.newPage();
      await page.goto(`${other.origin}/?lang=en`);
      expect(await page.getByTestId('problem').textContent()).toContain('region.json');
      await page.close();
      await other.close();
    }
  });

  it('of 230 cities with 52 weeks answers within two seconds of processor time', async () => {
    const large = await serveFiles(regionSite(makeRegion(230, 52)), '/', POLICY);
    const { page, faults } = await watchedPage(context, large.origin);
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async (): Promise<number> => {
      const { metrics } = await client.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    };
    await page.goto(`${large.origin}/?lang=ar`);
    await page.getByTestId('comparable').waitFor();
    const first = await busy();
    await page.getByTestId('signal').selectOption('polarisation');
    await page.waitForURL(/signal=polarisation/);
    const second = (await busy()) - first;
    expect(first).toBeLessThanOrEqual(2);
    expect(second).toBeLessThanOrEqual(1);
    expect(faults).toEqual([]);
    await large.close();
    await page.close();
  });
});
