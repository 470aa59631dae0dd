import type { Region } from '@marsad/records';
import { catalogueOf } from './catalogue.js';
import { REGION_PAGE, regionViewerFiles } from './viewer-files.js';

/**
 * The region's page and what it reads, path → bytes; the cities lie below it.
 * @param account where readers find their account; undefined where nobody logs in
 * @throws InputError when the page is not built
 */
export const regionFiles = async (region: Region, account?: string): Promise<Map<string, Uint8Array>> => {
  const files = await regionViewerFiles();
  const encoder = new TextEncoder();
  const page = new TextDecoder().decode(files.get(REGION_PAGE));
  files.delete(REGION_PAGE);
  // The figures come while the scripts do, and not after them.
  const marks = ['<link rel="preload" href="region.json" as="fetch" crossorigin />'];
  if (account !== undefined) marks.push(`<meta name="marsad-account" content="${account}" />`);
  const head = marks.map((mark) => `  ${mark}\n  `).join('');
  files.set('index.html', encoder.encode(page.replace('</head>', `${head}</head>`)));
  files.set('region.json', encoder.encode(`${JSON.stringify(region)}\n`));
  files.set('catalogue.jsonld', encoder.encode(`${JSON.stringify(catalogueOf(region), null, 2)}\n`));
  return files;
};
