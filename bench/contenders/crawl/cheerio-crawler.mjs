import { openCheerioCrawl } from '../../cheerio-crawl.mjs';

// From the start page along the links, as ours goes; it keeps nothing.
export const { name, unit, prepare, run, quality, close } = openCheerioCrawl(
  'crawlee CheerioCrawler: fetch, parse, follow links',
  { followsLinks: true },
);
