import { decodeBytes } from './decode-bytes.js';
import { charsetOf, encodingOfLabel, encodingOfMark } from './encoding-labels.js';
import { guessEncoding } from './guess-encoding.js';
import { parseFlat } from './parse-flat.js';
import { encodingOfMetaAttributes, prescanMeta } from './prescan-meta.js';

/** Browsers heed a `meta` that comes after the 1,024 bytes of the prescan; so do we, within this many bytes. */
const LATE_META_BYTES = 65_536;

/** The first `meta` that names an encoding, as the parser sees it: not in scripts, comments or attributes. */
const lateMeta = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, LATE_META_BYTES)).toString('latin1');
  if (!/<meta[^<]*charset/i.test(head)) return undefined;
  let encoding: string | undefined;
  parseFlat(head, {
    onopentag(name, attributes) {
      if (name === 'meta') encoding ??= encodingOfMetaAttributes(new Map(Object.entries(attributes)));
    },
  });
  return encoding;
};

/**
 * Decodes a page in the order of the HTML standard: byte order mark, header, `meta` or XML declaration; where none names
 * an encoding, what the bytes look like (`guess-encoding.ts`), else windows-1252.
 * @param options.contentType value of the Content-Type header
 * @returns the text and the Encoding standard's name of its encoding; never throws
 */
export const decodeHtml = (
  bytes: Uint8Array,
  options: { contentType?: string | null | undefined } = {},
): { text: string; encoding: string } => {
  const encoding =
    encodingOfMark(bytes) ??
    encodingOfLabel(charsetOf(options.contentType)) ??
    prescanMeta(bytes) ??
    lateMeta(bytes) ??
    guessEncoding(bytes) ??
    'windows-1252';
  return { text: decodeBytes(bytes, encoding), encoding };
};
