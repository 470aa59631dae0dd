import type { Step } from './draft.js';

const MAXIMUM_CHARACTERS = 100_000;
const MINIMUM_LETTERS = 2;
const MARKS = /⟨(?:email|id|phone|plate|user)⟩/g;

/** Step: what cannot be judged may not become a post: `no-text`, `too-short` (under 2 letters), `too-long`. */
export const reject: Step = (draft) => {
  if (draft.text === '') return { refused: 'no-text' };
  if (draft.text.length > MAXIMUM_CHARACTERS) return { refused: 'too-long' };
  const letters = draft.text.replace(MARKS, '').match(/\p{L}/gu)?.length ?? 0;
  return letters < MINIMUM_LETTERS ? { refused: 'too-short' } : draft;
};
