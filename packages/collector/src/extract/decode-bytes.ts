import iconv from 'iconv-lite';

// What iconv-lite calls otherwise than the Encoding standard, by which GBK is decoded as gb18030.
const ICONV_NAMES: Readonly<Record<string, string>> = { 'ISO-8859-8-I': 'ISO-8859-8', GBK: 'gb18030' };
/** Where Node's own decoder follows the Encoding standard and iconv-lite has another table or none. */
const NODE_KNOWS_BETTER = new Set(['macintosh', 'x-mac-cyrillic', 'ISO-2022-JP', 'UTF-16LE', 'UTF-16BE']);
/** Bytes the standard gives a letter of Belarusian, where older tables draw boxes. */
const KOI8_U: ReadonlyMap<number, string> = new Map([
  [0xae, 'ў'],
  [0xbe, 'Ў'],
]);

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

const singleByteTables = new Map<string, readonly string[] | undefined>();

/** The character of every byte in a windows encoding or KOI8-U, where tables differ from the standard's; else undefined. */
const tableOf = (encoding: string): readonly string[] | undefined => {
  if (!/^windows-|^KOI8-U$/.test(encoding)) return undefined;
  const known = singleByteTables.get(encoding);
  if (known) return known;
  const table = Array.from({ length: 256 }, (_, byte) => {
    const character = iconv.decode(Buffer.from([byte]), encoding);
    if (encoding === 'KOI8-U') return KOI8_U.get(byte) ?? character;
    // The standard fills what Microsoft left open in this range with the control characters of the same number.
    return character === '\uFFFD' && byte >= 0x80 && byte <= 0x9f ? String.fromCharCode(byte) : character;
  });
  singleByteTables.set(encoding, table);
  return table;
};

const byTable = (bytes: Uint8Array, table: readonly string[]): string => {
  let text = '';
  for (const byte of bytes) text += table[byte] ?? '\uFFFD';
  return text;
};

/** `x-user-defined`: ASCII, and a private character for every other byte. */
const userDefined = (bytes: Uint8Array): string =>
  byTable(
    bytes,
    Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte < 0x80 ? byte : 0xf700 + byte)),
  );

/**
 * Decodes bytes by the Encoding standard's name of their encoding, or another name that iconv-lite knows; never throws:
 * what cannot be decoded becomes U+FFFD. A byte order mark is dropped.
 */
export const decodeBytes = (bytes: Uint8Array, encoding: string): string => {
  if (encoding === 'UTF-8') return new TextDecoder().decode(bytes);
  if (encoding === 'replacement') return bytes.length === 0 ? '' : '\uFFFD';
  if (encoding === 'x-user-defined') return userDefined(bytes);
  if (encoding.startsWith('windows-')) {
    // Nearly every page has none of the bytes where the tables differ, and is read several times faster so.
    const text = iconv.decode(asBuffer(bytes), encoding);
    if (!text.includes('\uFFFD')) return text;
  }
  const table = tableOf(encoding);
  if (table) return byTable(bytes, table);
  const name = ICONV_NAMES[encoding] ?? encoding;
  if (!NODE_KNOWS_BETTER.has(encoding) && iconv.encodingExists(name)) return iconv.decode(asBuffer(bytes), name);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};
