import { kindOf, LETTER, NUMBER, SEPARATOR, SILENT } from './character-kind.js';

/** A text as it is compared with others. */
export interface FoldedText {
  /** UTF-16 code units */
  codes: readonly number[];
  letters: number;
  words: number;
}

// Copies differ first in whom they are sent to and in the tracker of a shortened link; ⟨user⟩ is what redaction leaves.
const MENTION_OR_LINK = /[@＠][\p{L}\p{M}\p{N}_.@-]+|⟨\p{L}+⟩|https?:\/\/\S+/gu;

/**
 * Folds a text like `contentHash` (NFKC, lower case, no white space, punctuation or invisible characters), and further:
 * without mentions and links, without tatweel and harakat, and with every character but digits said once where it
 * stands repeated, so that «sooo» and «so» are one.
 */
export const foldForCopies = (text: string): FoldedText => {
  const lower = text.replace(MENTION_OR_LINK, ' ').normalize('NFKC').toLowerCase();
  // A plain list: typed arrays of this size cost more to make than to fill.
  const codes: number[] = [];
  let letters = 0;
  let words = 0;
  let inWord = false;
  let last = -1;
  for (let at = 0; at < lower.length; at += 1) {
    const unit = lower.charCodeAt(at);
    const character = unit >= 0xd800 && unit < 0xdc00 ? (lower.codePointAt(at) ?? unit) : unit;
    if (character > 0xffff) at += 1;
    const kind = kindOf(character);
    if (kind === SEPARATOR) inWord = false;
    if (kind === SEPARATOR || kind === SILENT) continue;
    if (!inWord && (kind === LETTER || kind === NUMBER)) {
      words += 1;
      inWord = true;
    }
    if (character === last && kind !== NUMBER) continue;
    last = character;
    if (kind === LETTER) letters += 1;
    codes.push(unit);
    if (character > 0xffff) codes.push(lower.charCodeAt(at));
  }
  return { codes, letters, words };
};
