import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type Watched, watchedPage } from '../browser/browser.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { siteOf } from '../browser/viewer-files.js';
import { translatorOf } from '../i18n/read-catalogue.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { withEstimates } from '../snapshot/with-estimates.js';
import { readCsv } from './read-csv.js';

const SHOTS = fileURLToPath(new URL('../../../../test-results/screenshots/', import.meta.url));
const AREA = 'el-qasba';

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await startBrowser();
  server = await serveFiles(siteOf(makeSnapshot()), '/city/observatory/');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = async (query: string): Promise<Watched & { context: BrowserContext }> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const watched = await watchedPage(context, server.origin);
  await watched.page.goto(`${server.origin}/city/observatory/?${query}`);
  return { ...watched, context };
};

const download = async (page: Page, kind: string): Promise<{ name: string; bytes: Buffer }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`out-${kind}`).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};

/** What the table on the page shows, unrounded, by area. */
const tableFigures = (page: Page): Promise<Record<string, { share: string; posts: string; flagged: string }>> =>
  page.locator('tr[data-testid^="row-"]').evaluateAll((rows) =>
    Object.fromEntries(
      rows.map((row) => {
        const data = row.querySelector<HTMLElement>('[data-testid="rate"]')?.dataset ?? {};
        return [
          row.querySelector<HTMLElement>('[data-area]')?.dataset.area ?? '',
          { share: data.value ?? '?', posts: data.posts ?? '?', flagged: data.flagged ?? '?' },
        ];
      }),
    ),
  );

describe.each(INTERFACE_LANGUAGES)('what leaves the page in %s', (language) => {
  const { say } = translatorOf(language);

  it('holds the numbers of the table for the signal, target and weeks chosen, in files named after them', async () => {
    const { page, faults, context } = await open(
      `lang=${language}&signal=polarisation&target=gender&from=2026-W18&to=2026-W38`,
    );
    await page.getByTestId('out-csv').waitFor();
    const shown = await tableFigures(page);
    const name = 'al-manar_polarisation_gender_2026-w18_2026-w38';

    const csv = await download(page, 'csv');
    expect(csv.name).toBe(`${name}.csv`);
    const [heading = [], ...rows] = readCsv(csv.bytes.toString('utf8').replace(/^#.*\r\n/gm, ''), ',');
    const cell = (row: string[], column: string): string => row[heading.indexOf(column)] ?? '?';
    const areas = rows.filter((row) => cell(row, 'level') === 'neighbourhood');
    expect(areas).toHaveLength(Object.keys(shown).length);
    for (const row of areas) {
      const { share, posts, flagged } = shown[cell(row, 'id')] ?? { share: '?', posts: '?', flagged: '?' };
      expect([cell(row, 'posts'), cell(row, 'flagged')]).toEqual([posts, flagged]);
      if (share === '') expect(cell(row, 'share')).toBe('');
      else expect(Number(cell(row, 'share'))).toBeCloseTo(Number(share), 5);
    }

    const excel = await download(page, 'excel');
    expect(excel.name).toBe(`${name}.excel.csv`);
    expect([...excel.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(excel.bytes.toString('utf8')).toContain(say('csv.share'));

    const geo = await download(page, 'geojson');
    expect(geo.name).toBe(`${name}.geojson`);
    const { features } = JSON.parse(geo.bytes.toString('utf8')) as {
      features: { id: string; properties: { posts: number | null } }[];
    };
    for (const { id, properties } of features) expect(String(properties.posts ?? '')).toBe(shown[id]?.posts);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is a picture in its own letters, as a drawing that is whole and as points', async () => {
    const { page, faults, context } = await open(`lang=${language}&area=${AREA}`);
    await page.getByTestId('out-svg').waitFor();
    const svg = await download(page, 'svg');
    const text = svg.bytes.toString('utf8');
    const host = await serveFiles(new Map([['map.svg', text]]), '/');
    const alone = await context.newPage();
    await alone.goto(`${host.origin}/map.svg`);
    const drawing = await alone.evaluate(() => ({
      name: document.documentElement.nodeName,
      areas: document.querySelectorAll('path[data-area]').length,
      words: document.documentElement.textContent,
    }));
    await host.close();
    expect(drawing).toMatchObject({ name: 'svg', areas: makeSnapshot().areas.length });
    expect(drawing.words?.replace(/\s+/g, '')).toContain(say('out.caution').replace(/\s+/g, ''));
    expect(text.match(/(?:href|url\()\s*=?["']?https?:/g)).toBeNull();

    const png = await download(page, 'png');
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBe(2400);
    // An empty canvas of this size is far smaller.
    expect(png.bytes.length).toBeGreaterThan(100_000);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is a sentence that is copied as it is read', async () => {
    const { page, faults, context } = await open(`lang=${language}&area=${AREA}`);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByTestId('out-sentence-copy').click();
    await expect.poll(() => page.getByTestId('out').textContent()).toContain(say('out.copied'));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.getByTestId('out-sentence').inputValue());
    expect(copied).toContain(say('out.caution'));
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([
    '',
    `&area=${AREA}`,
    '&area=souk-en-nahhasin&signal=bridging',
    '&from=2026-W27&before=2026-W14..2026-W26&area=el-qasba',
  ])('is a brief of two sheets that nothing overflows, with the map as vectors (%s)', async (query) => {
    const { page, faults, context } = await open(`lang=${language}${query}&brief=1`);
    await page.waitForSelector('[data-testid="sheet-1"][data-ready="true"]');
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(await page.locator('canvas').count()).toBe(0);
    expect(await page.getByTestId('vector-map').locator('path[data-area]').count()).toBe(makeSnapshot().areas.length);
    const over = await page
      .locator('.sheet')
      .evaluateAll((sheets) => sheets.map((sheet) => sheet.scrollHeight - sheet.clientHeight));
    expect(over).toEqual([0, 0]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
    if (query === `&area=${AREA}`)
      await page.screenshot({ path: join(SHOTS, `brief-${language}.png`), fullPage: true });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is a brief that nothing overflows with corrected shares and with names of many words', async () => {
    const made = withEstimates(makeSnapshot());
    const names = 'حي '.repeat(12) + 'quartier de la nouvelle ville '.repeat(3);
    const areas = made.areas.map((area) => ({ ...area, properties: { ...area.properties, names: { ar: names } } }));
    for (const snapshot of [made, { ...made, areas }]) {
      const host = await serveFiles(siteOf(snapshot), '/');
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${host.origin}/?lang=${language}&area=${AREA}&brief=1`);
      await page.waitForSelector('[data-testid="sheet-1"][data-ready="true"]');
      const over = await page
        .locator('.sheet')
        .evaluateAll((sheets) => sheets.map((sheet) => sheet.scrollHeight - sheet.clientHeight));
      expect(over).toEqual([0, 0]);
      // The city and, where names run over many lines, two neighbourhoods at least.
      expect(await page.locator('.sheet-table tbody tr').count()).toBeGreaterThan(snapshot === made ? 3 : 2);
      await context.close();
      await host.close();
    }
  });

  it('is a frame in another page, which shows the view, leads to the source and keeps nothing', async () => {
    const start = await open(`lang=${language}&signal=bridging&area=${AREA}`);
    await start.page.getByTestId('out-embed').click();
    const snippet = await start.page.getByTestId('out-snippet').inputValue();
    await start.context.close();

    const host = await serveFiles(new Map([['index.html', `<!doctype html><title>News</title>${snippet}`]]), '/');
    const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
    const { page, faults } = await watchedPage(context, server.origin);
    await page.goto(`${host.origin}/`);
    const frame = page.frameLocator('iframe');
    await frame.locator('[data-map-ready="true"]').waitFor();
    expect(await frame.getByTestId('embed-signal').inputValue()).toBe('bridging');
    expect(await frame.getByTestId('embed-place').inputValue()).toBe(AREA);
    const sentence = await frame.getByTestId('embed-sentence').textContent();
    await frame.getByTestId('embed-signal').selectOption('hate');
    await expect.poll(() => frame.getByTestId('embed-sentence').textContent()).not.toBe(sentence);
    await expect
      .poll(() => frame.getByTestId('embed-source').getAttribute('href'))
      .toBe(`${server.origin}/city/observatory/?lang=${language}&area=${AREA}`);
    expect(await context.cookies()).toEqual([]);
    expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
    expect(faults.filter((fault) => !fault.startsWith(`off-origin ${host.origin}`) && !fault.includes('404'))).toEqual(
      [],
    );
    if (language === 'ar') await page.screenshot({ path: join(SHOTS, 'embed-ar.png') });
    await host.close();
    await context.close();
  });
});
