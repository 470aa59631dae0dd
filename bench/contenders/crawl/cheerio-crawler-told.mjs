import { openCheerioCrawl } from '../../cheerio-crawl.mjs';

// It is told all addresses before the clock starts and finds none itself: less than a crawl.
export const { name, unit, prepare, run, quality, close } = openCheerioCrawl(
  'bound: CheerioCrawler that is told all addresses',
  { followsLinks: false },
);
