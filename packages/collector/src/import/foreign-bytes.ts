import { isUtf8 } from 'node:buffer';

/**
 * Bytes that are no UTF-8 become private characters of the last plane, which no text holds that is meant to be read. Halves
 * of surrogate pairs would not do: the parser of CSV keeps UTF-8.
 */
const MARKS = 0x10fe00;
const MARK = /[\u{10fe80}-\u{10feff}]/u;
/** Arabic in a code page is a row of such bytes; of French and German words they are single letters. */
const ROW_OF_MARKS = /[\u{10fe80}-\u{10feff}]{3}/u;

/** How many bytes the character takes that begins with this byte; 0 for none. */
const lengthBy = (byte: number): number => {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
};

/** How many bytes at the end begin a character that is not whole yet. */
const unfinishedAt = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) !== 0x80) return lengthBy(byte) > back ? back : 0;
  }
  return 0;
};

const decoded = (bytes: Buffer): string => {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = lengthBy(byte);
    if (length === 1 || (length > 1 && isUtf8(bytes.subarray(at, at + length)))) {
      at += length;
      continue;
    }
    parts.push(bytes.toString('utf8', start, at), String.fromCodePoint(MARKS + byte));
    at += 1;
    start = at;
  }
  parts.push(bytes.toString('utf8', start));
  return parts.join('');
};

/**
 * Decodes UTF-8 piece by piece and keeps every other byte as a mark, so that who reads
 * the text can tell them from a U+FFFD that somebody wrote.
 */
export class MarkingDecoder {
  #held: Buffer = Buffer.alloc(0);

  write(piece: Buffer): string {
    const bytes = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]);
    const whole = bytes.length - unfinishedAt(bytes);
    this.#held = bytes.subarray(whole);
    return decoded(bytes.subarray(0, whole));
  }

  end(): string {
    return decoded(this.#held);
  }
}

/** What is wrong with a text in which `MarkingDecoder` met bytes that are no UTF-8, and what to do; undefined where it met none. */
export const foreignBytes = (text: string): string | undefined => {
  const [mark] = MARK.exec(text) ?? [];
  if (mark === undefined) return undefined;
  const byte = ((mark.codePointAt(0) ?? MARKS) - MARKS).toString(16);
  const guess = ROW_OF_MARKS.test(text) ? 'windows-1256' : 'windows-1252';
  return `holds bytes that are not UTF-8 (the first is ${byte}); it looks like ${guess}: convert the file with \`iconv -f ${guess} -t utf-8\``;
};
