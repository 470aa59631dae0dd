// node bench/run.mjs page: what the page costs a reader, each figure beside its budget. No peers, so no ratios.
/// <reference lib="dom" />
import { chromium } from 'playwright-core';
import { gridCity } from '../../corpora/grid-city.mjs';
import { median } from '../../median.mjs';
import { servePage } from '../../serve-page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} Debugger */

/** MapLibre's map, as far as it is asked here. @typedef {{ once: (event: 'idle', then: () => void) => void }} OpenedMap */

const STEPS = 7;
const PLAY_SECONDS = 120;
/** Nothing here takes as long as this unless it hangs. */
const PATIENCE = { timeout: 180_000 };
/** A bad line: 400 kbit/s, and 400 ms until an answer begins. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
});

/** Notes, inside the page, when the table was read, when it sorted and searched, when all answered, when the map was there, and when the weeks moved. */
const noteMoments = () => {
  /** @type {{ table?: number, sorts?: number, answers?: number, map?: number, steps: number[] }} */
  const moments = { steps: [] };
  Object.assign(globalThis, { moments });
  const look = () => {
    if (document.querySelector('#figures tbody + tbody tr')) moments.table ??= performance.now();
    if (document.querySelector('#figures thead button:not(:disabled)')) moments.sorts ??= performance.now();
    if (document.querySelector('tr[data-testid^="row-"]')) moments.answers ??= performance.now();
    if (document.querySelector('[data-map-ready="true"]')) moments.map ??= performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  const replace = history.replaceState.bind(history);
  history.replaceState = (...change) => {
    moments.steps.push(performance.now());
    replace(...change);
  };
};

/** @param {Page} page @returns {Promise<{ table?: number, sorts?: number, answers?: number, map?: number, steps: number[] }>} */
const momentsOf = (page) => page.evaluate('moments');

/**
 * Milliseconds of CPU that the page's main thread took so far.
 * @param {Debugger} session
 */
const cpuOf = async (session) => {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
};

/**
 * Opens a city in a browser that has nothing in its cache, and closes it after the work.
 * @param {number} size areas
 * @param {string} query
 * @param {(page: Page, session: Debugger) => Promise<void>} work
 * @param {typeof SLOW | null} line
 */
const withCity = async (size, query, work, line = null) => {
  const server = await servePage(gridCity(size));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(noteMoments);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (line) await session.send('Network.emulateNetworkConditions', line);
    await page.goto(`${server.origin}/?lang=en${query}`, PATIENCE);
    await work(page, session);
  } finally {
    await context.close();
    server.close();
  }
};

/**
 * @param {string} what
 * @param {string} found
 * @param {string} budget
 * @param {boolean} held
 * @param {string} [beside]
 */
const tell = (what, found, budget, held, beside = '') => {
  process.stdout.write(
    `  ${what.padEnd(64)}${found.padStart(12)}  budget ${budget.padEnd(12)}${held ? 'held' : 'OVER'}  ${beside}\n`,
  );
  if (!held) process.exitCode = 1;
};
/** @param {number} ms */
const time = (ms) => `${Math.round(ms).toLocaleString('en')} ms`;
/** @param {number} ms */
const busy = (ms) => `main thread ${time(ms)} of CPU`;

// The first start of a browser reads it from the disk: nobody's budget.
await withCity(18, '', async (page) => {
  await page.waitForSelector('[data-map-ready="true"]', PATIENCE);
});

for (const size of [18, 300]) {
  await withCity(
    size,
    '',
    async (page, session) => {
      await page.waitForSelector('tr[data-testid^="row-"]', { ...PATIENCE, state: 'attached' });
      const { table = Number.NaN, sorts = Number.NaN, answers = Number.NaN } = await momentsOf(page);
      const what = `table read, sorted, searched at 400 kbit/s, 400 ms, ${size} areas`;
      const usable = Math.max(table, sorts);
      const beside = `read after ${time(table)}, all answers after ${time(answers)}, ${busy(await cpuOf(session))}`;
      tell(what, time(usable), '3,000 ms', usable <= 3000, beside);
    },
    SLOW,
  );
}

for (const [size, budget] of [
  [300, 3000],
  [5000, 4000],
]) {
  await withCity(size ?? 0, '', async (page, session) => {
    await page.waitForSelector('[data-map-ready="true"]', PATIENCE);
    const { map = Number.NaN, table = Number.NaN } = await momentsOf(page);
    const beside = `table after ${time(table)}, ${busy(await cpuOf(session))}`;
    tell(`map at rest, ${size} areas`, time(map), time(budget ?? 0), map <= (budget ?? 0), beside);
  });
}

await withCity(3000, '&from=2025-W40&to=2025-W52', async (page, session) => {
  await page.waitForSelector('[data-map-ready="true"]', PATIENCE);
  const before = await cpuOf(session);
  /** @type {number[]} */
  const walls = [];
  for (let step = 0; step < STEPS; step += 1) {
    const wall = await page.evaluate(
      () =>
        new Promise((/** @type {(ms: number) => void} */ resolve) => {
          const { openedMap } = /** @type {{ openedMap: OpenedMap }} */ (/** @type {unknown} */ (globalThis));
          const forward = document.querySelector('[data-testid="forward"]');
          const begun = performance.now();
          if (forward instanceof HTMLElement) forward.click();
          // The map rested before and is told to draw anew: its next rest is after this step.
          openedMap.once('idle', () => resolve(performance.now() - begun));
        }),
    );
    walls.push(wall);
  }
  const cpu = ((await cpuOf(session)) - before) / STEPS;
  const wall = median(walls);
  tell('one week on, map at rest again, 3,000 areas', time(wall), '200 ms', wall <= 200, busy(cpu));
});

await withCity(300, '&from=2025-W40&to=2025-W52', async (page, session) => {
  await page.waitForSelector('[data-map-ready="true"]', PATIENCE);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const play = page.getByTestId('play');
  /** Plays to the last week. @returns {Promise<number>} steps a second */
  const playThrough = async () => {
    await play.click();
    const already = (await momentsOf(page)).steps.length;
    await page.waitForSelector('[data-testid="play"][aria-label^="Pause"]', PATIENCE);
    await page.waitForSelector('[data-testid="play"][aria-label^="Play"]', PATIENCE);
    const steps = (await momentsOf(page)).steps.slice(already);
    return (1000 * (steps.length - 1)) / ((steps.at(-1) ?? Number.NaN) - (steps[0] ?? Number.NaN));
  };
  // Once before it counts: what is made on first use stays.
  await playThrough();
  const before = await heap();
  /** @type {number[]} */
  const rates = [];
  const end = performance.now() + 1000 * PLAY_SECONDS;
  while (performance.now() < end) rates.push(await playThrough());
  const rate = median(rates);
  tell('weeks a second while playing, 300 areas', rate.toFixed(2), 'at least 2', rate >= 1.95);
  const growth = (100 * ((await heap()) - before)) / before;
  const beside = `of ${Math.round(before / 1e6)} MB`;
  tell(`memory more after ${PLAY_SECONDS} s of play`, `${growth.toFixed(1)} %`, '10 %', growth <= 10, beside);
});

await browser.close();
