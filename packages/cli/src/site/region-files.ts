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
  const mark = account === undefined ? '' : `  <meta name="marsad-account" content="${account}" />\n  `;
  files.set('index.html', encoder.encode(page.replace('</head>', `${mark}</head>`)));
  files.set('region.json', encoder.encode(`${JSON.stringify(region)}\n`));
  files.set('catalogue.jsonld', encoder.encode(`${JSON.stringify(catalogueOf(region), null, 2)}\n`));
  return files;
};
