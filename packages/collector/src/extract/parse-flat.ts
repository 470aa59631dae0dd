import { type Handler, Parser, type ParserOptions } from 'htmlparser2';

/** The parser's time grows with the square of the nesting depth: 200,000 nested elements took it 11 seconds. */
const MAXIMUM_DEPTH = 500;
/** What these hold is no markup: the parser must see their end. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

type FlatHandler = Pick<Partial<Handler>, 'onopentag' | 'ontext' | 'onclosetag'>;

/**
 * Parses HTML in one streaming pass, in time linear in its length however deep its elements nest: at a depth no honest
 * page has, all open elements are reported closed and a fresh parser goes on from there. Never throws.
 */
export const parseFlat = (html: string, handler: FlatHandler, options: ParserOptions = {}): void => {
  for (let from = 0; from < html.length; ) {
    const open: string[] = [];
    let stoppedAt: number | undefined;
    const parser = new Parser(
      {
        ...handler,
        onopentag(name, attributes, isImplied) {
          open.push(name);
          handler.onopentag?.(name, attributes, isImplied);
          if (open.length < MAXIMUM_DEPTH || RAW.has(name)) return;
          stoppedAt = parser.endIndex + 1;
          parser.pause();
        },
        onclosetag(name, isImplied) {
          open.pop();
          handler.onclosetag?.(name, isImplied);
        },
      },
      options,
    );
    parser.end(html.slice(from));
    if (stoppedAt === undefined) return;
    for (const name of open.reverse()) handler.onclosetag?.(name, true);
    from += stoppedAt;
  }
};
