/**
 * Pictures of the page as it should look. They hold for one browser and one set of fonts, which are named beside them; on
 * another machine the tests are skipped, by name. To make them anew after a change that was looked at:
 * MARSAD_GOLDENS=write npx vitest run --config vitest.e2e.config.ts packages/map-ui/test/budgets/goldens.e2e.test.ts
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { asWebp, readGreys } from '../browser/read-picture.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { DEMO_TAKES, demoSite } from './demo-snapshot.js';
import { openScreen, type Screen } from './screens.js';
import { structuralSimilarity } from './ssim.js';

const FOLDER = fileURLToPath(new URL('goldens/', import.meta.url));
const MADE_WITH = `${FOLDER}made-with.json`;
const WRITE = process.env.MARSAD_GOLDENS === 'write';
const LEAST = 0.98;
const MOST_BYTES = 60_000;

const SHOWN: readonly Screen[] = [
  { name: 'map', query: 'area=el-mahatta', ready: '[data-map-ready="true"]' },
  { name: 'weeks', query: 'show=weeks', ready: '[data-testid="matrix"]' },
  { name: 'places', query: 'show=places&places=el-mahatta~ennasr', ready: '[data-testid="places"]' },
];

/** What pictures depend on that is not ours: the browser and the widths of its letters. */
const lettersOf = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    return Object.fromEntries(
      ['system-ui', 'sans-serif', 'serif'].map((font) => {
        if (context) context.font = `16px ${font}`;
        return [font, context?.measureText('Quartier de la Gare 0123456789 حي المحطة').width ?? 0];
      }),
    );
  });

let browser: Browser;
let server: StaticServer | undefined;
let paper: Page;
let otherwise: string | undefined;
beforeAll(async () => {
  browser = await startBrowser();
  paper = await browser.newPage();
  const here = { chromium: browser.version(), letters: await lettersOf(paper) };
  if (WRITE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(MADE_WITH, `${JSON.stringify(here, null, 2)}\n`);
  } else if (!existsSync(MADE_WITH))
    otherwise = 'no golden pictures are kept; the head of the file says how to make them';
  else if (readFileSync(MADE_WITH, 'utf8') !== `${JSON.stringify(here, null, 2)}\n`)
    otherwise = 'this machine has another browser or other fonts than the one that made the golden pictures';
  if (otherwise === undefined) server = await serveFiles(await demoSite(), '/');
}, DEMO_TAKES);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(INTERFACE_LANGUAGES)('in %s', (language) => {
  it.for(SHOWN)('$name looks as it should', async (screen, { skip }) => {
    skip(otherwise !== undefined, otherwise);
    const origin = server?.origin ?? '';
    // Small, so that nine of them stay light: shapes, places and colours are held, not single letters.
    const viewport = { width: 1000, height: 700 };
    const context = await browser.newContext({ viewport, deviceScaleFactor: 0.5, reducedMotion: 'reduce' });
    const { page } = await watchedPage(context, origin);
    await openScreen(page, origin, language, screen);
    await page.evaluate(() => document.fonts.ready);
    const picture = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
    const path = `${FOLDER}${screen.name}-${language}.webp`;
    if (WRITE) {
      let png = await picture();
      await expect
        .poll(async () => {
          const before = png;
          png = await picture();
          return png.equals(before);
        })
        .toBe(true);
      const golden = await asWebp(paper, png, 1);
      expect(golden.length).toBeLessThanOrEqual(MOST_BYTES);
      writeFileSync(path, golden);
    }
    const golden = await readGreys(paper, readFileSync(path), 'image/webp');
    // On a busy machine the last letters or textures come after the page has said that it is whole.
    await expect
      .poll(async () => structuralSimilarity(golden, await readGreys(paper, await picture(), 'image/png')))
      .toBeGreaterThanOrEqual(LEAST);
    await context.close();
  });
});
