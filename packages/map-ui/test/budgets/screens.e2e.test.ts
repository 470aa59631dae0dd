import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../browser/browser.js';
import { seriousFaults } from '../browser/serious-faults.js';
import { type StaticServer, serveFiles } from '../browser/static-server.js';
import { DEMO_TAKES, demoSite } from './demo-snapshot.js';
import { openScreen, SCREENS } from './screens.js';

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  server = await serveFiles(await demoSite(), '/');
  browser = await startBrowser();
}, DEMO_TAKES);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const within = async (
  viewport: { width: number; height: number },
  work: (context: BrowserContext) => Promise<void>,
) => {
  const context = await browser.newContext({ viewport });
  try {
    await work(context);
  } finally {
    await context.close();
  }
};

describe.each(INTERFACE_LANGUAGES)('in %s', (language) => {
  it.each(SCREENS)(
    '$name: nothing that axe calls serious or critical, in a wide window and a narrow one',
    async (screen) => {
      await within({ width: 1280, height: 900 }, async (context) => {
        const { page, faults } = await watchedPage(context, server.origin);
        await openScreen(page, server.origin, language, screen);
        expect(await seriousFaults(page)).toEqual([]);
        // What 1,280 pixels are at a zoom of 400 % (WCAG 1.4.10): reading goes down, never sideways.
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await seriousFaults(page)).toEqual([]);
        if (!screen.query.startsWith('brief'))
          await expect
            .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
            .toBeLessThanOrEqual(0);
        expect(faults).toEqual([]);
      });
    },
  );
});
