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

const addText = (element: XmlElement, parts: string[]): void => {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(child);
    else addText(child, parts);
  }
};

/** The text directly in an element and in all below it, without markup. */
export const textOf = (element: XmlElement): string => {
  const parts: string[] = [];
  addText(element, parts);
  return parts.join('');
};

/** @param isEscaped whether text directly in the element is markup already */
const addMarkup = (element: XmlElement, parts: string[], isEscaped = false): void => {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(isEscaped ? child : escaped(child));
    else {
      const tag = child.name.slice(child.name.indexOf(':') + 1);
      parts.push(`<${tag}>`);
      addMarkup(child, parts);
      if (!VOID.test(tag)) parts.push(`</${tag}>`);
    }
  }
};

/** The children of an element as HTML; prefixes are dropped. */
const markupOf = (element: XmlElement, isEscaped: boolean): string => {
  const parts: string[] = [];
  addMarkup(element, parts, isEscaped);
  return parts.join('');
};

/** The text in base64: '' where it is something else, such as an image; the value itself where it is no base64 at all. */
const unpacked = (value: string): string => {
  if (!BASE64.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'base64'));
  } catch {
    return '';
  }
};

/**
 * A text construct of RSS or Atom: inline markup, escaped markup, plain text or base64, as `type` and `mode` say
 * (RFC 4287 §3.1, §4.1.3; Atom 0.3 §3.1). RSS does not say; what its titles and descriptions are shows in them.
 */
export const elementText = (element: XmlElement, kind: FeedKind, isTitle: boolean): RawText => {
  const type = element.attributes.get('type')?.split(';', 1)[0]?.trim().toLowerCase();
  const mode = element.attributes.get('mode')?.trim().toLowerCase();
  if (element.children.some((child) => typeof child !== 'string')) {
    // Escaped markup or CDATA beside tags that were not escaped: both are meant.
    const isEscaped =
      kind !== 'atom' && element.children.some((child) => typeof child === 'string' && /<\/?[a-z]/i.test(child));
    return { value: markupOf(element, isEscaped), form: 'html' };
  }
  let value = textOf(element);
  const isPacked =
    mode === 'base64' ||
    (kind === 'atom' && mode === undefined && BINARY_TYPE.test(type ?? '') && !HTML_TYPE.test(type ?? ''));
  if (isPacked) value = unpacked(value);
  if (type !== undefined && HTML_TYPE.test(type)) return { value, form: 'html' };
  if (isPacked) return { value, form: 'html-if-known' };
  if (kind === 'atom' && (element.name === 'title' || element.name === 'content' || element.name === 'summary'))
    return { value, form: 'plain' };
  if (type !== undefined && TEXT_TYPE.test(type)) return { value, form: 'plain' };
  if (element.name === 'content:encoded' || element.name.startsWith('xhtml:')) return { value, form: 'html' };
  return { value, form: isTitle ? 'title' : 'html-if-known' };
};
