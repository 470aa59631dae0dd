import { CONTEXT_FILES, INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { serveFiles } from '../browser/static-server.js';
import { siteOf } from '../browser/viewer-files.js';
import { translatorOf } from '../i18n/read-catalogue.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { madeKnown } from './made-known.js';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const { setAside: _, ...context } = madeKnown();

const onPage = async (query: string, text: string | undefined, work: (page: Page) => Promise<void>): Promise<void> => {
  const server = await serveFiles(
    siteOf(makeSnapshot(), text === undefined ? {} : { [CONTEXT_FILES.public]: text }),
    '/',
  );
  const window = await browser.newContext();
  try {
    const { page, faults } = await watchedPage(window, server.origin);
    await page.goto(`${server.origin}/?${query}`);
    await work(page);
    expect(faults).toEqual([]);
  } finally {
    await window.close();
    await server.close();
  }
};

describe.each(INTERFACE_LANGUAGES)('what is known offline, in %s', (language) => {
  const { say } = translatorOf(language);

  it('stands in the panel of its place, those of other weeks to open, with the sentence that it foretells nothing', async () => {
    await onPage(
      `lang=${language}&area=el-mahatta&from=2026-W14&to=2026-W20`,
      JSON.stringify(context),
      async (page) => {
        const known = page.getByTestId('known');
        await known.waitFor();
        expect(
          await known.locator('> ul [data-known]').evaluateAll((all) => all.map((one) => one.dataset.known)),
        ).toEqual(['works', 'square']);
        expect(await known.locator('summary').textContent()).toBe(say('known.outside', { count: 2 }));
        expect(await page.getByTestId('known-caution').textContent()).toBe(say('known.caution'));
        expect(await known.locator('blockquote').getAttribute('lang')).toBe('fr');
        expect(await page.getByTestId('known-about').textContent()).toContain(say('known.caution'));
      },
    );
  });

  it('is marked on slider and trend: one stop for the keyboard, arrows in reading direction', async () => {
    await onPage(`lang=${language}`, JSON.stringify(context), async (page) => {
      for (const place of ['known-track', 'known-trend']) {
        const marks = page.getByTestId(place).locator('button');
        await marks.first().waitFor();
        expect(await marks.evaluateAll((all) => all.map((one) => one.tabIndex))).toEqual([0, -1, -1, -1]);
        const lefts = await marks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
        expect(Math.sign((lefts[3] ?? 0) - (lefts[0] ?? 0))).toBe(language === 'ar' ? -1 : 1);
        await marks.first().focus();
        await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
        const second = marks.nth(1);
        expect(await second.evaluate((one) => one === document.activeElement)).toBe(true);
        const words = (await second.getAttribute('aria-label')) ?? '';
        expect(words).toContain(language === 'ar' ? 'عنوان lamp' : 'Title of lamp');
        expect(await page.getByTestId(`${place}-read`).textContent()).toContain(words);
      }
    });
  });

  it('is marked in the rows of the matrix, and said with the cells', async () => {
    await onPage(`lang=${language}&show=weeks`, JSON.stringify(context), async (page) => {
      await page.getByTestId('matrix-known').first().waitFor();
      expect(await page.getByTestId('matrix-cite-olympique').getByTestId('matrix-known').count()).toBe(1);
      expect(await page.getByTestId('matrix-el-qasba').getByTestId('matrix-known').count()).toBe(0);
      const cells = page.getByTestId('matrix-cite-olympique').locator('button[data-weeks]');
      const told = await cells.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
      expect(told.filter((words) => words.includes('clash') && words.includes('lamp'))).toHaveLength(1);
      expect(await page.getByTestId('matrix-known-note').textContent()).toContain(say('known.caution'));
    });
  });

  it.each(['', '&before=2026-W14..2026-W26&from=2026-W27'])(
    'stands on the second sheet of the brief, which stays a sheet however much it is (%s)',
    async (compared) => {
      const incidents = Array.from({ length: 30 }, (_, index) => ({
        ...context.incidents[0],
        id: `long-${index}`,
        week: '2026-W30',
        titles: { en: 'They met and talked about it. '.repeat(5), ar: 'اجتمعوا وتحدثوا عن ذلك طويلًا. '.repeat(5) },
      }));
      const query = `lang=${language}&brief=1&area=el-mahatta${compared}`;
      await onPage(query, JSON.stringify({ ...context, incidents }), async (page) => {
        await page.getByTestId('known-brief').waitFor();
        const sheet = page.getByTestId('sheet-2');
        await expect.poll(() => sheet.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(0);
        expect(await page.getByTestId('known-brief').textContent()).toContain(say('known.title'));
      });
    },
  );

  it('is said to be unreadable where it is, while the figures stand', async () => {
    await onPage(`lang=${language}`, '{"incidents":', async (page) => {
      expect(await page.getByTestId('known').textContent()).toContain(say('known.unreadable'));
      expect(await page.getByTestId('panel-rate').getAttribute('data-value')).not.toBe('');
    });
  });
});

it('leaves no trace on the page of a snapshot that has none', async () => {
  await onPage('lang=en', undefined, async (page) => {
    await page.getByTestId('about-check').waitFor();
    expect(await page.locator('[data-testid^="known"]').count()).toBe(0);
  });
});
