import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWeb, type Web } from '../support/web.js';
import { CHROMIUM, NO_CHROMIUM } from './chromium.js';
import { collectSite, scriptedSite } from './rendered-website.js';

let web: Web | undefined;
beforeEach((context) => context.skip(NO_CHROMIUM !== undefined, NO_CHROMIUM));
afterEach(async () => {
  await web?.close();
  web = undefined;
});

describe('a website with render: true', () => {
  it('gives the text that its scripts put there', async () => {
    web = await openWeb(scriptedSite());
    const { report, texts } = await collectSite(web, { render: true, chromium: CHROMIUM });
    expect(texts).toEqual([expect.stringContaining('Shown by a script')]);
    expect(report.sources[0]?.documents).toMatchObject({ fetched: 1 });
    expect(report.sources[0]?.documents.notRendered).toBeUndefined();
    expect(web.asked).toEqual(['news.test/robots.txt', 'news.test/a.html', 'news.test/data.json']);
  });

  it('asks not to be kept also where its script takes that back', async () => {
    web = await openWeb(scriptedSite('<meta name="robots" content="noindex">'));
    const { report, texts } = await collectSite(web, { render: true, chromium: CHROMIUM });
    expect(texts).toEqual([]);
    expect(report.sources[0]?.documents.skipped).toEqual({ noindex: 1 });
  });
});
