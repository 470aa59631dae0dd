/** Longest text that is judged, in UTF-16 code units; longer rows are almost always files, not posts. */
const LONGEST_TEXT = 1_000_000;

export interface TextProblem {
  code: 'empty-text' | 'too-long' | 'broken-text' | 'not-text';
  message: string;
}

// With the u flag a whole surrogate pair is one character, so only a lone half matches.
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
const LETTER_OR_SYMBOL = /[\p{L}\p{N}\p{S}]/u;

/** Why a text cannot be judged, or undefined when it can. */
export const checkText = (text: unknown): TextProblem | undefined => {
  if (typeof text !== 'string') {
    return { code: 'not-text', message: `expected a text, got ${text === null ? 'null' : typeof text}` };
  }
  if (text.length > LONGEST_TEXT) {
    return {
      code: 'too-long',
      message: `expected at most ${LONGEST_TEXT} UTF-16 code units, got ${text.length}`,
    };
  }
  if (!LETTER_OR_SYMBOL.test(text)) {
    return { code: 'empty-text', message: 'expected at least one letter, digit or symbol, got none' };
  }
  if (LONE_SURROGATE.test(text)) {
    return { code: 'broken-text', message: 'expected well-formed text, got half of a surrogate pair' };
  }
  return undefined;
};
