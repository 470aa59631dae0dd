import type { NormalisedText } from '../normalise/normalise-text.js';
import { CLASS, characterClasses } from './character-class.js';
import { joinSpacedLetters } from './join-spaced-letters.js';
import { markQuotes } from './mark-quotes.js';
import type { Word } from './word.js';

/** French words that lose their vowel before another word: «l'arabe» is two words, «don't» one. */
const ELISIONS = new Set([
  'c',
  'd',
  'j',
  'l',
  'm',
  'n',
  's',
  't',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quelqu',
  'aujourd',
]);
const ELIDED_AS_ONE = new Set(['aujourd']);

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** A web address or a mention: skipped whole, its words are not the author's. */
const skipTo = (text: string, at: number): number => {
  if (!(text.startsWith('http://', at) || text.startsWith('https://', at) || text.startsWith('www.', at))) return at;
  let end = at;
  while (end < text.length && text[end] !== ' ' && text[end] !== '\n') end += 1;
  return end;
};

/**
 * Splits a normalised text into words, with sentence and clause numbers and quotation. Hashtags give their words
 * («#StopTheHate» three, by the capitals of the given text), mentions and web addresses none, an emoji one.
 */
export const splitWords = (normalised: NormalisedText, given: string): Word[] => {
  const { text, starts } = normalised;
  const classes = characterClasses();
  const classAt = (i: number): number => (i < text.length ? (classes[text.charCodeAt(i)] ?? 0) : CLASS.gap);
  const isWordClass = (value: number): boolean => value === CLASS.letter || value === CLASS.digit;
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  let i = 0;
  const push = (form: string, start: number, end: number): void => {
    words.push({ form, start, end, sentence, clause, quoted: false, elongated: false });
  };
  while (i < text.length) {
    const kind = classAt(i);
    if (kind === CLASS.sentenceEnd) {
      sentence += 1;
      clause += 1;
      i += 1;
    } else if (kind === CLASS.clauseEnd) {
      clause += 1;
      i += 1;
    } else if (kind === CLASS.symbol) {
      const width = text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) <= 0xdbff ? 2 : 1;
      push(text.slice(i, i + width), i, i + width);
      i += width;
    } else if (text[i] === '@' && isWordClass(classAt(i + 1))) {
      i += 1;
      while (isWordClass(classAt(i)) || text[i] === '_' || text[i] === '.') i += 1;
    } else if (isWordClass(kind)) {
      const skipped = skipTo(text, i);
      if (skipped > i) {
        i = skipped;
        continue;
      }
      const hashtag = text[i - 1] === '#' || (text[i - 1] === '_' && words.length > 0);
      let start = i;
      let form = '';
      for (; i < text.length; i++) {
        const here = classAt(i);
        if (isWordClass(here)) {
          const capital = hashtag && i > start && UPPER.test(given[starts[i] ?? 0] ?? '');
          if (capital && LOWER.test(given[starts[i - 1] ?? 0] ?? '')) {
            push(form, start, i);
            start = i;
            form = '';
          }
          form += text[i];
        } else if (here === CLASS.apostrophe && classAt(i + 1) === CLASS.letter && form !== '') {
          if (ELISIONS.has(form) && !ELIDED_AS_ONE.has(form)) {
            push(form, start, i + 1);
            start = i + 1;
            form = '';
          }
        } else if ((here === CLASS.mask || (text[i] === '!' && form !== '')) && isMaskedLetter(text, i, classAt)) {
          form += text[i];
        } else break;
      }
      if (form !== '') push(form, start, i);
    } else if (kind === CLASS.mask && classAt(i + 1) === CLASS.letter && classAt(i - 1) === CLASS.gap) {
      i += 1;
    } else i += 1;
  }
  const joined = joinSpacedLetters(words, text);
  markQuotes(joined, text);
  let next = 0;
  for (const word of joined) {
    while (next < normalised.elongated.length && (normalised.elongated[next] ?? 0) < word.start) next += 1;
    word.elongated = next < normalised.elongated.length && (normalised.elongated[next] ?? 0) < word.end;
  }
  return joined;
};

/** Whether the sign at `i` stands for letters: a word goes on after it and after any more such signs. */
const isMaskedLetter = (text: string, i: number, classAt: (i: number) => number): boolean => {
  let end = i;
  while (end < text.length && end - i < 6 && (classAt(end) === CLASS.mask || text[end] === '!')) end += 1;
  return classAt(end) === CLASS.letter;
};
