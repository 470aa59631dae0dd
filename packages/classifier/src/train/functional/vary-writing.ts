import type { Chance } from '../../chance.js';

const ENDS = ['', '', '', '.', '.', '!', '!!', '…', ' 😡', ' 🤷', '?!'];
const ASKING = ['?', '?', ' ?', '??'];
const STARTS = ['', '', '', '', '', '', '@USER ', 'RT @USER: ', 'lol ', '« ', '- '];
const LEET: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '$', t: '7' };
/** Shares of texts whose spelling is changed, and whose letters are all small or all capitals. */
const MISSPELT = 0.12;
const SMALL = 0.25;
const LOUD = 0.03;
const SHORTEST = 4;

const swapped = (word: string, at: number): string =>
  word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);

/** The ways in which people write one word otherwise: swapped, dropped, doubled, spaced, starred, numbers for letters. */
const misspelt = (word: string, chance: Chance): string => {
  const at = 1 + chance.below(Math.max(1, word.length - 2));
  switch (chance.below(6)) {
    case 0:
      return swapped(word, Math.min(at, word.length - 2));
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + (word[at] ?? '').repeat(3) + word.slice(at + 1);
    case 3:
      return [...word].join(chance.pick([' ', '.', '-']));
    case 4:
      return word.replace(/[aeiost]/g, (letter) => (chance.next() < 0.6 ? (LEET[letter] ?? letter) : letter));
    default:
      return word.length > SHORTEST ? `${word.slice(0, at)}*${word.slice(at + 1)}` : word;
  }
};

/**
 * Writes a text as people do: small letters, ends, mentions, emoji, misspelt words, words run together. The same for
 * hateful and harmless texts, so that carelessness itself says nothing.
 */
export const varyWriting = (text: string, chance: Chance): string => {
  let varied = text;
  const way = chance.next();
  if (way < SMALL) varied = varied.toLowerCase();
  else if (way < SMALL + LOUD) varied = varied.toUpperCase();
  else varied = varied.charAt(0).toUpperCase() + varied.slice(1);
  const mistake = chance.next();
  if (mistake < MISSPELT) {
    const words = varied.split(' ');
    const long = words.flatMap((word, at) => (word.length >= SHORTEST && /^\p{L}+$/u.test(word) ? [at] : []));
    if (long.length > 0) {
      const at = chance.pick(long);
      words[at] = misspelt(words[at] ?? '', chance);
      varied = words.join(' ');
    }
  } else if (mistake < MISSPELT + 0.02) {
    const words = varied.split(' ');
    const at = chance.below(Math.max(1, words.length - 1));
    varied = [...words.slice(0, at), `${words[at] ?? ''}${words[at + 1] ?? ''}`, ...words.slice(at + 2)].join(' ');
  }
  const ended = /[.!?؟…]$/.test(varied)
    ? ''
    : chance.pick(/^(why|when|how|pourquoi|quand|لماذا|ليش|علاش)/i.test(text) ? ASKING : ENDS);
  return `${chance.pick(STARTS)}${varied}${ended}`;
};
