/// <reference lib="dom" />
import { chromium } from 'playwright-core';

/** Nothing here takes as long as this unless it hangs. */
const PATIENCE = { timeout: 120_000 };

/** Presses, inside the page, «more» of the third city as soon as it is there, and notes when the address says that city. */
const pressAtOnce = () => {
  /** @type {{ table?: number, answers?: number }} */
  const moments = {};
  Object.assign(globalThis, { moments });
  const look = () => {
    const more = document.querySelector('tr[data-testid^="city-"]:nth-child(3) button.more');
    if (!(more instanceof HTMLElement) || moments.table !== undefined) return;
    moments.table = performance.now();
    setTimeout(() => more.click());
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
  const replace = history.replaceState.bind(history);
  history.replaceState = (...change) => {
    replace(...change);
    if (location.search.includes('city=')) {
      moments.answers ??= performance.now();
      document.documentElement.dataset.answered = '';
    }
  };
};

/** A browser that has been read from the disk: its first start is nobody's budget. @param {string} url of any page */
export const warmBrowser = async (url) => {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  await page.goto(url, PATIENCE);
  await page.close();
  return browser;
};

/**
 * Opens a region as a reader who has nothing of it in the cache.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @returns {Promise<{ table: number, answers: number, cpu: number }>} seconds from the navigation until the table of cities is there
 *   and until it answers a press, and seconds of CPU of the page's main thread
 */
export const openRegion = async (browser, url) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(pressAtOnce);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url, PATIENCE);
    await page.waitForSelector('html[data-answered]', PATIENCE);
    /** @type {{ table: number, answers: number }} */
    const { table, answers } = await page.evaluate('moments');
    const { metrics } = await session.send('Performance.getMetrics');
    const cpu = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    return { table: table / 1e3, answers: answers / 1e3, cpu };
  } finally {
    await context.close();
  }
};
