const ADDRESS = /(?:https?:\/\/|www\.)\S+|[@#]\S+|\S+@\S+\.\S+/g;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?/gu;
const LETTER = /\p{L}/u;
/** French and Italian elisions: what comes before the apostrophe tells little, what comes after is the word. */
const ELIDED = /^(?:[cdjlmnst]|qu|un|dell|all|nell|dall|sull)['’]/;

/** The lower-case words of a text that may tell its language: no addresses, mentions, hashtags or bare numbers. */
export const wordsForLanguage = (text: string): string[] =>
  (text.toLowerCase().replace(ADDRESS, ' ').match(WORD) ?? [])
    .map((word) => word.replace(ELIDED, '').replace(/['’]/, ''))
    .filter((word) => LETTER.test(word));
