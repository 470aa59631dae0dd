import type { Step } from './draft.js';

const MAXIMUM_CHARACTERS = 100_000;
const TWO_LETTERS = /\p{L}\P{L}*\p{L}/u;
const MARKS = /⟨(?:email|id|phone|plate|user)⟩/g;

/** Step: what cannot be judged may not become a post: `no-text`, `too-short` (under 2 letters), `too-long`. */
export const reject: Step = (draft) => {
  if (draft.text === '') return { refused: 'no-text' };
  if (draft.text.length > MAXIMUM_CHARACTERS) return { refused: 'too-long' };
  return TWO_LETTERS.test(draft.text.replace(MARKS, '')) ? draft : { refused: 'too-short' };
};
