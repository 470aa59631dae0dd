import { ours } from './peer.mjs';
import { startCrawlSite } from './start-crawl-site.mjs';

const PAGES = 2_000;
const CONNECTIONS = 16;
const { loadCrawlee } = await ours('collector', 'fetch/load-crawlee.js');

/**
 * A contender that crawls the site of corpora/crawl-site.mjs with crawlee's CheerioCrawler and does nothing with the
 * pages but parse them. Its queue is kept in memory: with the storage that it has by default it writes a file a page.
 * @param {string} name
 * @param {{ followsLinks: boolean }} options
 */
export const openCheerioCrawl = (name, { followsLinks }) => {
  /** @type {Awaited<ReturnType<typeof startCrawlSite>>} */
  let site;
  let titles = 0;
  return {
    name,
    unit: 'pages',
    prepare: async () => {
      site = await startCrawlSite(PAGES);
    },
    run: async () => {
      titles = 0;
      const { CheerioCrawler, Configuration, Log, LogLevel } = await loadCrawlee();
      const crawler = new CheerioCrawler(
        {
          minConcurrency: CONNECTIONS,
          maxConcurrency: CONNECTIONS,
          useSessionPool: false,
          log: new Log({ level: LogLevel.OFF }),
          requestHandler: async (/** @type {any} */ { $, enqueueLinks }) => {
            if ($('title').text() !== '') titles += 1;
            if (followsLinks) await enqueueLinks();
          },
        },
        new Configuration({ persistStorage: false, purgeOnStart: false }),
      );
      const known = followsLinks ? ['/'] : site.paths;
      const { requestsFinished } = await crawler.run(known.map((path) => `${site.origin}${path}`));
      return requestsFinished;
    },
    quality: () => `${titles} pages parsed`,
    close: () => site.close(),
  };
};
