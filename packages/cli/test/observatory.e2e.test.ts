import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../../map-ui/test/browser/browser.js';
import { seriousFaults } from '../../map-ui/test/browser/serious-faults.js';
import { type OpenObservatory, openObservatory } from './open-observatory.js';

const SHOTS = fileURLToPath(new URL('../../../test-results/screenshots/', import.meta.url));

let demo: OpenObservatory;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  demo = await openObservatory();
});
afterAll(async () => {
  await demo?.close();
});

const open = async (query = '') => {
  const opened = await demo.open(query);
  await opened.page.waitForSelector('[data-map-ready="true"]');
  return opened;
};

/** The figure as panel and table hold it, unrounded. */
const figure = (page: Page, testId: string) =>
  page.getByTestId(testId).evaluate((element) => ({
    value: element.getAttribute('data-value'),
    share: element.getAttribute('data-flagged-share'),
    posts: element.getAttribute('data-posts'),
    flagged: element.getAttribute('data-flagged'),
    flaggedShare: element.getAttribute('data-flagged-share'),
    low: element.getAttribute('data-low'),
    high: element.getAttribute('data-high'),
  }));

const rowFigure = (page: Page, area: string) =>
  page.getByTestId(`row-${area}`).evaluate((row) => {
    const cell = row.querySelector('[data-testid="rate"]');
    return {
      value: cell?.getAttribute('data-value') ?? null,
      share: cell?.getAttribute('data-flagged-share') ?? null,
      posts: cell?.getAttribute('data-posts') ?? null,
      flagged: cell?.getAttribute('data-flagged') ?? null,
      flaggedShare: cell?.getAttribute('data-flagged-share') ?? null,
      low: cell?.getAttribute('data-low') ?? null,
      high: cell?.getAttribute('data-high') ?? null,
    };
  });

describe('the observatory in a browser', () => {
  it('shows the same number in panel and table for a week range and a signal, in Arabic, and again from the URL', async () => {
    const { page, faults } = await open();
    await page.getByTestId('language-ar').click();
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByTestId('signal').selectOption('polarisation');
    await page.getByTestId('from').selectOption('2026-W18');
    await page.getByTestId('to').selectOption('2026-W38');
    await page.getByTestId('row-el-wifaq').click();

    const inPanel = await figure(page, 'panel-rate');
    expect(Number(inPanel.posts)).toBeGreaterThanOrEqual(10);
    expect(Number(inPanel.flaggedShare)).toBeCloseTo(Number(inPanel.flagged) / Number(inPanel.posts), 10);
    expect(Number(inPanel.value)).toBeGreaterThanOrEqual(Number(inPanel.low));
    expect(Number(inPanel.value)).toBeLessThanOrEqual(Number(inPanel.high));
    expect(await rowFigure(page, 'el-wifaq')).toEqual(inPanel);

    const address = page.url();
    for (const part of ['lang=ar', 'signal=polarisation', 'from=2026-W18', 'to=2026-W38', 'area=el-wifaq']) {
      expect(address).toContain(part);
    }
    await page.reload();
    await page.waitForSelector('[data-map-ready="true"]');
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await figure(page, 'panel-rate')).toEqual(inPanel);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('says why a neighbourhood is hidden, and that another was never named', async () => {
    const { page } = await open('?lang=en&area=ed-dabbaghin');
    expect((await figure(page, 'panel-rate')).value).toBe('');
    await expect.poll(() => page.getByTestId('panel').textContent()).toMatch(/too few|fewer/i);
    await page.goto(`${demo.url}?lang=en&area=souk-en-nahhasin`);
    await page.waitForSelector('[data-map-ready="true"]');
    expect((await figure(page, 'panel-rate')).value).toBe('');
    await expect.poll(() => page.getByTestId('panel').textContent()).toMatch(/No collected post/);
    await page.close();
  });

  it.each(['ar', 'en', 'fr'])(
    'is finished in %s: no serious accessibility fault, nothing from elsewhere, a picture',
    async (language) => {
      const { page, faults } = await open(`?lang=${language}&signal=hate&area=el-mahatta`);
      expect(await seriousFaults(page)).toEqual([]);
      const picture = await page.screenshot({ path: join(SHOTS, `observatory-${language}.png`), fullPage: true });
      expect(picture.length).toBeGreaterThan(20_000);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  it('gives the table without WebGL', async () => {
    const blind = await chromium.launch({ ...CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'] });
    try {
      const page = await blind.newPage();
      await page.goto(`${demo.url}?lang=en&signal=hate`);
      await page.getByTestId('row-el-mahatta').waitFor();
      expect((await rowFigure(page, 'el-mahatta')).value).not.toBe('');
    } finally {
      await blind.close();
    }
  });
});
