import { pick } from './seeded.mjs';

/** @typedef {() => number} Random */

/** @param {string[]} characters */
const lettersOf = (characters) => characters.flatMap((character, at) => (/\p{L}/u.test(character) ? [at] : []));

/** @param {Random} random */
const handle = (random) =>
  `@${Array.from({ length: 4 + Math.floor(random() * 9) }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('')}`;

/**
 * One typo for every fifty letters, at least one and at most six: a letter changed, left out, added or swapped.
 * @param {Random} random
 * @param {string} text
 */
const typos = (random, text) => {
  const characters = [...text];
  const letters = lettersOf(characters);
  const count = Math.max(1, Math.min(6, Math.round(letters.length / 50)));
  for (let typo = 0; typo < count; typo += 1) {
    const at = pick(random, letters);
    const here = characters[at] ?? '';
    const kind = Math.floor(random() * 4);
    if (kind === 0) characters[at] = characters[pick(random, letters)] ?? '';
    else if (kind === 1) characters[at] = '';
    else if (kind === 2) characters[at] = here + (characters[pick(random, letters)] ?? '');
    else [characters[at], characters[at + 1]] = [characters[at + 1] ?? '', here];
  }
  return characters.join('');
};

/**
 * One to three mentions, before or after.
 * @param {Random} random
 * @param {string} text
 */
const addedMentions = (random, text) => {
  let edited = text;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1)
    edited = random() < 0.6 ? `${handle(random)} ${edited}` : `${edited} ${handle(random)}`;
  return edited;
};

/**
 * A twentieth to a quarter of the words cut off, three times in four at the end, one word at least.
 * @param {Random} random
 * @param {string} text
 */
const cutEnd = (random, text) => {
  const words = text.split(/(?<=\s)(?=\S)/);
  const cut = Math.max(1, Math.floor(words.length * (0.05 + 0.2 * random())));
  if (random() < 0.25) return words.slice(cut).join('');
  return words.slice(0, -cut).join('') + (random() < 0.5 ? '…' : '');
};

/**
 * One to three letters written three to seven times.
 * @param {Random} random
 * @param {string} text
 */
const elongation = (random, text) => {
  const characters = [...text];
  const letters = lettersOf(characters);
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) {
    const at = pick(random, letters);
    characters[at] = (characters[at] ?? '').repeat(3 + Math.floor(random() * 5));
  }
  return characters.join('');
};

/**
 * One word left out or another put in its place: harder than the others, since in a short post it is a fifth of the text.
 * @param {Random} random
 * @param {string} text
 */
const changedWord = (random, text) => {
  const words = text.split(' ');
  const at = Math.floor(random() * words.length);
  if (random() < 0.5) words.splice(at, 1);
  else words[at] = handle(random).slice(1);
  return words.join(' ');
};

/**
 * How people change a post that they pass on, by name; the first four are the goal's.
 * @type {Readonly<Record<string, (random: Random, text: string) => string>>}
 */
export const EDITS = {
  typos,
  'added mentions': addedMentions,
  'cut ends': cutEnd,
  elongation,
  'two of these': (random, text) => {
    const kinds = [typos, addedMentions, cutEnd, elongation];
    return pick(random, kinds)(random, pick(random, kinds)(random, text));
  },
  'a changed word': changedWord,
};
