/** What the scanner reports, in document order. */
export interface XmlHandler {
  /** names as written; attribute values raw, the first of a name */
  onOpen(name: string, attributes: ReadonlyMap<string, string>, isEmpty: boolean): void;
  onClose(name: string): void;
  /** raw text between tags: references not decoded */
  onText(raw: string): void;
  /** text of a CDATA section: nothing to decode */
  onCdata(text: string): void;
  /** the whole declaration, internal subset included */
  onDoctype(declaration: string): void;
  /** asked before every tag */
  isEnough(): boolean;
}

const NAME_START = /[\p{L}_:]/u;
const NAME = /[^\s/<>="']+/y;
const GAP = /[\s/]*/y;
const EQUALS = /\s*=\s*/y;
const BARE_VALUE = /[^\s<>"']*/y;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Searches forward, and remembers what is nowhere ahead: without it, a storm of unclosed things would cost the square. */
const forwardSearch = (text: string) => {
  const absent = new Set<string>();
  return (needle: string, from: number): number => {
    if (absent.has(needle)) return -1;
    const found = text.indexOf(needle, from);
    if (found < 0) absent.add(needle);
    return found;
  };
};

const match = (pattern: RegExp, text: string, from: number): string => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? '';
};

/**
 * Streams through XML as it is found: bare `&` and `<`, attributes without quotes, unclosed comments and a cut end do not
 * stop it. It neither resolves anything nor checks that tags match. Linear in the length; never throws.
 */
export const scanXml = (xml: string, handler: XmlHandler): void => {
  const find = forwardSearch(xml);
  let position = 0;

  /** The value from its opening quote on; a quote that is never closed ends at the next white space or tag end. */
  const quoted = (start: number): { value: string; end: number } => {
    const end = find(xml.charAt(start), start + 1);
    const value = end < 0 ? '' : xml.slice(start + 1, end);
    if (end >= 0 && (!value.includes('<') || /[\s/>?]/.test(xml.charAt(end + 1)))) return { value, end: end + 1 };
    const bare = match(BARE_VALUE, xml, start + 1);
    return { value: bare, end: start + 1 + bare.length };
  };

  /** Reads the tag whose name starts here; undefined: what looked like one is text. */
  const openTag = (start: number): number | undefined => {
    const name = match(NAME, xml, start);
    let attributes: Map<string, string> | undefined;
    let at = start + name.length;
    for (;;) {
      const gap = match(GAP, xml, at);
      at += gap.length;
      const character = xml.charAt(at);
      if (character === '>') {
        handler.onOpen(name, attributes ?? NO_ATTRIBUTES, gap.endsWith('/'));
        return at + 1;
      }
      if (character === '<' || character === '') {
        // `<link href="…" <title>`: a tag with attributes that lost its end is a tag; `a <b < c` is text.
        if (attributes === undefined) return undefined;
        handler.onOpen(name, attributes, false);
        return at;
      }
      const key = match(NAME, xml, at);
      if (key === '') {
        at += 1;
        continue;
      }
      at += key.length;
      let value = '';
      const equals = match(EQUALS, xml, at);
      if (equals !== '') {
        at += equals.length;
        const quote = xml.charAt(at);
        if (quote === '"' || quote === "'") ({ value, end: at } = quoted(at));
        else {
          value = match(BARE_VALUE, xml, at);
          at += value.length;
        }
      }
      attributes ??= new Map();
      if (!attributes.has(key)) attributes.set(key, value);
    }
  };

  /** Passes over `<!…>`; the end of the document where it is never closed. */
  const markupDeclaration = (start: number): number => {
    if (xml.startsWith('<!--', start)) {
      const end = find('-->', start + 4);
      return end < 0 ? xml.length : end + 3;
    }
    if (/^<!\[cdata\[/i.test(xml.slice(start, start + 9))) {
      const end = find(']]>', start + 9);
      handler.onCdata(xml.slice(start + 9, end < 0 ? xml.length : end).replaceAll('<![CDATA[', ''));
      return end < 0 ? xml.length : end + 3;
    }
    const close = find('>', start);
    if (close < 0) return xml.length;
    const subset = find('[', start);
    if (!/^<!doctype/i.test(xml.slice(start, start + 9)) || subset < 0 || subset > close) return close + 1;
    const subsetEnd = find(']', subset);
    const end = subsetEnd < 0 ? -1 : find('>', subsetEnd);
    if (end < 0) return close + 1;
    handler.onDoctype(xml.slice(start, end + 1));
    return end + 1;
  };

  const processingInstruction = (start: number): number => {
    const close = find('>', start);
    const end = find('?>', start);
    if (close < 0) return xml.length;
    // A `?` that got lost: the instruction ends with its tag.
    return end < 0 || /<[a-z?!/]/i.test(xml.slice(start + 2, Math.min(end, start + 1000))) ? close + 1 : end + 2;
  };

  while (position < xml.length && !handler.isEnough()) {
    const tag = find('<', position);
    const end = tag < 0 ? xml.length : tag;
    if (end > position) handler.onText(xml.slice(position, end).replaceAll(']]>', ''));
    if (tag < 0) return;
    const next = xml.charAt(tag + 1);
    let after: number | undefined;
    if (next === '!') after = markupDeclaration(tag);
    else if (next === '?') after = processingInstruction(tag);
    else if (next === '/') {
      const name = match(NAME, xml, tag + 2);
      handler.onClose(name);
      const rest = /[^<>]*>?/y;
      after = tag + 2 + name.length + match(rest, xml, tag + 2 + name.length).length;
    } else if (NAME_START.test(next)) after = openTag(tag + 1);
    if (after === undefined) {
      handler.onText('<');
      after = tag + 1;
    }
    position = after;
  }
};
