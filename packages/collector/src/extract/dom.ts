/// <reference lib="dom" />
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

/** Readability overflows the stack near 10,000 nested elements and needs seconds at 5,000; real pages stay under 100. */
const MAXIMUM_DEPTH = 512;
/** How large a page may be to be taken apart. */
export interface PageLimits {
  elements: number;
  /** the depths of all elements together */
  levels: number;
}

/**
 * DOM and Readability need a second of CPU time for some 10,000 elements, and more the deeper these are nested. The
 * largest of 213 pages of newspapers, blogs and forums had 9,900, with 120,000 levels between them.
 */
const ARTICLE_LIMITS: PageLimits = { elements: 17_000, levels: 500_000 };

/** Whether a page has so few tags that it is neither deep nor large, whatever they are. */
const isSmall = (html: string): boolean => {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (html[at + 1] !== '/') tags += 1;
    if (tags > MAXIMUM_DEPTH) return false;
  }
  return true;
};

const isTame = (html: string, limits: PageLimits): boolean => {
  if (isSmall(html)) return true;
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let levels = 0;
  const isWithin = (): boolean => deepest <= MAXIMUM_DEPTH && elements <= limits.elements && levels <= limits.levels;
  const parser = new Parser({
    // Not `onopentag`, for which the parser would read the attributes.
    onopentagname() {
      elements += 1;
      depth += 1;
      levels += depth;
      deepest = Math.max(deepest, depth);
    },
    onclosetag() {
      depth -= 1;
    },
  });
  for (let start = 0; start < html.length; start += 65_536) {
    parser.write(html.slice(start, start + 65_536));
    if (!isWithin()) return false;
  }
  parser.end();
  return isWithin();
};

/**
 * Parses a page into a DOM.
 * @param limits what the work on it can bear; default: what Readability can
 * @returns undefined for a page nested deeper than 512 elements, or larger than the limits: it is read as plain text
 */
export const parsePage = (html: string, limits: PageLimits = ARTICLE_LIMITS): Document | undefined => {
  if (!isTame(html, limits)) return undefined;
  // linkedom puts a fragment without a root nowhere; Readability needs a body.
  const whole = /<body[\s>]|<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  return document;
};
