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

const [NUMBER_SIGN, AT, DOT, COLON, H, W] = [0x23, 0x40, 0x2e, 0x3a, 0x68, 0x77];
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

const isBlank = (text: string, at: number): boolean => parts.of(text.charCodeAt(at)) === OF_BLANK;

/** Blanks out addresses, mentions and hashtags. */
const withoutAddresses = (text: string): string => {
  let plain = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== AT && unit !== NUMBER_SIGN && unit !== COLON && !(unit === W && text.startsWith('www.', at))) continue;
    let from = at;
    while (from > kept && !isBlank(text, from - 1)) from -= 1;
    let to = at + 1;
    while (to < text.length && !isBlank(text, to)) to += 1;
    const begin = addressIn(text, from, to);
    if (begin < to) {
      plain += `${text.slice(kept, begin)} `;
      kept = to;
    }
    at = to;
  }
  return kept === 0 ? text : plain + text.slice(kept);
};

const mayHoldAddress = (text: string): boolean =>
  text.includes('@') || text.includes('#') || text.includes('://') || text.includes('www.');

/** Blocks of signs beyond the basic plane that have no letter, mark or number. */
const FIRST_EMOJI = 0x1f200;
const LAST_EMOJI = 0x1faff;

const isHighHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

let sawLetter = false;

/** The end of a run of letters and marks, and of numbers if asked. Says in `sawLetter` whether it has a letter. */
const endOfRun = (text: string, from: number, withNumbers: boolean): number => {
  let at = from;
  let letter = false;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let part = parts.of(unit);
    let width = 1;
    if (isHighHalf(unit)) {
      const pair = text.codePointAt(at) ?? 0;
      if (pair > 0xffff) width = 2;
      part = pair >= FIRST_EMOJI && pair <= LAST_EMOJI ? NONE : partOf(String.fromCodePoint(pair));
    }
    if (part === OF_LETTER) letter = true;
    else if (part !== OF_MARK && !(part === OF_NUMBER && withNumbers)) break;
    if (width === 2) at += 1;
  }
  sawLetter = letter;
  return at;
};

/** The lower-case words of a text that may tell its language: no addresses, mentions, hashtags or bare numbers. */
export const wordsForLanguage = (given: string): string[] => {
  const lower = given.toLowerCase();
  const text = mayHoldAddress(lower) ? withoutAddresses(lower) : lower;
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const begins = parts.of(unit);
    if ((begins === NONE || begins === OF_BLANK) && !isHighHalf(unit)) {
      at += 1;
      continue;
    }
    const from = at;
    const end = endOfRun(text, from, true);
    if (end === from) {
      at += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    at = end;
    const hasLetter = sawLetter;
    const sign = text.charCodeAt(end);
    if (sign === 0x27 || sign === 0x2019) {
      const after = endOfRun(text, end + 1, false);
      if (after > end + 1) {
        at = after;
        const word = text.slice(from, after).replace(ELIDED, '').replace(/['’]/, '');
        // A letter may have stood in the part that is left out.
        if (LETTER.test(word)) words.push(word);
        continue;
      }
    }
    if (hasLetter) words.push(text.slice(from, end));
  }
  return words;
};
