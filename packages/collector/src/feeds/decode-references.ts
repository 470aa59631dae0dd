import { parseFlat } from '../extract/parse-flat.js';

const REFERENCE = /&(#x[\da-f]{1,8}|#\d{1,9}|[a-z][\w.:-]{0,49});/gi;
const XML_NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Characters that entities of a document type may bring in altogether. */
const MAXIMUM_EXPANSION = 65_536;

/** HTML's names, which feeds use without declaring them; undefined when it is none. */
const htmlName = (reference: string): string | undefined => {
  let text = '';
  parseFlat(reference, { ontext: (data) => (text += data) }, { decodeEntities: true });
  return text === reference ? undefined : text;
};

/** The character of a number, read as HTML reads it: 128 to 159 are those of windows-1252. */
const numbered = (reference: string, digits: string): string => {
  const code = /^#x/i.test(digits) ? Number.parseInt(digits.slice(2), 16) : Number.parseInt(digits.slice(1), 10);
  if (code < 128) return code < 32 && !/[\t\n\r]/.test(String.fromCharCode(code)) ? '' : String.fromCharCode(code);
  // Some programs write a character beyond 65,535 as two halves, which meet again in the text.
  if (code >= 0xd800 && code <= 0xdfff) return String.fromCharCode(code);
  return htmlName(reference) ?? '\uFFFD';
};

/**
 * Decodes the references of XML text once: numbers, XML's five names, the names a document type declares, HTML's names.
 * What is none of them stays as it is, a bare `&` included.
 */
export const referenceDecoder = () => {
  let declared: ReadonlyMap<string, string> = new Map();
  let expanded = 0;
  const known = new Map<string, string>();
  const decode = (raw: string): string =>
    raw.includes('&')
      ? raw.replace(REFERENCE, (reference, name: string) => {
          const own = declared.get(name);
          if (own !== undefined) {
            expanded += own.length;
            if (expanded > MAXIMUM_EXPANSION) return reference;
            return own.replace(REFERENCE, (inner, digits: string) => numbered(inner, digits));
          }
          const before = known.get(reference);
          if (before !== undefined) return before;
          const text = name.startsWith('#')
            ? numbered(reference, name)
            : (XML_NAMES[name] ?? XML_NAMES[name.toLowerCase()] ?? htmlName(reference) ?? reference);
          if (known.size < 10_000) known.set(reference, text);
          return text;
        })
      : raw;
  return {
    decode,
    declare: (entities: ReadonlyMap<string, string>): void => {
      declared = entities;
    },
  };
};
