import { PageTable } from '../page-table.js';

const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const NUMBER = /\p{N}/u;
const BLANK = /\s/u;
/** French and Italian elisions: what comes before the apostrophe tells little, what comes after is the word. */
const ELIDED = /^(?:[cdjlmnst]|qu|un|dell|all|nell|dall|sull)['’]/;

const NONE = 0;
const OF_LETTER = 1;
const OF_MARK = 2;
const OF_NUMBER = 3;
const OF_BLANK = 4;

const partOf = (character: string): number => {
  if (LETTER.test(character)) return OF_LETTER;
  if (MARK.test(character)) return OF_MARK;
  if (NUMBER.test(character)) return OF_NUMBER;
  return BLANK.test(character) ? OF_BLANK : NONE;
};

/** What every UTF-16 code unit is in a word; halves of surrogate pairs are looked at in pairs. */
const parts = new PageTable((unit) => partOf(String.fromCharCode(unit)));

const [NUMBER_SIGN, AT, DOT, H, W] = [0x23, 0x40, 0x2e, 0x68, 0x77];
const ADDRESSES = ['http://', 'https://', 'www.'];

/** Where an address, mention or hashtag begins in a run of signs without a blank; they end with the run. */
const addressIn = (text: string, from: number, to: number): number => {
  let lastDot = to - 2;
  while (lastDot > from && text.charCodeAt(lastDot) !== DOT) lastDot -= 1;
  let first = to;
  for (let at = from; at + 1 < to; at++) {
    const unit = text.charCodeAt(at);
    // Something before the sign and a dot after it: the whole run is an address for mail.
    if (unit === AT && at > from && lastDot >= at + 2) return from;
    if (at >= first) continue;
    if (unit === AT || unit === NUMBER_SIGN) first = at;
    else if (unit === H || unit === W) {
      if (ADDRESSES.some((begin) => at + begin.length < to && text.startsWith(begin, at))) first = at;
    }
  }
  return first;
};

/** Blanks out addresses, mentions and hashtags. */
const withoutAddresses = (text: string): string => {
  let plain = '';
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    if (parts.of(text.charCodeAt(at)) === OF_BLANK) {
      at += 1;
      continue;
    }
    const from = at;
    while (at < text.length && parts.of(text.charCodeAt(at)) !== OF_BLANK) at += 1;
    const begin = addressIn(text, from, at);
    if (begin === at) continue;
    plain += `${text.slice(kept, begin)} `;
    kept = at;
  }
  return plain + text.slice(kept);
};

const mayHoldAddress = (text: string): boolean =>
  text.includes('@') || text.includes('#') || text.includes('://') || text.includes('www.');

/** Goes through one text word by word. */
class WordReader {
  at = 0;
  hasLetter = false;

  constructor(readonly text: string) {}

  /** Goes on to the end of a run of letters and marks, and of numbers if asked. */
  run(withNumbers: boolean): void {
    const { text } = this;
    let at = this.at;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let part = parts.of(unit);
      let width = 1;
      if (unit >= 0xd800 && unit <= 0xdbff) {
        const pair = text.codePointAt(at) ?? 0;
        if (pair > 0xffff) width = 2;
        part = partOf(String.fromCodePoint(pair));
      }
      if (part === OF_LETTER) this.hasLetter = true;
      else if (part !== OF_MARK && !(part === OF_NUMBER && withNumbers)) break;
      if (width === 2) at += 1;
    }
    this.at = at;
  }
}

/** The lower-case words of a text that may tell its language: no addresses, mentions, hashtags or bare numbers. */
export const wordsForLanguage = (given: string): string[] => {
  const lower = given.toLowerCase();
  const text = mayHoldAddress(lower) ? withoutAddresses(lower) : lower;
  const words: string[] = [];
  const reader = new WordReader(text);
  while (reader.at < text.length) {
    const from = reader.at;
    reader.hasLetter = false;
    reader.run(true);
    const end = reader.at;
    if (end === from) {
      reader.at += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    const sign = text.charCodeAt(end);
    if (sign === 0x27 || sign === 0x2019) {
      reader.at = end + 1;
      reader.run(false);
      if (reader.at > end + 1) {
        const word = text.slice(from, reader.at).replace(ELIDED, '').replace(/['’]/, '');
        // A letter may have stood in the part that is left out.
        if (LETTER.test(word)) words.push(word);
        continue;
      }
      reader.at = end;
    }
    if (reader.hasLetter) words.push(text.slice(from, end));
  }
  return words;
};
