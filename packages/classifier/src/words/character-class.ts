/** What a character is to the word splitter. */
export const CLASS = {
  gap: 0,
  letter: 1,
  digit: 2,
  apostrophe: 3,
  /** stands for a letter when it stands inside a word: * @ $ ! */
  mask: 4,
  clauseEnd: 5,
  sentenceEnd: 6,
  quote: 7,
  symbol: 8,
} as const;

const CLAUSE_ENDS = ',،:;؛—()[]{}|/';
const SENTENCE_ENDS = '.!?؟…\n。।';
const QUOTES = '"«»';

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const SYMBOL = /[\p{So}\p{Sk}\p{Sm}\p{Sc}]/u;

let classes: Uint8Array | undefined;

/** The class of every UTF-16 code unit, computed once when the first text comes. */
export const characterClasses = (): Uint8Array => {
  if (classes) return classes;
  const table = new Uint8Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    const character = String.fromCharCode(unit);
    if (LETTER.test(character)) table[unit] = CLASS.letter;
    else if (DIGIT.test(character)) table[unit] = CLASS.digit;
    // The basic plane holds few emoji; surrogates are taken as symbols, a pair at a time.
    else if (SYMBOL.test(character) || (unit >= 0xd800 && unit <= 0xdfff)) table[unit] = CLASS.symbol;
  }
  const mark = (characters: string, value: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = value;
  };
  mark(CLAUSE_ENDS, CLASS.clauseEnd);
  mark(SENTENCE_ENDS, CLASS.sentenceEnd);
  mark(QUOTES, CLASS.quote);
  mark("'", CLASS.apostrophe);
  mark('*@$', CLASS.mask);
  classes = table;
  return table;
};
