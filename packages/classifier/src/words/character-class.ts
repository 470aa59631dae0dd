import { PageTable } from '../page-table.js';

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

const marked = new Map<number, number>();
const mark = (characters: string, value: number): void => {
  for (const character of characters) marked.set(character.charCodeAt(0), value);
};
mark(CLAUSE_ENDS, CLASS.clauseEnd);
mark(SENTENCE_ENDS, CLASS.sentenceEnd);
mark(QUOTES, CLASS.quote);
mark("'", CLASS.apostrophe);
mark('*@$', CLASS.mask);

/** The class of every UTF-16 code unit. */
export const characterClasses = new PageTable((unit) => {
  const own = marked.get(unit);
  if (own !== undefined) return own;
  const character = String.fromCharCode(unit);
  if (LETTER.test(character)) return CLASS.letter;
  if (DIGIT.test(character)) return CLASS.digit;
  // The basic plane holds few emoji; surrogates are taken as symbols, a pair at a time.
  return SYMBOL.test(character) || (unit >= 0xd800 && unit <= 0xdfff) ? CLASS.symbol : CLASS.gap;
});
