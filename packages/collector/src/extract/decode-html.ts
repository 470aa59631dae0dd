import sniffEncoding from 'html-encoding-sniffer';
import { decodeBytes, looksLikeUtf8 } from './decode-bytes.js';

const UNKNOWN = 'unknown';
/** Browsers accept a `meta` that comes after the 1,024 bytes of the prescan; so do we, within this many bytes. */
const LATE_META_BYTES = 65_536;

/** The charset parameter of a Content-Type header, if it names one. */
export const charsetOf = (contentType: string | null | undefined): string | undefined => {
  const found = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,]+))/i.exec(contentType ?? '');
  const label = (found?.[1] ?? found?.[2] ?? found?.[3])?.trim();
  return label === '' ? undefined : label;
};

const lateMeta = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, LATE_META_BYTES)).toString('latin1');
  const meta = /<meta\s[^>]{0,500}charset\s*=\s*["']?[^"'>\s/;]+[^>]{0,500}>/i.exec(head)?.[0];
  if (meta === undefined) return undefined;
  const found = sniffEncoding(Buffer.from(meta, 'latin1'), { defaultEncoding: UNKNOWN });
  return found === UNKNOWN ? undefined : found;
};

/**
 * Decodes a page in the order of the HTML standard: byte order mark, header, `meta`; where none names an encoding,
 * UTF-8 if the bytes are well-formed UTF-8, else windows-1252.
 * @param options.contentType value of the Content-Type header
 * @returns the text and the Encoding standard's name of its encoding; never throws
 */
export const decodeHtml = (
  bytes: Uint8Array,
  options: { contentType?: string | null | undefined } = {},
): { text: string; encoding: string } => {
  const label = charsetOf(options.contentType);
  const sniffed = sniffEncoding(bytes, {
    ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
    defaultEncoding: UNKNOWN,
  });
  const encoding =
    sniffed === UNKNOWN ? (lateMeta(bytes) ?? (looksLikeUtf8(bytes) ? 'UTF-8' : 'windows-1252')) : sniffed;
  return { text: decodeBytes(bytes, encoding), encoding };
};
