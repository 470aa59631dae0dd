/** Shorter texts («good morning», «مبروك عليكم») are written by many people by themselves: they are greetings, not copies. */
const FEWEST_WORDS = 5;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Whether a text is long enough that the same text elsewhere must be a copy of it. */
export const mayBeCopy = (text: string): boolean => {
  WORD.lastIndex = 0;
  for (let words = 0; words < FEWEST_WORDS; words += 1) if (!WORD.test(text)) return false;
  return true;
};
