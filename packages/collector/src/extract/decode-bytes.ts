import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

// What iconv-lite calls otherwise than the Encoding standard.
const ICONV_NAMES: Readonly<Record<string, string>> = { 'ISO-8859-8-I': 'ISO-8859-8', 'x-mac-cyrillic': 'maccyrillic' };

/** Whether the bytes hold something beyond ASCII and all of it is well-formed UTF-8. */
export const looksLikeUtf8 = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f) && isUtf8(bytes);

/**
 * Decodes bytes by the Encoding standard's name of their encoding; never throws: what cannot be decoded becomes U+FFFD.
 * A byte order mark is dropped.
 */
export const decodeBytes = (bytes: Uint8Array, encoding: string): string => {
  if (encoding === 'UTF-8') return new TextDecoder().decode(bytes);
  if (encoding === 'replacement') return bytes.length === 0 ? '' : '\uFFFD';
  const name = ICONV_NAMES[encoding] ?? encoding;
  if (iconv.encodingExists(name)) return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};
