import type { NormalisedText } from '../normalise/normalise-text.js';
import { CLASS, characterClasses } from './character-class.js';
import { joinSpacedLetters, LETTERS_TO_JOIN } from './join-spaced-letters.js';
import { markQuotes } from './mark-quotes.js';
import type { Word } from './word.js';

/** French and Italian words that lose their vowel before another word: «l'arabe» is two words, «don't» one. */
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
  'presqu',
  'aujourd',
  'un',
  'all',
  'dall',
  'dell',
  'nell',
  'sull',
  'quest',
  'quell',
]);
const ELIDED_AS_ONE = new Set(['aujourd']);

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

const [SPACE, NEWLINE, EXCLAMATION, HASH, DOT, AT, UNDERSCORE] = [0x20, 0x0a, 0x21, 0x23, 0x2e, 0x40, 0x5f];
const [H, W] = [0x68, 0x77];
const [FIRST_HEBREW, FIRST_INDIC] = [0x590, 0x900];

/** Where a web address that begins at `at` ends; `at` where none does. Its words are not the author's. */
const skipTo = (text: string, at: number): number => {
  const first = text.charCodeAt(at);
  if (first !== H && first !== W) return at;
  if (!(text.startsWith('http://', at) || text.startsWith('https://', at) || text.startsWith('www.', at))) return at;
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== SPACE && text.charCodeAt(end) !== NEWLINE) end += 1;
  return end;
};

const isWordClass = (value: number): boolean => value === CLASS.letter || value === CLASS.digit;

const classAt = (text: string, at: number): number =>
  at < text.length ? characterClasses.of(text.charCodeAt(at)) : CLASS.gap;

/** Whether in the given text a capital stands at this place of the normalised one, and a small letter before it. */
const beginsWord = (normalised: NormalisedText, given: string, at: number): boolean => {
  const unit = normalised.text.charCodeAt(at);
  // Arabic and its neighbours have no capitals.
  if (unit >= FIRST_HEBREW && unit < FIRST_INDIC) return false;
  const { aligned } = normalised;
  const here = aligned ? at : (normalised.starts[at] ?? 0);
  const before = aligned ? at - 1 : (normalised.starts[at - 1] ?? 0);
  return UPPER.test(given[here] ?? '') && LOWER.test(given[before] ?? '');
};

const FIRST_SIGN = 0x300;

const standsBeforeSign = (text: string, at: number): boolean =>
  at + 1 < text.length && text.charCodeAt(at + 1) !== SPACE;

/** Splits one text; made for it and read from left to right. */
class Splitter {
  readonly words: Word[] = [];
  /** a sign was met, or skipped, that may open a quotation */
  quotes = false;
  /** as many words of one letter stand in a row as are read as a word written apart */
  spaced = false;
  private sentence = 0;
  private clause = 0;
  private letters = 0;
  private stretched = 0;
  private readonly text: string;

  constructor(
    private readonly normalised: NormalisedText,
    private readonly given: string,
  ) {
    this.text = normalised.text;
  }

  run(): void {
    const { text } = this;
    const { length } = text;
    let i = 0;
    while (i < length) {
      const kind = characterClasses.of(text.charCodeAt(i));
      if (kind === CLASS.letter || kind === CLASS.digit) {
        const skipped = skipTo(text, i);
        if (skipped > i) {
          this.quotes = true;
          i = skipped;
        } else i = this.readRun(i);
        continue;
      }
      if (kind === CLASS.gap) i += 1;
      else if (kind === CLASS.sentenceEnd) {
        this.sentence += 1;
        this.clause += 1;
        i += 1;
      } else if (kind === CLASS.clauseEnd) {
        this.clause += 1;
        i += 1;
      } else if (kind === CLASS.symbol) {
        const width = (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
        this.push(text.slice(i, i + width), i, i + width);
        i += width;
      } else if (text.charCodeAt(i) === AT && isWordClass(classAt(text, i + 1))) i = this.skipMention(i + 1);
      else {
        if (kind === CLASS.quote || (kind === CLASS.apostrophe && standsBeforeSign(text, i))) this.quotes = true;
        i += 1;
      }
    }
  }

  private push(form: string, start: number, end: number): void {
    const { elongated } = this.normalised;
    let long = false;
    if (elongated.length > 0) {
      while (this.stretched < elongated.length && (elongated[this.stretched] ?? 0) < start) this.stretched += 1;
      long = this.stretched < elongated.length && (elongated[this.stretched] ?? 0) < end;
    }
    this.letters = form.length === 1 ? this.letters + 1 : 0;
    if (this.letters === LETTERS_TO_JOIN) this.spaced = true;
    this.words.push({ form, start, end, sentence: this.sentence, clause: this.clause, quoted: false, elongated: long });
  }

  private skipMention(from: number): number {
    const { text } = this;
    let i = from;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit !== UNDERSCORE && unit !== DOT && !isWordClass(characterClasses.of(unit))) break;
    }
    return i;
  }

  /** Reads a run of letters and digits, with the signs inside it, as words. */
  private readRun(begin: number): number {
    const { text } = this;
    const { length } = text;
    let start = begin;
    /** where what is not yet in `form` begins */
    let from = begin;
    let form = '';
    const sign = begin === 0 ? 0 : text.charCodeAt(begin - 1);
    const hashtag = sign === HASH || (sign === UNDERSCORE && this.words.length > 0);
    let i = begin;
    for (; i < length; i++) {
      const unit = text.charCodeAt(i);
      const here = characterClasses.of(unit);
      if (here === CLASS.letter || here === CLASS.digit) {
        if (hashtag && i > start && beginsWord(this.normalised, this.given, i)) {
          this.push(form + text.slice(from, i), start, i);
          start = i;
          from = i;
          form = '';
        }
        continue;
      }
      const begun = form !== '' || from < i;
      if (here === CLASS.apostrophe && begun && classAt(text, i + 1) === CLASS.letter) {
        // After a vowel sign of an Indic script an apostrophe may open a quotation, as signs are no letters.
        if (text.charCodeAt(i - 1) >= FIRST_SIGN) this.quotes = true;
        form += text.slice(from, i);
        from = i + 1;
        if (ELISIONS.has(form) && !ELIDED_AS_ONE.has(form)) {
          this.push(form, start, i + 1);
          start = i + 1;
          form = '';
        }
      } else if (!((here === CLASS.mask || (begun && unit === EXCLAMATION)) && isMaskedLetter(text, i))) break;
    }
    const whole = form === '' ? text.slice(from, i) : form + text.slice(from, i);
    if (whole !== '') this.push(whole, start, i);
    return i;
  }
}

/**
 * Splits a normalised text into words, with sentence and clause numbers and quotation. Hashtags give their words
 * («#StopTheHate» three, by the capitals of the given text), mentions and web addresses none, an emoji one.
 */
export const splitWords = (normalised: NormalisedText, given: string): Word[] => {
  const splitter = new Splitter(normalised, given);
  splitter.run();
  const { words, spaced, quotes } = splitter;
  const joined = spaced ? joinSpacedLetters(words, normalised.text) : words;
  if (quotes) markQuotes(joined, normalised.text);
  return joined;
};

/** Whether the sign at `i` stands for letters: a word goes on after it and after any more such signs. */
const isMaskedLetter = (text: string, i: number): boolean => {
  let end = i;
  while (end < text.length && end - i < 6) {
    const unit = text.charCodeAt(end);
    if (unit !== EXCLAMATION && characterClasses.of(unit) !== CLASS.mask) break;
    end += 1;
  }
  return classAt(text, end) === CLASS.letter;
};
