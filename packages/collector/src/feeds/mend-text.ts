import { isUtf8 } from 'node:buffer';

/** What windows-1252 has at 0x80 to 0x9F, where Unicode has control characters nobody means. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const NOT_IN_TEXT = /(?![\t\n\r])\p{Cc}|[\uFEFF\uFFFE\uFFFF]/gu;

/**
 * Mends what feeds get wrong below the level of markup: UTF-8 that was taken for Latin-1 and encoded again, characters of
 * windows-1252 under their Latin-1 numbers, control characters, halves of characters.
 */
export const mendText = (text: string): string => {
  let mended = text;
  if (/[\u0080-\u00FF]/.test(text) && /^[\p{ASCII}\u0080-\u00FF]*$/u.test(text)) {
    const bytes = Buffer.from(text, 'latin1');
    if (isUtf8(bytes)) mended = bytes.toString('utf8');
  }
  return mended
    .replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
    .replace(NOT_IN_TEXT, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
};
