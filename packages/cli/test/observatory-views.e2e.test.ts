import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../../map-ui/test/browser/serious-faults.js';
import { type OpenObservatory, openObservatory } from './open-observatory.js';

const SHOTS = fileURLToPath(new URL('../../../test-results/screenshots/', import.meta.url));
const LANGUAGES = ['ar', 'en', 'fr'];

let observatory: OpenObservatory;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  observatory = await openObservatory();
});
afterAll(async () => {
  await observatory?.close();
});

describe('the matrix of neighbourhoods and weeks in a browser', () => {
  it('leads from a cell to the map with its weeks, and back to the same cell', async () => {
    const { page, faults } = await observatory.open('?lang=en&show=weeks&order=change');
    const row = page.getByTestId('matrix-el-mahatta');
    const weeks = await row.locator('[data-weeks]:not([data-class="suppressed"])').nth(1).getAttribute('data-weeks');
    const [from, to] = weeks?.split('..') ?? [];
    const cell = row.locator(`[data-weeks="${weeks}"]`);
    await cell.click();
    await page.waitForSelector('[data-map-ready="true"]');
    for (const part of ['area=el-mahatta', `from=${from}`, `to=${to}`]) expect(page.url()).toContain(part);
    expect(page.url()).not.toContain('show=');
    expect(await page.getByTestId('panel').getAttribute('data-area')).toBe('el-mahatta');
    await page.getByTestId('show-back').click();
    await cell.waitFor();
    expect(page.url()).toContain('show=weeks');
    expect(page.url()).not.toContain('from=');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-weeks'))).toBe(weeks);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('is walked with the keys, mirrored in Arabic, and a silence says that it is one', async () => {
    const { page } = await observatory.open('?lang=ar&show=weeks&order=name');
    await page.getByTestId('matrix-city').locator('button').first().focus();
    for (const key of ['ArrowLeft', 'End', 'PageDown', 'PageUp', 'ArrowDown']) await page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? '');
    await expect.poll(focused).toMatch(/^1:[1-9]/);
    const [row, position] = (await focused()).split(':').map(Number);
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe(`${row}:${(position ?? 0) - 1}`);
    const silent = page.getByTestId('matrix-ed-dabbaghin').locator('[data-class="suppressed"]').first();
    expect(await silent.getAttribute('aria-label')).toContain('محجوب');
    const empty = page.getByTestId('matrix-souk-en-nahhasin').locator('[data-class="no-data"]');
    expect(await empty.getAttribute('aria-label')).toContain('لا بيانات');
    await silent.press('Enter');
    await page.waitForSelector('[data-map-ready="true"]');
    expect(page.url()).toContain('area=ed-dabbaghin');
    await page.close();
  });

  it.each(LANGUAGES)('has no serious accessibility fault in %s, and a picture', async (language) => {
    const { page, faults } = await observatory.open(`?lang=${language}&show=weeks&area=el-mahatta&order=course`);
    await page.getByTestId('matrix').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const picture = await page.screenshot({ path: join(SHOTS, `weeks-${language}.png`) });
    expect(picture.length).toBeGreaterThan(20_000);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('playing the weeks in a browser', () => {
  it('moves them forward no more than twice a second, and stops when something else gets the focus', async () => {
    const { page, faults } = await observatory.open('?lang=en&from=2026-W14&to=2026-W20');
    await page.waitForSelector('[data-map-ready="true"]');
    const from = () => new URL(page.url()).searchParams.get('from');
    await page.clock.install();
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    await page.getByTestId('play').click();
    for (const week of ['2026-W15', '2026-W16', '2026-W17']) {
      await page.clock.runFor(499);
      expect(from()).not.toBe(week);
      await page.clock.runFor(1);
      await expect.poll(from).toBe(week);
    }
    expect(await page.getByTestId('live').textContent()).toBe('');
    await page.getByTestId('signal').focus();
    await expect.poll(() => page.getByTestId('play').getAttribute('aria-label')).toContain('Play');
    await expect.poll(() => page.getByTestId('live').textContent()).not.toBe('');
    await page.clock.runFor(5000);
    expect(from()).toBe('2026-W17');
    await page.getByTestId('back').click();
    await expect.poll(from).toBe('2026-W16');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('is not offered to readers who want less motion, who step by hand', async () => {
    const { page } = await observatory.open('?lang=ar&from=2026-W14&to=2026-W20');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(() => page.getByTestId('play').count()).toBe(0);
    await page.getByTestId('forward').click();
    await expect.poll(() => page.url()).toContain('to=2026-W21');
    await page.close();
  });
});

describe('two periods in a browser', () => {
  it('are compared alike on map, in legend, table, panel and address, and again from the address', async () => {
    const { page, faults } = await observatory.open('?lang=en&area=el-mahatta');
    await page.waitForSelector('[data-map-ready="true"]');
    await page.getByTestId('compare').click();
    await page.getByTestId('change-legend').waitFor();
    expect(page.url()).toContain('before=2026-W14..2026-W26');
    const read = (testId: string) =>
      page.getByTestId(testId).evaluate((element) => {
        const { class: changeClass, before, after, change } = (element as HTMLElement).dataset;
        return { changeClass, before, after, change };
      });
    const inPanel = await read('panel-change');
    expect(inPanel.changeClass).toBe('rise-strong');
    const inTable = await page
      .getByTestId('row-el-mahatta')
      .getByTestId('change')
      .evaluate((element) => {
        const { class: changeClass, before, after, change } = (element as HTMLElement).dataset;
        return { changeClass, before, after, change };
      });
    expect(inTable).toEqual(inPanel);
    expect(await page.getByTestId('change-legend').textContent()).toContain('no clear change');
    await page.reload();
    await page.getByTestId('panel-change').waitFor();
    expect(await read('panel-change')).toEqual(inPanel);
    await page.getByTestId('compare-end').click();
    await expect.poll(() => page.url()).not.toContain('before=');
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('small maps and places side by side in a browser', () => {
  it('lead from a small map to the large one and back', async () => {
    const { page, faults } = await observatory.open('?lang=fr&show=small-maps&facets=target');
    await page.getByTestId('facet-anti-roma').click();
    await page.waitForSelector('[data-map-ready="true"]');
    expect(page.url()).toContain('target=anti-roma');
    await page.getByTestId('show-back').click();
    await page.getByTestId('small-maps').waitFor();
    expect(page.url()).not.toContain('target=');
    expect(await page.locator('[data-testid^="facet-"]').count()).toBeLessThanOrEqual(12);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('put places beside one another with the numbers of the table', async () => {
    const { page, faults } = await observatory.open('?lang=en&area=el-mahatta');
    await page.getByTestId('compare-place').click();
    await page.getByTestId('places-add').selectOption('ennasr');
    await expect.poll(() => new URL(page.url()).searchParams.get('places')).toBe('el-mahatta~ennasr');
    for (const area of ['el-mahatta', 'ennasr']) {
      const value = (scope: string, testId: string) =>
        page.getByTestId(scope).getByTestId(testId).getAttribute('data-value');
      expect(await value(`place-${area}`, 'place-rate')).toBe(await value(`row-${area}`, 'rate'));
    }
    expect(await page.getByTestId('places-verdict').textContent()).toContain('lies above');
    await page.getByTestId('places-drop-ennasr').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('places')).toBe('el-mahatta');
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('a row of the table in a browser', () => {
  it('brings the panel into sight, and the panel leads back to the row', async () => {
    const { page } = await observatory.open('?lang=en');
    const row = page.getByTestId('row-el-qasba');
    await row.scrollIntoViewIfNeeded();
    await row.click();
    const inSight = (testId: string) =>
      page.getByTestId(testId).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= -1 && bottom <= innerHeight + 1;
      });
    await expect.poll(() => inSight('panel-rate')).toBe(true);
    await page.getByTestId('back-to-row').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-area'))).toBe('el-qasba');
    await expect.poll(() => inSight('row-el-qasba')).toBe(true);
    await page.close();
  });
});

describe.each(LANGUAGES)('the other views in %s', (language) => {
  it.each([
    ['small-maps', 'show=small-maps&facets=target&area=el-mahatta'],
    ['places', 'show=places&places=el-mahatta~ennasr~ed-dabbaghin'],
    ['change', 'before=2026-W14..2026-W26&from=2026-W27&area=el-mahatta'],
  ])('have no serious accessibility fault in %s, and a picture', async (name, query) => {
    const { page, faults } = await observatory.open(`?lang=${language}&${query}`);
    await page.waitForSelector('[data-map-ready="true"], [data-testid="small-maps"], [data-testid="places"]');
    expect(await seriousFaults(page)).toEqual([]);
    const picture = await page.screenshot({ path: join(SHOTS, `${name}-${language}.png`) });
    expect(picture.length).toBeGreaterThan(20_000);
    expect(faults).toEqual([]);
    await page.close();
  });
});
