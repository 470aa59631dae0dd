import { type FoldedText, foldForCopies } from './fold-for-copies.js';

// Shorter texts are greetings and slogans, which many people write by themselves; and one changed letter is then a
// tenth of all that is compared.
const FEWEST_WORDS = 5;
const FEWEST_LETTERS = 24;

/** Whether a folded text is long enough to be compared. */
export const isLongEnough = ({ words, letters }: FoldedText): boolean =>
  words >= FEWEST_WORDS && letters >= FEWEST_LETTERS;

/**
 * Whether a text is long enough to be a near-duplicate: five words and 24 letters, mentions, links and repeated letters
 * not counted.
 */
export const mayBeNearDuplicate = (text: string): boolean => isLongEnough(foldForCopies(text));
