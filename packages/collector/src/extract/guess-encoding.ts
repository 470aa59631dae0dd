import { isUtf8 } from 'node:buffer';
import { decodeBytes } from './decode-bytes.js';

/** Bytes looked at: more would say the same. */
const SAMPLE_BYTES = 65_536;
/** High bytes below which letters say too little. */
const ENOUGH = 8;
/** Share of high bytes that have a high byte beside them. Latin text: under a quarter; other alphabets: nearly all. */
const IN_WORDS = 0.6;
/** How likely a letter has to be on average: text of the alphabet has 0.4 to 0.6, the same bytes misread under 0.3. */
const LIKELY = 0.34;

/** The lower-case letters of the languages in an alphabet, from the most to the least frequent. */
const ALPHABETS: readonly { letters: string; encodings: readonly string[] }[] = [
  { letters: 'اليمونرتبهةعدسفكقأحجىشصخطضإذزثغئءآظؤپچگژکی', encodings: ['windows-1256', 'ISO-8859-6'] },
  {
    letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюіцщэїєфъёґ',
    encodings: ['windows-1251', 'KOI8-U', 'KOI8-R', 'ISO-8859-5', 'IBM866', 'x-mac-cyrillic'],
  },
  { letters: 'αοιετνσηυρςπκμλίάόωέδγήθχώφύβξζψϊϋΐΰ', encodings: ['windows-1253', 'ISO-8859-7'] },
  { letters: 'יוהלארתבמשנדעכחקפםסטגזצןךףץ', encodings: ['windows-1255', 'ISO-8859-8'] },
];

const sample = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, SAMPLE_BYTES);

/** UTF-16 without a byte order mark: every other byte of its markup is zero. */
const unmarkedUtf16 = (bytes: Uint8Array): string | undefined => {
  const head = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (head.length < 4 || Math.max(even, odd) < head.length / 8) return undefined;
  if (odd > 8 * even) return 'UTF-16LE';
  return even > 8 * odd ? 'UTF-16BE' : undefined;
};

/** How usual the letters beyond ASCII are in an alphabet, 0 to 1: 1 were only its most frequent letter. */
const likelihood = (text: string, letters: string): number => {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0xa0) {
      // A control character that no text has.
      if (code > 0x7f) count += 1;
      continue;
    }
    const isLetter = /\p{L}/u.test(character);
    // Punctuation and vowel signs say little, and stand among letters of every encoding.
    if (!isLetter && code !== 0xfffd && /[\p{P}\p{M}\p{Zs}]/u.test(character)) continue;
    count += 1;
    const rank = letters.indexOf(character);
    if (rank >= 0) sum += 1 - rank / letters.length;
    else if (isLetter) {
      const lower = letters.indexOf(character.toLowerCase());
      // Capitals are rare; a text of capitals alone still reads better than misread bytes.
      if (lower >= 0) sum += 0.3 * (1 - lower / letters.length);
      else sum -= 0.5;
    } else sum -= 0.5;
  }
  return count < ENOUGH / 2 ? 0 : sum / count;
};

/**
 * The encoding of a page that names none: UTF-8 where the bytes are that, UTF-16 by its zero bytes, a single-byte encoding
 * of Arabic, Cyrillic, Greek or Hebrew where the bytes read as usual letters in it.
 * @returns the Encoding standard's name; undefined when nothing stands out
 */
export const guessEncoding = (bytes: Uint8Array): string | undefined => {
  const utf16 = unmarkedUtf16(bytes);
  if (utf16) return utf16;
  const head = sample(bytes);
  let high = 0;
  let inWords = 0;
  for (let index = 0; index < head.length; index += 1) {
    if ((head[index] ?? 0) < 0x80) continue;
    high += 1;
    if ((head[index - 1] ?? 0) >= 0x80 || (head[index + 1] ?? 0) >= 0x80) inWords += 1;
  }
  if (high === 0) return undefined;
  if (isUtf8(bytes)) return 'UTF-8';
  if (high < ENOUGH || inWords < IN_WORDS * high) return undefined;
  let best: { encoding: string; score: number } | undefined;
  for (const { letters, encodings } of ALPHABETS) {
    for (const encoding of encodings) {
      const score = likelihood(decodeBytes(head, encoding), letters);
      if (score > (best?.score ?? LIKELY)) best = { encoding, score };
    }
  }
  return best?.encoding;
};
