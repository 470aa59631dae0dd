const ADDRESS = /(?:https?:\/\/|www\.)\S+|[@#]\S+|\S+@\S+\.\S+/g;
const ADDRESS_SIGN = /[@#]|http|www\./;
const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const NUMBER = /\p{N}/u;
/** French and Italian elisions: what comes before the apostrophe tells little, what comes after is the word. */
const ELIDED = /^(?:[cdjlmnst]|qu|un|dell|all|nell|dall|sull)['’]/;

const NONE = 0;
const OF_LETTER = 1;
const OF_MARK = 2;
const OF_NUMBER = 3;

const partOf = (character: string): number =>
  LETTER.test(character) ? OF_LETTER : MARK.test(character) ? OF_MARK : NUMBER.test(character) ? OF_NUMBER : NONE;

let table: Uint8Array | undefined;

/** What every UTF-16 code unit is in a word, computed once; halves of surrogate pairs are looked at in pairs. */
const partTable = (): Uint8Array => {
  table ??= Uint8Array.from({ length: 65_536 }, (_, unit) => partOf(String.fromCharCode(unit)));
  return table;
};

/** The lower-case words of a text that may tell its language: no addresses, mentions, hashtags or bare numbers. */
export const wordsForLanguage = (text: string): string[] => {
  const lower = text.toLowerCase();
  const plain = ADDRESS_SIGN.test(lower) ? lower.replace(ADDRESS, ' ') : lower;
  const parts = partTable();
  const words: string[] = [];
  let at = 0;
  let width = 1;
  let hasLetter = false;
  const partAt = (i: number): number => {
    const unit = plain.charCodeAt(i);
    width = 1;
    if (unit < 0xd800 || unit > 0xdbff) return parts[unit] ?? NONE;
    const pair = plain.codePointAt(i) ?? 0;
    if (pair > 0xffff) width = 2;
    return partOf(String.fromCodePoint(pair));
  };
  /** Goes on to the end of a run of letters and marks, and of numbers if asked. */
  const run = (withNumbers: boolean): void => {
    while (at < plain.length) {
      const part = partAt(at);
      if (part === NONE || (part === OF_NUMBER && !withNumbers)) return;
      if (part === OF_LETTER) hasLetter = true;
      at += width;
    }
  };
  while (at < plain.length) {
    const from = at;
    hasLetter = false;
    run(true);
    if (at === from) {
      at += width;
      continue;
    }
    const sign = plain.charCodeAt(at);
    if (sign === 0x27 || sign === 0x2019) {
      const end = at;
      at += 1;
      run(false);
      if (at > end + 1) {
        const word = plain.slice(from, at).replace(ELIDED, '').replace(/['’]/, '');
        // A letter may have stood in the part that is left out.
        if (LETTER.test(word)) words.push(word);
        continue;
      }
      at = end;
    }
    if (hasLetter) words.push(plain.slice(from, at));
  }
  return words;
};
