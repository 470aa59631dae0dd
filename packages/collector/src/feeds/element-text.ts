import type { FeedKind, RawText } from './feed.js';
import type { XmlElement } from './xml-tree.js';

const HTML_TYPE = /^(?:html|xhtml|text\/x?html|application\/xhtml\+xml|text\/xhtml)$/;
const TEXT_TYPE = /^(?:text|text\/plain)$/;
/** Types whose content Atom 1.0 wants in base64: all but text and XML (RFC 4287 §4.1.3.3). */
const BINARY_TYPE = /^(?!text\/|message\/|multipart\/)[\w.-]+\/(?!xml$)(?![\w.-]*\+xml$)[\w.+-]+$/;
const BASE64 = /^[A-Za-z0-9+/\s]+=*\s*$/;

/** Elements without an end tag; for a browser `</br>` is one more of them. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The text directly in an element and in all below it, without markup. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The children of an element as HTML; prefixes are dropped. */
const markupOf = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return escaped(child);
      const tag = child.name.slice(child.name.indexOf(':') + 1);
      return VOID.test(tag) ? `<${tag}>${markupOf(child)}` : `<${tag}>${markupOf(child)}</${tag}>`;
    })
    .join('');

/** Base64 of readable text; undefined where it is something else. */
const unpacked = (value: string): string | undefined => {
  if (!BASE64.test(value)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'base64'));
  } catch {
    return undefined;
  }
};

/**
 * A text construct of RSS or Atom: inline markup, escaped markup, plain text or base64, as `type` and `mode` say
 * (RFC 4287 §3.1, §4.1.3; Atom 0.3 §3.1). RSS does not say; what its titles and descriptions are shows in them.
 */
export const elementText = (element: XmlElement, kind: FeedKind, isTitle: boolean): RawText => {
  const type = element.attributes.get('type')?.split(';', 1)[0]?.trim().toLowerCase();
  const mode = element.attributes.get('mode')?.trim().toLowerCase();
  // HTML between CDATA and unclosed tags: markup in either form counts.
  if (element.children.some((child) => typeof child !== 'string')) {
    const isEscapedToo = element.children.some((child) => typeof child === 'string' && /<\/?[a-z]/i.test(child));
    if (kind === 'atom' || !isEscapedToo) return { value: markupOf(element), form: 'html' };
    const value = element.children.map((child) =>
      typeof child === 'string' ? child : markupOf({ ...element, children: [child] }),
    );
    return { value: value.join(''), form: 'html' };
  }
  let value = textOf(element);
  const isPacked =
    mode === 'base64' ||
    (kind === 'atom' && mode === undefined && BINARY_TYPE.test(type ?? '') && !HTML_TYPE.test(type ?? ''));
  if (isPacked) value = unpacked(value) ?? (mode === 'base64' ? value : '');
  if (type !== undefined && HTML_TYPE.test(type)) return { value, form: 'html' };
  if (isPacked) return { value, form: 'html-if-known' };
  if (kind === 'atom' && (element.name === 'title' || element.name === 'content' || element.name === 'summary'))
    return { value, form: 'plain' };
  if (type !== undefined && TEXT_TYPE.test(type)) return { value, form: 'plain' };
  if (element.name === 'content:encoded' || element.name.startsWith('xhtml:')) return { value, form: 'html' };
  return { value, form: isTitle ? 'title' : 'html-if-known' };
};
