/**
 * What one character becomes before words are looked up: NFKC, lower case, without accents, harakat, tatweel and
 * invisible characters; variants of alef, ya and ta marbuta folded; every digit an ASCII digit. Lexicon terms pass
 * through the same folding, so what it merges it merges on both sides.
 */

/** Combining marks of Latin, Greek and Cyrillic; Hebrew points; Arabic harakat and Quranic marks; tatweel. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff]/gu;

/** Zero-width, bidi control, variation selectors, soft hyphen and other characters that nobody sees. */
const INVISIBLE =
  /\u034f|[\u115f\u1160\u3164\uffa0]|[\u17b4\u17b5]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** Letters that NFKD does not take apart, each with what people type in its place. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ı: 'i',
  ȷ: 'j',
  // Alef wasla; alef maqsura and Persian ya; ta marbuta; Persian kaf; the Urdu and Persian forms of ha.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ۃ: 'ه',
  ک: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  // Quotation marks and dashes, down to one of each kind.
  '’': "'",
  '‘': "'",
  '‛': "'",
  ʼ: "'",
  ʹ: "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '‐': '-',
  '‒': '—',
  '–': '—',
  '―': '—',
  '−': '-',
};

const SPACE = /[\s\u2800]/u;
const DIGIT = /\p{Nd}/u;

/** Digits stand in blocks of ten, and every block begins at a multiple of ten from the first of its script. */
const asciiDigit = (character: string): string => {
  let code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
};

const foldOnce = (character: string): string => {
  if (character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029') return '\n';
  if (SPACE.test(character)) return ' ';
  const bare = character
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC');
  let folded = '';
  for (const part of bare) folded += LETTERS[part] ?? (DIGIT.test(part) && part > '9' ? asciiDigit(part) : part);
  return folded;
};

/**
 * Folds one character (a code point as a string) until nothing changes any more, so that folding twice is folding once.
 * @returns none, one or several characters
 */
export const foldCharacter = (character: string): string => {
  let before = character;
  for (let round = 0; round < 4; round++) {
    const after = Array.from(before, foldOnce).join('');
    if (after === before) return after;
    before = after;
  }
  return before;
};
