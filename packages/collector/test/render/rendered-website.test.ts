import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWeb, type Web } from '../support/web.js';
import { collectSite, scriptedSite } from './rendered-website.js';

let web: Web;
let folder: string;
/** A browser that leaves a mark and ends. */
let executablePath: string;
let mark: string;

beforeEach(async () => {
  web = await openWeb(scriptedSite());
  folder = mkdtempSync(join(tmpdir(), 'marsad-render-'));
  executablePath = join(folder, 'chromium');
  mark = join(folder, 'started');
  writeFileSync(executablePath, `#!/bin/sh\n: > '${mark}'\nexit 1\n`);
  chmodSync(executablePath, 0o755);
});
afterEach(async () => {
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a website', () => {
  it('with render: false starts no browser', async () => {
    const { report, texts } = await collectSite(web, { render: false, chromium: { executablePath } });
    expect(texts).toEqual([expect.stringContaining('Plain text')]);
    expect(report.sources[0]?.documents.notRendered).toBeUndefined();
    expect(existsSync(mark)).toBe(false);
  });

  it('with render: true is read as it came, and that is counted, where the browser does not start', async () => {
    const { report, texts } = await collectSite(web, { render: true, chromium: { executablePath } });
    expect(existsSync(mark)).toBe(true);
    expect(texts).toEqual([expect.stringContaining('Plain text')]);
    expect(report.sources[0]?.documents).toMatchObject({ fetched: 1, notRendered: { 'browser-failed': 1 } });
  });

  it('with render: true is not asked at all where there is no Chromium, and the report says what to do', async () => {
    const { report } = await collectSite(web, { render: true });
    expect(web.asked).toEqual([]);
    expect(report.sources[0]).toMatchObject({
      reached: false,
      error: expect.stringContaining('no Chromium was found'),
    });
    expect(report.sources[0]?.remedy).toContain('MARSAD_CHROMIUM');
  });
});
