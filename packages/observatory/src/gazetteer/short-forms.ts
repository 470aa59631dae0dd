import { foldWord } from './fold-word.js';
import { foldedSet } from './known/folded-set.js';
import { SMALL } from './known/place-cues.js';
import { EVERYWHERE, HEADS } from './name-class.js';
import { type NameSequence, type NameWord, QUARTER_WORD } from './name-sequences.js';
import { factsOf } from './word-facts.js';
import { wordsOf } from './words.js';

/** Shorter words are too many other things. */
const SHORTEST_TELLING = 5;
/** A word of a name that is worth clipping, and how much of it stays: Wash(ington) Park, Cap(itol) Hill. */
const SHORTEST_CLIPPED = 6;
const CLIPS = [3, 4];

/** Parts of a place that is known as a whole: Mathare is more than Mathare North. */
const PARTS = foldedSet(
  'north south east west northern southern eastern western upper lower central centre center nord sud est ouest noord zuid oost zuidoost zuidwest noordoost noordwest ost süd extra intra i ii iii iv',
);

/** How many words of a name stand in a piece of it. */
const wordsIn = (piece: string): number => wordsOf(piece).filter(({ folded }) => !SMALL.has(folded)).length;

/** Two names in one. */
const DOUBLE = /^[^-–/]+[-–][^-–/]+$/;

const isLatin = ({ written }: NameWord): boolean => /^\p{Script=Latin}/u.test(written);

/** Whether a word is nothing but a name: no plain word, person, cue or kind of place. */
const tells = ({ written, folded }: NameWord): boolean =>
  folded !== QUARTER_WORD &&
  folded.length >= SHORTEST_TELLING &&
  !HEADS.has(folded) &&
  !EVERYWHERE.has(folded) &&
  factsOf({ written, folded, start: 0, end: written.length, joined: false }) === 0;

/** What a shorter form takes from the log-odds of a name; more where what is left may well be a word: (Bab) Tebbaneh. */
const SHORTENED = 1.2;
const BEHEADED = 2.2;

/**
 * What people shorten a name of several words to: its one word that says something ("Cheesman" for Cheesman Park, "Agdal"
 * for Agdal Riyad), each half of a double name (Elyria-Swansea), سيدي left out, other heads too (باب), or its first word
 * clipped ("Wash Park"). Arabic words are left whole otherwise, for they are plain words mostly.
 * @param written the name as it is written
 * @param isCity whether words are the name of a city or country: "Route de Tunis" is never Tunis
 */
export const shortForms = (
  { words, article }: NameSequence,
  written: string,
  isCity: (folded: readonly string[]) => boolean,
): NameSequence[] => {
  const [first, second] = words;
  if (!first || !second) return [];
  const forms: NameSequence[] = [];
  const add = (form: NameWord[], short: number): void => {
    forms.push({ words: form, article: article && form[0] === first, core: true, short });
  };
  const named = (word: NameWord): boolean => tells(word) && !isCity([word.folded]);
  const telling = words.filter((word) => isLatin(word) && named(word));
  const [told] = telling;
  const isPart = words.some(({ folded }) => PARTS.has(folded) || /^\d+$/.test(folded));
  if (words.length === 2 && !isPart)
    if (HEADS.has(first.folded)) {
      if (named(second)) add([second], first.folded === 'sidi' || first.folded === 'سيدي' ? SHORTENED : BEHEADED);
    } else if (telling.length === 2 && DOUBLE.test(written)) for (const half of telling) add([half], SHORTENED);
    else if (told && (telling.length === 1 || told === first)) add([told], SHORTENED);
  if (words.length > 2 && DOUBLE.test(written)) {
    const half = words.length - wordsIn(written.replace(/^[^-–]+/, ''));
    for (const part of [words.slice(0, half), words.slice(half)])
      if (part.length > 1 || part.some(named)) add(part, SHORTENED);
  }
  if (isLatin(first) && first.written.length >= SHORTEST_CLIPPED && !/^El/i.test(first.written))
    for (const length of CLIPS) {
      const clip = first.written.slice(0, length);
      if (/[^aeiou]$/.test(clip))
        add([{ written: clip, folded: foldWord(clip), clipped: true }, ...words.slice(1)], SHORTENED);
    }
  return forms;
};
