/** What a character counts as when texts are compared. */
export const SEPARATOR = 1;
/** dropped like a separator, but inside a word */
export const SILENT = 2;
export const LETTER = 3;
/** part of a number: the only characters whose repetition says something («100» is not «10») */
export const NUMBER = 4;
const OTHER = 5;

// Separators and \p{Cf} are what `foldText` in ../steps/assign-id.ts drops; tatweel and harakat only stretch and vowel
// Arabic words.
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[\p{White_Space}\p{P}\p{Cc}]/u, SEPARATOR],
  [/[\p{Cf}\u0640\u064B-\u065F\u0670]/u, SILENT],
  [/\p{L}/u, LETTER],
  [/\p{N}/u, NUMBER],
];

// A look-up is many times faster than these expressions; entries are filled as characters turn up.
const known = new Uint8Array(0x10000);

/** Kind of a character, given as a code point. */
export const kindOf = (codePoint: number): number => {
  const seen = known[codePoint];
  if (seen) return seen;
  const character = String.fromCodePoint(codePoint);
  const kind = KINDS.find(([expression]) => expression.test(character))?.[1] ?? OTHER;
  // Past the end of the table (emoji, rare scripts) this assignment has no effect.
  known[codePoint] = kind;
  return kind;
};
