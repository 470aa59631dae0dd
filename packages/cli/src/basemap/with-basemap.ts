import { escapeMarkup } from '@marsad/records';
import type { Basemap } from './open-basemap.js';

const PAGE = 'index.html';

/**
 * The files of a page that knows of its basemap: it is named in the page itself, so that no page without one asks for it.
 * @param page path → bytes
 */
export const withBasemap = (
  page: ReadonlyMap<string, Uint8Array>,
  basemap: Pick<Basemap, 'path' | 'credit'> | undefined,
): Map<string, Uint8Array> => {
  const files = new Map(page);
  const first = files.get(PAGE);
  if (basemap === undefined || first === undefined) return files;
  const mark = `<meta name="marsad-basemap" content="${basemap.path}" data-credit="${escapeMarkup(basemap.credit)}" />`;
  // A function, because a credit may hold what `replace` takes for a pattern.
  const text = new TextDecoder().decode(first).replace('</head>', () => `  ${mark}\n  </head>`);
  return files.set(PAGE, new TextEncoder().encode(text));
};
