import { foldWord } from './fold-word.js';

/** A word of a text, with its place in UTF-16 code units. */
export interface Word {
  start: number;
  end: number;
  /** as written */
  written: string;
  folded: string;
  /** nothing but blanks, hyphens, apostrophes, underscores or an ampersand stands between it and the word before */
  joined: boolean;
  /** length of the article before the word proper, in a word that has one drawn to it */
  article?: number;
  /** where the hashtag begins that it stands in */
  tag?: number;
}

/** Maghrebi names begin with M' before a consonant (M'sick, M'Hamdia); every other apostrophe parts words. */
const WORD = /[Mm]['’ʼ](?=[b-df-hj-np-tv-z])\p{L}[\p{L}\p{M}\p{N}]*|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu;
/** Hashtags; and user names, e-mail and web addresses. */
const RUN = /#[\p{L}\p{M}\p{N}_]+|@[\p{L}\p{M}\p{N}_.]+|\b(?:https?:\/\/|www\.)[^\s]+/gu;
/** Where one word ends and the next begins in #SidiMoumen. */
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})/u;
/** The apostrophe of the English possessive. */
const POSSESSIVE = /['’ʼ]/;
const JOINT = /^[\s&\p{Pd}\p{Cf}'’‘ʼ`´_]*$/u;

/** One spelling for all Latin forms of the Arabic article. */
const ARTICLE = 'el';

/** The article as it is spelled before any word, and as its sound takes on the first letters of the next word. */
const PLAIN_ARTICLES = new Set(['al', 'el', 'il', 'l']);
const TAKEN_ON = /^[ea]([tdrzsn]|[cs]h)$/;

/** Of those, the words of English, French, German and Spanish. */
const SMALL_WORDS = new Set(['at', 'as', 'an', 'ad', 'et', 'es', 'en', 'ed', 'er', 'ar']);

const isArticle = (word: Word, next: Word | undefined, gap: string): boolean => {
  // "all" folds to the same.
  if (PLAIN_ARTICLES.has(word.folded)) return !/^[a-z]{3}/i.test(word.written);
  const sound = TAKEN_ON.exec(word.folded)?.[1];
  if (sound === undefined || next?.joined !== true || !next.folded.startsWith(sound)) return false;
  // "at Tudor" and "et Tabriquet" are none, At-Tadamon is.
  const capitals = /^\p{Lu}/u.test(word.written) && /^\p{Lu}/u.test(next.written);
  return capitals || !/^\s+$/.test(gap) || !SMALL_WORDS.has(word.folded);
};

/** Words with a Latin article drawn to the word it belongs to: El Bahr, el-Bahr and elBahr are one word. */
export const withArticles = (words: readonly Word[]): Word[] => {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (!word) continue;
    if (word.folded !== ARTICLE || !next?.joined || next.folded === ARTICLE) {
      joined.push(word);
      continue;
    }
    const capital = /^\p{Lu}/u.test(next.written);
    joined.push({
      start: word.start,
      end: next.end,
      written: `${capital ? 'El' : 'el'}${next.written}`,
      folded: `${ARTICLE}${next.folded}`,
      joined: word.joined,
      ...(word.tag === undefined ? {} : { tag: word.tag }),
      article: next.start - word.start,
    });
    at += 1;
  }
  return joined;
};

/**
 * The words of a text, folded; hyphens and apostrophes part words, and so do the capitals of a hashtag. Line breaks and
 * punctuation end a run of words. Words of user names and links are left out: they name nothing.
 * @param fold folds one word; a caller that meets the same words again may remember them
 */
export const wordsOf = (text: string, fold: (word: string) => string = foldWord): Word[] => {
  const words: Word[] = [];
  let before = 0;
  let tag: number | undefined;
  const add = (written: string, start: number): void => {
    // Sloan's Lake
    if (written === 's' && start === before + 1 && POSSESSIVE.test(text[before] ?? '')) {
      before = start + 1;
      return;
    }
    const folded = fold(written.replace(/['’ʼ]/, ''));
    if (folded === '') return;
    const gap = text.slice(before, start);
    const saint = /^\.\s?$/.test(gap) && /^(?:sainte?|mount)$/.test(words.at(-1)?.folded ?? '');
    const joined = words.length > 0 && (gap === ' ' || gap === '' || saint || (JOINT.test(gap) && !gap.includes('\n')));
    before = start + written.length;
    words.push({ start, end: before, written, folded, joined, ...(tag === undefined ? {} : { tag }) });
  };
  const runs = text.matchAll(RUN);
  let run = runs.next();
  for (const { 0: written, index } of text.matchAll(WORD)) {
    while (!run.done && run.value.index + run.value[0].length <= index) run = runs.next();
    if (!run.done && run.value.index <= index) {
      if (run.value[0].startsWith('#')) tag = run.value.index;
      else continue;
    } else tag = undefined;
    if (tag === undefined || !CAMEL.test(written)) add(written, index);
    else {
      let start = index;
      for (const part of written.split(CAMEL)) {
        add(part, start);
        start += part.length;
      }
    }
  }
  words.forEach((word, index) => {
    if (isArticle(word, words[index + 1], text.slice(word.end, words[index + 1]?.start))) word.folded = ARTICLE;
  });
  return words;
};
