import { encodingOfMeta } from './encoding-labels.js';

/** How far the standard lets a `meta` be looked for before the page is parsed. */
const PRESCAN_BYTES = 1024;
const SPACE = /[\t\n\f\r ]/;

interface Attribute {
  /** lower case */
  name: string;
  value: string;
}

/** The bytes ran out: the standard gives up here. */
const CUT = Symbol('cut');

/**
 * The charset in the `content` of a `meta` (HTML standard, "extracting a character encoding from a meta element").
 * @returns the label, undefined when there is none
 */
const charsetInContent = (content: string): string | undefined => {
  const found = /charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^"'\t\n\f\r ;][^\t\n\f\r ;]*))?/i.exec(
    content,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3];
};

/** The encoding a `meta` with these attributes names; the first of a name counts. */
export const encodingOfMetaAttributes = (attributes: ReadonlyMap<string, string>): string | undefined => {
  const charset = attributes.get('charset');
  if (charset !== undefined) return encodingOfMeta(charset);
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined;
  return encodingOfMeta(charsetInContent(attributes.get('content') ?? ''));
};

/** The encoding an XML declaration names (HTML standard, "get an XML encoding"). */
const xmlEncoding = (head: string): string | undefined => {
  const end = head.indexOf('>');
  if (!head.startsWith('<?xml') || end < 0) return undefined;
  const found = /encoding[\p{Cc} ]*=[\p{Cc} ]*(?:"([^"]*)"|'([^']*)')/u.exec(head.slice(0, end));
  const label = found?.[1] ?? found?.[2];
  return label === undefined || /[\p{Cc} ]/u.test(label) ? undefined : encodingOfMeta(label);
};

/**
 * Looks for the encoding a page names in its first 1,024 bytes, in a `meta` or an XML declaration, as the HTML standard
 * says ("prescan a byte stream to determine its encoding"). Never throws.
 * @returns the Encoding standard's name of it; undefined when none is named
 */
export const prescanMeta = (bytes: Uint8Array): string | undefined => {
  // One character a byte.
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  if (head.startsWith('<\0?\0x\0')) return 'UTF-16LE';
  if (head.startsWith('\0<\0?\0x')) return 'UTF-16BE';
  const fallback = xmlEncoding(head);
  let at = 0;

  const here = (): string | typeof CUT => (at < head.length ? head.charAt(at) : CUT);
  const skip = (pattern: RegExp): void => {
    while (at < head.length && pattern.test(head.charAt(at))) at += 1;
  };

  /** "Get an attribute"; undefined at the end of the tag. */
  const attribute = (): Attribute | typeof CUT | undefined => {
    skip(/[\t\n\f\r /]/);
    if (here() === '>') return undefined;
    let name = '';
    for (;;) {
      const character = here();
      if (character === CUT) return CUT;
      if (character === '=' && name !== '') break;
      if (SPACE.test(character)) {
        skip(SPACE);
        if (here() === CUT) return CUT;
        if (here() !== '=') return { name, value: '' };
        break;
      }
      if (character === '/' || character === '>') return { name, value: '' };
      name += character.toLowerCase();
      at += 1;
    }
    at += 1;
    skip(SPACE);
    const first = here();
    if (first === CUT) return CUT;
    if (first === '"' || first === "'") {
      const end = head.indexOf(first, at + 1);
      if (end < 0) return CUT;
      const value = head.slice(at + 1, end);
      at = end + 1;
      return { name, value };
    }
    let value = '';
    for (let character: string | typeof CUT = first; ; character = here()) {
      if (character === CUT) return CUT;
      if (SPACE.test(character) || character === '>') return { name, value };
      value += character;
      at += 1;
    }
  };

  /** The attributes of a tag, the first of each name; undefined when the bytes run out. */
  const attributes = (): Map<string, string> | undefined => {
    const found = new Map<string, string>();
    for (let next = attribute(); next !== undefined; next = attribute()) {
      if (next === CUT) return undefined;
      if (!found.has(next.name)) found.set(next.name, next.value);
    }
    return found;
  };

  for (; at < head.length; at += 1) {
    if (head.charAt(at) !== '<') continue;
    const rest = head.slice(at, at + 6);
    if (rest.startsWith('<!--')) {
      const end = head.indexOf('-->', at + 2);
      if (end < 0) return fallback;
      at = end + 2;
    } else if (/^<meta[\t\n\f\r /]/i.test(rest)) {
      at += 5;
      const found = attributes();
      if (!found) return fallback;
      const encoding = encodingOfMetaAttributes(found);
      if (encoding !== undefined) return encoding;
    } else if (/^<\/?[a-z]/i.test(rest)) {
      while (at < head.length && !/[\t\n\f\r >]/.test(head.charAt(at))) at += 1;
      if (!attributes()) return fallback;
    } else if (/^<[!/?]/.test(rest)) {
      const end = head.indexOf('>', at);
      if (end < 0) return fallback;
      at = end;
    }
  }
  return fallback;
};
