import { Parser } from 'htmlparser2';

/** The parser's time grows with the square of the depth: what nests deeper is handed back with its quotes. */
const MAXIMUM_DEPTH = 500;

/**
 * The HTML of a post without what it quotes of other posts: that was counted where it was written. Quotes are
 * `blockquote` (Reddit, Discourse) and elements of the class `quote` (Discourse's frame with the name of the one quoted).
 */
export const withoutQuotes = (html: string): string => {
  let kept = '';
  let from = 0;
  let depth = 0;
  let quote: number | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > MAXIMUM_DEPTH) return parser.pause();
      const isQuote = name === 'blockquote' || /(?:^|\s)quote(?:\s|$)/.test(attributes.class ?? '');
      if (quote !== undefined || !isQuote) return;
      quote = depth;
      // What stands before and after a quote are not one word.
      kept += `${html.slice(from, parser.startIndex)}\n`;
    },
    onclosetag() {
      if (quote === depth) {
        quote = undefined;
        from = parser.endIndex + 1;
      }
      depth -= 1;
    },
  });
  parser.end(html);
  return quote === undefined ? kept + html.slice(from) : kept;
};
