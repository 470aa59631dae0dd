import { readFileSync } from 'node:fs';
import { CONTEXT_FILES, INTERFACE_LANGUAGES, SNAPSHOT_FILES } from '@marsad/records/snapshot';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { siteOf } from '../browser/viewer-files.js';
import { translatorOf } from '../i18n/read-catalogue.js';
import { makeHostileContext } from './hostile-context.js';
import { makeHostileSnapshot } from './hostile-snapshot.js';
import { makeSnapshot } from './make-snapshot.js';
import { PAYLOADS } from './payloads.js';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const withServer = async (
  files: ReadonlyMap<string, Uint8Array | string>,
  work: (server: StaticServer) => Promise<void>,
): Promise<void> => {
  const server = await serveFiles(files, '/', { 'content-security-policy': POLICY });
  try {
    await work(server);
  } finally {
    await server.close();
  }
};

const made = makeSnapshot();
const figures = JSON.stringify({ blocks: made.blocks });

describe.each(INTERFACE_LANGUAGES)('a snapshot that cannot be shown, in %s', (language) => {
  const { say } = translatorOf(language);

  it.each([
    ['cut short', { [SNAPSHOT_FILES.figures]: figures.slice(0, figures.length / 2) }, 'not-json', 'figures.json'],
    ['cut to nothing', { [SNAPSHOT_FILES.areas]: '' }, 'not-json', 'areas.geojson'],
    [
      'of a newer version',
      { [SNAPSHOT_FILES.manifest]: '{"format":{"name":"marsad-snapshot","version":"2.0.0"}}' },
      'newer',
      'manifest.json',
    ],
    ['of something else', { [SNAPSHOT_FILES.manifest]: '{"hello":1}' }, 'not-a-snapshot', 'manifest.json'],
    ['of another shape', { [SNAPSHOT_FILES.figures]: '{"blocks":7}' }, 'wrong-shape', 'figures.json'],
  ] as const)('says so when it is %s', async (_, changes, kind, file) => {
    await withServer(siteOf(made, changes), async ({ origin }) => {
      const context = await browser.newContext();
      const { page, faults } = await watchedPage(context, origin);
      await page.goto(`${origin}/?lang=${language}`);
      const notice = page.getByTestId('problem');
      await notice.waitFor();
      expect(await notice.getAttribute('data-problem')).toBe(kind);
      expect(await notice.textContent()).toContain(say(`notice.${kind}`, { file }));
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(faults).toEqual([]);
      await context.close();
    });
  });

  it('shows the good rows of one with bad rows, and says how many are left out', async () => {
    const bad = JSON.stringify({
      blocks: [...made.blocks, null, { area: 'atlantis' }, { ...made.blocks[0], status: 1 }],
    });
    await withServer(siteOf(made, { [SNAPSHOT_FILES.figures]: bad }), async ({ origin }) => {
      const context = await browser.newContext();
      const { page, faults } = await watchedPage(context, origin);
      await page.goto(`${origin}/?lang=${language}`);
      await page.getByTestId('row-el-qasba').waitFor();
      expect(await page.getByTestId('set-aside').textContent()).toBe(say('notice.setAside', { rows: 3 }));
      expect(await page.getByTestId('panel-rate').getAttribute('data-value')).not.toBe('');
      expect(faults).toEqual([]);
      await context.close();
    });
  });
});

describe('a snapshot with hostile text in every field', () => {
  const hostile = makeHostileSnapshot();
  const area = hostile.areas[7]?.id ?? '';

  it('has 300 different payloads', () => {
    expect(new Set(PAYLOADS).size).toBe(300);
  });

  it.each(INTERFACE_LANGUAGES)('runs nothing on the page, in the brief or in the frame, in %s', async (language) => {
    const context = JSON.stringify(makeHostileContext());
    await withServer(siteOf(hostile, { [CONTEXT_FILES.public]: context }), async ({ origin, asked }) => {
      const window = await browser.newContext();
      const { page, faults } = await watchedPage(window, origin);
      const ran: string[] = [];
      await page.exposeFunction('ran', () => {
        ran.push(page.url());
      });
      await page.goto(`${origin}/?lang=${language}&area=${encodeURIComponent(area)}`);
      await page.waitForSelector('[data-map-ready="true"]');
      expect(await page.locator('tr[data-testid^="row-"], tbody tr').count()).toBeGreaterThanOrEqual(PAYLOADS.length);
      // What people wrote: every text stands on the page, and no link leads anywhere but to the web.
      await page.getByTestId('known').waitFor();
      expect(await page.locator('li[data-known]').count()).toBeGreaterThanOrEqual(2 * PAYLOADS.length);
      expect(await page.locator('li[data-known] a:not([href^="https://elsewhere.test/"])').count()).toBe(0);
      for (const place of ['known-track', 'known-trend']) {
        await page.locator(`[data-testid="${place}"] button`).first().focus();
        expect(await page.getByTestId(`${place}-read`).textContent()).toContain('ran()');
      }
      await page.mouse.move(400, 500);
      await page.getByTestId('out-sentence').waitFor();
      await page.getByTestId('out-embed').click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('out-svg').click()]);
      const svg = await download.path();
      expect(download.suggestedFilename()).toMatch(/^[a-z0-9_-]+\.svg$/);

      for (const extra of ['&brief=1', '&embed=1']) {
        await page.goto(`${origin}/?lang=${language}&area=${encodeURIComponent(area)}${extra}`);
        await page.getByTestId(extra === '&brief=1' ? 'sheet-2' : 'embed-place').waitFor();
      }
      // The drawing as a document of its own, without any policy.
      const drawing = await serveFiles(new Map([['map.svg', readFileSync(svg)]]), '/');
      const alone = await window.newPage();
      await alone.exposeFunction('ran', () => {
        ran.push('the drawing');
      });
      await alone.goto(`${drawing.origin}/map.svg`);
      expect(await alone.evaluate(() => document.documentElement.nodeName)).toBe('svg');
      expect(await alone.locator('script, foreignObject, a').count()).toBe(0);
      await drawing.close();

      expect(ran).toEqual([]);
      expect(faults).toEqual([]);
      expect(asked.filter((path) => !/^\/(index\.html|assets\/[\w.-]+|data\/[\w.-]+)?$/.test(path))).toEqual([]);
      await window.close();
    });
  });
});
