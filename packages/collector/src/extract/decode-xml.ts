import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeBytes } from './decode-bytes.js';
import { decodeEbcdicXml } from './decode-ebcdic.js';
import { charsetOf, encodingOfLabel, encodingOfMark } from './encoding-labels.js';
import { guessEncoding } from './guess-encoding.js';

/** First bytes of UTF-32 and of UTF-16 that has no mark, the longer before the shorter (XML 1.0, appendix F). */
const FIRST_BYTES: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['UTF-32LE', [0x3c, 0, 0, 0]],
  ['UTF-32BE', [0, 0, 0, 0x3c]],
  ['UTF-16LE', [0x3c, 0]],
  ['UTF-16BE', [0, 0x3c]],
  ['UTF-16LE', [0x7b, 0]],
  ['UTF-16BE', [0, 0x7b]],
];

const ofFirstBytes = (bytes: Uint8Array): string | undefined =>
  FIRST_BYTES.find(([, first]) => first.every((byte, index) => bytes[index] === byte))?.[0];

/** The label in an XML declaration, which may have something before it. */
const declaredLabel = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
};

/** Names that other programs write for an encoding, in lower case without what stands between letters and digits. */
const OTHER_NAMES: readonly (readonly [pattern: RegExp, encoding: string])[] = [
  [/^(?:cs)?iso2022jp/, 'ISO-2022-JP'],
  [/^(?:eucjis|jisx0213|ujis|eucjp)/, 'EUC-JP'],
  [/^(?:sjis|shiftjis|xmacjapanese)/, 'Shift_JIS'],
  [/^(?:uhc|ksx1001|xmackorean)/, 'EUC-KR'],
  [/^(?:hkscs|big5|cp950|950$|ms950|xmactrad)/, 'Big5'],
  [/^(?:eucgb|xmacsimp)/, 'GBK'],
  [/^gb18030/, 'gb18030'],
  [/^(?:tis620|iso885911(?!987))/, 'windows-874'],
  [/^iso88595/, 'ISO-8859-5'],
  [/^iso88596/, 'ISO-8859-6'],
  [/^iso88597/, 'ISO-8859-7'],
  [/^iso88598/, 'ISO-8859-8'],
  [/^cpis$/, 'cp861'],
  [/^mac(?:latin2|centraleurope)/, 'maccenteuro'],
  [/^(?:cs)?(?:ptcp154|cp154|cyrillicasian)/, 'pt154'],
  [/^kz1048/, 'rk1048'],
  [/^(?:cp866u|ruscii)/, 'cp1125'],
  [/^cp1051/, 'hproman8'],
  [/^u7$/, 'utf7'],
];

/** XML may be in encodings the web does not use; iconv-lite knows most of them. */
const encodingOf = (label: string | undefined): string | undefined => {
  if (label === undefined) return undefined;
  const known = encodingOfLabel(label);
  if (known !== undefined && known !== 'replacement') return known;
  const bare = label.toLowerCase().replace(/[^a-z\d]/g, '');
  const other = OTHER_NAMES.find(([pattern]) => pattern.test(bare))?.[1];
  return other ?? (iconv.encodingExists(label) ? label : undefined);
};

/** Well-formed sequences of UTF-8 outnumber stray bytes: damaged UTF-8, not another encoding. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder().decode(bytes);
  let stray = 0;
  let whole = 0;
  for (const character of text) {
    if (character === '\uFFFD') stray += 1;
    else if (character > '\u007F') whole += 1;
  }
  return whole > stray;
};

/**
 * Decodes XML or JSON by byte order mark, header, XML declaration, else UTF-8 (RFC 7303, with doubt where it has turned
 * out useful): a declaration that the bytes contradict is passed over.
 */
export const decodeXml = (bytes: Uint8Array, contentType?: string | null): string => {
  const mainframe = decodeEbcdicXml(bytes);
  if (mainframe !== undefined) return mainframe;
  const certain = ofFirstBytes(bytes) ?? encodingOfMark(bytes);
  if (certain !== undefined) return decodeBytes(bytes, certain).replace(/^\uFEFF/, '');
  const header = charsetOf(contentType);
  // `text/xml; charset=us-ascii` and the like are a server's default more often than the truth: the declaration wins.
  const isDefault = header === undefined || /^(?:us-ascii|iso-8859-1)$/i.test(header);
  const labels = isDefault ? [declaredLabel(bytes), header] : [header, declaredLabel(bytes)];
  for (const encoding of labels.map(encodingOf)) {
    if (encoding === undefined || /^utf-?(?:16|32)/i.test(encoding)) continue;
    // Bytes that are UTF-8 throughout are hardly ever Latin-1, and bytes that are not are never UTF-8.
    if (isUtf8(bytes) && (encoding === 'windows-1252' || encoding === 'UTF-8')) break;
    if (encoding === 'UTF-8') continue;
    return decodeBytes(bytes, encoding);
  }
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return decodeBytes(bytes, 'UTF-8');
  return decodeBytes(bytes, guessEncoding(bytes) ?? 'windows-1252');
};
