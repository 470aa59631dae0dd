import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenObservatory, openObservatory, seriousFaults } from './open-observatory.js';

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
    const cell = page.getByTestId('matrix-el-mahatta').locator('[data-weeks="2026-W27..2026-W28"]');
    await cell.click();
    await page.waitForSelector('[data-map-ready="true"]');
    for (const part of ['area=el-mahatta', 'from=2026-W27', 'to=2026-W28']) expect(page.url()).toContain(part);
    expect(page.url()).not.toContain('show=');
    expect(await page.getByTestId('panel').getAttribute('data-area')).toBe('el-mahatta');
    await page.getByTestId('show-back').click();
    await cell.waitFor();
    expect(page.url()).toContain('show=weeks');
    expect(page.url()).not.toContain('from=');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-weeks')))
      .toBe('2026-W27..2026-W28');
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
