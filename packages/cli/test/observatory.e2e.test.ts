import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/marsad.js', import.meta.url));
const SHOTS = fileURLToPath(new URL('../../../test-results/screenshots/', import.meta.url));

const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
};

/** Runs `marsad demo --port 0` in a folder of its own until it says where the observatory is. */
const startDemo = async (work: string): Promise<{ url: string; stop: () => Promise<void> }> => {
  const child = spawn(process.execPath, [BIN, 'demo', '--port', '0', '--work', work], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (url) {
      return {
        url,
        stop: async () => {
          child.kill('SIGINT');
          await ended;
        },
      };
    }
  }
  throw new Error(`the demo ended without an observatory:\n${said.join('\n')}`);
};

let work: string;
let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  work = mkdtempSync(join(tmpdir(), 'marsad-e2e-'));
  demo = await startDemo(work);
  browser = await chromium.launch(CHROMIUM);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  rmSync(work, { recursive: true, force: true });
});

interface Opened {
  page: Page;
  /** requests to anywhere but our own server, and everything the page complained of */
  faults: string[];
}

const open = async (query = ''): Promise<Opened> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(demo.url))
      faults.push(`off-origin ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`error ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console ${message.text()}`);
  });
  await page.goto(demo.url + query);
  await page.waitForSelector('[data-map-ready="true"]');
  return { page, faults };
};

/** The figure as panel and table hold it, unrounded. */
const figure = (page: Page, testId: string) =>
  page.getByTestId(testId).evaluate((element) => ({
    value: element.getAttribute('data-value'),
    posts: element.getAttribute('data-posts'),
    flagged: element.getAttribute('data-flagged'),
  }));

const rowFigure = (page: Page, area: string) =>
  page.getByTestId(`row-${area}`).evaluate((row) => {
    const cell = row.querySelector('[data-testid="rate"]');
    return {
      value: cell?.getAttribute('data-value') ?? null,
      posts: cell?.getAttribute('data-posts') ?? null,
      flagged: cell?.getAttribute('data-flagged') ?? null,
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
    expect(Number(inPanel.value)).toBeCloseTo(Number(inPanel.flagged) / Number(inPanel.posts), 10);
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
      // Injected through the debugger, because the page's own policy rightly refuses scripts from elsewhere.
      await page.evaluate(axe.source);
      const serious = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run();
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      });
      expect(serious).toEqual([]);
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
