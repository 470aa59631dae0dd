import { afterEach, describe, expect, it } from 'vitest';
// The built package: the extraction worker is a file of its own and is found beside the built code.
import { collect, sourceSpec } from '../../dist/index.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { openWeb, testEffects, type Web } from '../support/web.js';
import { WITHHELD } from '../support/withheld-pages.js';

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const site = sourceSpec.parse({
  id: 'news',
  name: 'News',
  kind: 'website',
  start: ['http://news.test/'],
  follow: ['/a/*'],
  articles: ['/a/*'],
  gapSeconds: 0,
});
const run = (ledger: MemoryLedger) =>
  collect([site], {
    ledger,
    effects: testEffects(web?.dial),
    userAgent: 'Marsad/0.1 (+https://example.org/contact)',
    allowPrivateHosts: [],
  });

describe('a site that answers 200 and withholds its pages', () => {
  it.each(WITHHELD)(
    'with %s is not collected, which is not to say that it holds nothing',
    async (_name, reason, html) => {
      web = await openWeb({ 'news.test/': '<a href="/a/1">One</a>', 'news.test/a/1': html });
      const ledger = new MemoryLedger();
      const report = await run(ledger);
      expect(report.sources[0]?.documents).toMatchObject({ fetched: 1, failed: { [reason]: 1 } });
      expect([ledger.posts.size, ledger.rejections.size]).toEqual([0, 0]);

      web.pages['news.test/'] = html;
      const again = await run(new MemoryLedger());
      expect(again.sources[0]?.documents).toMatchObject({ fetched: 0, failed: { [reason]: 1 } });
      expect(again.sources[0]?.error).toContain(`http://news.test/: answered with a ${reason.replaceAll('-', ' ')}`);
    },
  );

  it('is asked again in a later run, and gives its text then', async () => {
    const [, , html = ''] = WITHHELD[0] ?? [];
    web = await openWeb({ 'news.test/': '<a href="/a/1">One</a>', 'news.test/a/1': html });
    const ledger = new MemoryLedger();
    await run(ledger);
    const words = 'The town hall said this morning that the central market opens again after several months of work.';
    web.pages['news.test/a/1'] = `<title>Market</title><h1>Market</h1><p>${words}</p>`;
    await run(ledger);
    expect([...ledger.posts.values()].map(({ text }) => text)).toEqual([words]);
  });
});
