/** Of one script's ten digits, the zero: they are ten consecutive code points, and walking down finds it. */
const zeroOf = (digit: number): number => {
  let zero = digit;
  while (digit - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return zero;
};

/**
 * The same text with every decimal digit (Arabic-Indic, Persian, full-width …) as a Latin one. It is as long as the text,
 * so that what is found in it lies at the same place there: a digit of two code units becomes a digit and U+2060.
 */
export const withLatinDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Mathematical digits come in five styles, one after the other.
    const value = code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : code - zeroOf(code);
    return digit.length === 1 ? String(value) : `${value}\u2060`;
  });
