/** Control signs, line breaks, what XML 1.0 has no place for, and lone halves of surrogate pairs, which UTF-8 cannot hold. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]+/gu;

/**
 * Text as one line that any file can hold: control signs, line breaks and broken characters become a space, and marks that
 * were meant to turn the direction of everything after them lose their reach at the end of the text.
 */
export const plainLine = (text: string): string => closeDirections(text.replace(UNWRITABLE, ' ').trim());

const OPENS = /[\u202a\u202b\u202d\u202e\u2066\u2067\u2068]/u;
const CLOSES: Readonly<Record<string, string>> = {
  '\u202a': '\u202c',
  '\u202b': '\u202c',
  '\u202d': '\u202c',
  '\u202e': '\u202c',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
};

/** Closes what is still open, innermost first (Unicode Bidirectional Algorithm, UAX #9, X1–X8). */
const closeDirections = (text: string): string => {
  const open: string[] = [];
  for (const sign of text) {
    if (OPENS.test(sign)) open.push(CLOSES[sign] ?? '');
    else if (sign === '\u202c' || sign === '\u2069') {
      const at = open.lastIndexOf(sign);
      if (at >= 0) open.length = at;
    }
  }
  return text + open.reverse().join('');
};

const ISOLATES = /[\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Text without the signs that set directions apart where there is only one: old programs draw boxes for them. */
export const withoutIdleIsolates = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? text : text.replace(ISOLATES, '');
