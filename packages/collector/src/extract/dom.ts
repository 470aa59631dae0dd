/// <reference lib="dom" />
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

/** Readability overflows the stack near 10,000 nested elements and needs seconds at 5,000; real pages stay under 100. */
const MAXIMUM_DEPTH = 512;
const MAXIMUM_ELEMENTS = 200_000;

const isTame = (html: string): boolean => {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  const parser = new Parser({
    onopentag() {
      elements += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    onclosetag() {
      depth -= 1;
    },
  });
  for (let start = 0; start < html.length; start += 65_536) {
    parser.write(html.slice(start, start + 65_536));
    if (deepest > MAXIMUM_DEPTH || elements > MAXIMUM_ELEMENTS) return false;
  }
  parser.end();
  return deepest <= MAXIMUM_DEPTH && elements <= MAXIMUM_ELEMENTS;
};

/**
 * Parses a page into a DOM.
 * @returns undefined for a page nested deeper than 512 elements or larger than 200,000: such a page is read as plain text
 */
export const parsePage = (html: string): Document | undefined => {
  if (!isTame(html)) return undefined;
  // linkedom puts a fragment without a root nowhere; Readability needs a body.
  const whole = /<body[\s>]|<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  return document;
};
