import { foldWord } from './fold-word.js';

/** A word of a text, with its place in UTF-16 code units. */
export interface Word {
  start: number;
  end: number;
  /** as written */
  written: string;
  folded: string;
  /** nothing but blanks, hyphens, apostrophes or underscores stands between it and the word before */
  joined: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu;
const JOINT = /^[\s\p{Pd}\p{Cf}'’‘ʼ`´_]*$/u;

/** One spelling for all Latin forms of the Arabic article. */
export const ARTICLE = 'el';

/** The article as it is spelled before any word, and as its sound takes on the first letters of the next word. */
const PLAIN_ARTICLES = new Set(['al', 'el', 'il', 'l']);
const TAKEN_ON = /^[ea]([tdrzsn]|[cs]h)$/;

const isArticle = (word: Word, next: Word | undefined): boolean => {
  if (PLAIN_ARTICLES.has(word.folded)) return true;
  const sound = TAKEN_ON.exec(word.folded)?.[1];
  return sound !== undefined && next?.joined === true && next.folded.startsWith(sound);
};

/** The words of a text, folded; hyphens and apostrophes part words. Line breaks and punctuation end a run of words. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  let before = 0;
  for (const match of text.matchAll(WORD)) {
    const [written] = match;
    const end = match.index + written.length;
    const folded = foldWord(written);
    if (folded === '') continue;
    const gap = text.slice(before, match.index);
    words.push({
      start: match.index,
      end,
      written,
      folded,
      joined: words.length > 0 && JOINT.test(gap) && !gap.includes('\n'),
    });
    before = end;
  }
  words.forEach((word, index) => {
    if (isArticle(word, words[index + 1])) word.folded = ARTICLE;
  });
  return words;
};
