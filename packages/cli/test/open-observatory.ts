import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startBrowser } from '../../map-ui/test/browser/browser.js';

const BIN = fileURLToPath(new URL('../bin/marsad.js', import.meta.url));

interface OpenedPage {
  page: Page;
  /** requests to anywhere but our own server, and everything the page complained of */
  faults: string[];
}

export interface OpenObservatory {
  url: string;
  open: (query: string, viewport?: { width: number; height: number }) => Promise<OpenedPage>;
  close: () => Promise<void>;
}

/** Runs `marsad demo --port 0` in a folder of its own and a browser beside it. */
export const openObservatory = async (): Promise<OpenObservatory> => {
  const work = mkdtempSync(join(tmpdir(), 'marsad-e2e-'));
  const child = spawn(process.execPath, [BIN, 'demo', '--port', '0', '--work', work], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const said: string[] = [];
  let url: string | undefined;
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    url = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (url) break;
  }
  if (url === undefined) throw new Error(`the demo ended without an observatory:\n${said.join('\n')}`);
  const origin = url;
  const browser = await startBrowser();
  return {
    url,
    open: async (query, viewport = { width: 1280, height: 900 }) => {
      const page = await browser.newPage({ viewport });
      const faults: string[] = [];
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin)) {
          faults.push(`off-origin ${request.url()}`);
        }
      });
      page.on('pageerror', (error) => faults.push(`error ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console ${message.text()}`);
      });
      await page.goto(origin + query);
      await page.getByTestId('panel').waitFor();
      return { page, faults };
    },
    close: async () => {
      await browser.close();
      child.kill('SIGINT');
      await ended;
      rmSync(work, { recursive: true, force: true });
    },
  };
};
