import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ours } from '../../peer.mjs';
import { startCrawlSite } from '../../start-crawl-site.mjs';

export const name = 'marsad collect: read, redact, hash, store';
export const unit = 'pages';

const PAGES = 2_000;
const { collect, sourceSpec } = await ours('collector');
const { openStore } = await ours('store');

/** @type {Awaited<ReturnType<typeof startCrawlSite>>} */
let site;
const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'));
let passes = 0;
let posts = 0;

export const prepare = async () => {
  site = await startCrawlSite(PAGES);
};

export const run = async () => {
  passes += 1;
  const store = await openStore(join(folder, `${passes}.sqlite`));
  const source = sourceSpec.parse({
    id: 'site',
    name: 'A site',
    kind: 'website',
    start: [`${site.origin}/`],
    articles: ['/article/*'],
    depth: 50,
    maximumPages: PAGES,
    gapSeconds: 0,
  });
  const report = await collect([source], {
    ledger: store,
    effects: {
      clock: () => new Date(),
      sleep: (/** @type {number} */ milliseconds) => delay(milliseconds),
      random: Math.random,
      authorKey: new Uint8Array(32).fill(7),
      secrets: {},
      onProgress: () => {},
    },
    userAgent: 'Marsad/0.1 (+https://example.org)',
    allowPrivateHosts: ['127.0.0.1'],
  });
  await store.close();
  posts = report.items.out;
  return report.sources[0].documents.fetched;
};

export const quality = () => `${posts} posts stored`;

export const close = () => {
  site.close();
  rmSync(folder, { recursive: true, force: true });
};
