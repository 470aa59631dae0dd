import sniffEncoding from 'html-encoding-sniffer';
import { decodeBytes } from './decode-bytes.js';
import { charsetOf } from './decode-html.js';

const UNKNOWN = 'unknown';

/** The encoding an XML declaration names, read as ASCII or as UTF-16 without a byte order mark. */
const declared = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'UTF-16LE';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'UTF-16BE';
  const head = Buffer.from(bytes.subarray(0, 300)).toString('latin1');
  return /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)\s*["']/i.exec(head)?.[1];
};

/**
 * Decodes XML or JSON by byte order mark, header, XML declaration, else UTF-8 (RFC 7303, with the header before the
 * declaration).
 */
export const decodeXml = (bytes: Uint8Array, contentType?: string | null): string => {
  const label = charsetOf(contentType);
  // `text/xml; charset=us-ascii` and the like are a server's default more often than the truth: the declaration wins.
  const useful = label === undefined || /^(?:us-ascii|iso-8859-1)$/i.test(label) ? undefined : label;
  for (const candidate of [useful, declared(bytes), label]) {
    const encoding = sniffEncoding(bytes, {
      xml: true,
      ...(candidate === undefined ? {} : { transportLayerEncodingLabel: candidate }),
      defaultEncoding: UNKNOWN,
    });
    if (encoding !== UNKNOWN) return decodeBytes(bytes, encoding);
  }
  return decodeBytes(bytes, 'UTF-8');
};
