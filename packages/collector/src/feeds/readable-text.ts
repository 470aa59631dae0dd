import { htmlToText } from '../extract/html-to-text.js';
import type { RawText } from './feed.js';
import { mendText } from './mend-text.js';

/** Elements by which a text is known to be HTML. */
const KNOWN = new Set(
  `a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote body br button canvas caption
  center cite code col colgroup dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form frame
  frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark marquee menu
  meta nav nobr noscript object ol optgroup option p param picture pre q rp rt ruby s samp script section select small source
  span strike strong style sub summary sup svg math table tbody td textarea tfoot th thead time title tr track tt u ul var
  video wbr`.split(/\s+/),
);
const TAG = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])([^<>]*)>/gi;
const STANDS_ALONE = new Set(['br', 'img', 'hr', 'wbr', 'p']);
const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i;

/** Readers of feeds run no scripts, and see everything else. */
const HIDDEN = new Set(['script', 'style', 'applet', 'template', 'head', 'object', 'iframe', 'noembed', 'noframes']);

const isMarkup = (value: string, isTitle: boolean): boolean => {
  for (const [, slash, name = '', rest = ''] of value.matchAll(TAG)) {
    const known = KNOWN.has(name.toLowerCase());
    if (known && (!isTitle || slash === '/' || rest.includes('=') || STANDS_ALONE.has(name.toLowerCase()))) return true;
  }
  return /<!(?:--|\[(?:if|endif|cdata)\b)/i.test(value);
};

/** Markup that was escaped once too often: nobody writes about elements like these without showing others. */
const TWICE_ESCAPED = /&lt;(?:\/p|br\s*\/?|\/div|\/a|a\s+href=[^&]*|img\s[^&]*|\/li)\s*(?:&gt;|&quot;)/i;

const asHtml = (value: string): string => htmlToText(value.replace(/<!\[CDATA\[|\]\]>/g, ''), HIDDEN);

const asPlain = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00A0]+/g, ' ')
    .trim();

/** The text a reader sees: markup read, references decoded, slips of encoding mended. Never throws. */
export const readableText = ({ value, form }: RawText): string => {
  const mended = mendText(value);
  if (form === 'plain') return asPlain(mended);
  if (form === 'html' || isMarkup(mended, form === 'title')) return mendText(asHtml(mended));
  if (form === 'html-if-known' && TWICE_ESCAPED.test(mended))
    return mendText(asHtml(asHtml(mended.replaceAll('<', '&lt;'))));
  return asPlain(REFERENCE.test(mended) ? mendText(asHtml(mended.replaceAll('<', '&lt;'))) : mended);
};
