import sniffEncoding from 'html-encoding-sniffer';

const UNKNOWN = 'unknown';
const NOTHING = new Uint8Array();

/** The Encoding standard's name for a label, white space and case aside; undefined where it knows none. */
export const encodingOfLabel = (label: string | undefined): string | undefined => {
  const written = label?.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '');
  if (written === undefined || written === '' || /[^\x20-\x7E]/.test(written)) return undefined;
  const name = sniffEncoding(NOTHING, { xml: true, transportLayerEncodingLabel: written, defaultEncoding: UNKNOWN });
  return name === UNKNOWN ? undefined : name;
};

/** The same for a label that stands in the text itself, which can be neither UTF-16 nor a user's own (HTML standard). */
export const encodingOfMeta = (label: string | undefined): string | undefined => {
  const name = encodingOfLabel(label);
  if (name === 'UTF-16LE' || name === 'UTF-16BE') return 'UTF-8';
  return name === 'x-user-defined' ? 'windows-1252' : name;
};

/** The encoding of a byte order mark (Encoding standard, "BOM sniff"). */
export const encodingOfMark = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF-16LE' : undefined;
};

/** The charset parameter of a Content-Type header, if it names one. */
export const charsetOf = (contentType: string | null | undefined): string | undefined => {
  const found = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,]+))/i.exec(contentType ?? '');
  const label = (found?.[1] ?? found?.[2] ?? found?.[3])?.trim();
  return label === '' ? undefined : label;
};
