import { foldWord } from './fold-word.js';
import { foldedSet } from './known/folded-set.js';
import { EVERYWHERE, HEADS } from './name-class.js';
import { type NameSequence, type NameWord, QUARTER_WORD } from './name-sequences.js';
import { factsOf } from './word-facts.js';

/** Shorter words are too many other things. */
const SHORTEST_TELLING = 5;
/** A word of a name that is worth clipping, and how much of it stays: Wash(ington) Park, Cap(itol) Hill. */
const SHORTEST_CLIPPED = 6;
const CLIPS = [3, 4];

/** Parts of a place that is known as a whole: Mathare is more than Mathare North. */
const PARTS = foldedSet(
  'north south east west northern southern eastern western upper lower central centre center nord sud est ouest noord zuid oost ost süd extra intra i ii iii iv',
);

const isLatin = ({ written }: NameWord): boolean => /^\p{Script=Latin}/u.test(written);

/** Whether a word is nothing but a name: no plain word, person, cue or kind of place. */
const tells = ({ written, folded }: NameWord): boolean =>
  folded !== QUARTER_WORD &&
  folded.length >= SHORTEST_TELLING &&
  !HEADS.has(folded) &&
  !EVERYWHERE.has(folded) &&
  factsOf({ written, folded, start: 0, end: written.length, joined: false }) === 0;

/**
 * What people shorten a name of several words to: its one word that says something ("Cheesman" for Cheesman Park, "Agdal"
 * for Agdal Riyad), سيدي left out, or its first word clipped ("Wash Park"). Arabic words are left whole otherwise, for what
 * stands second in a name there is mostly a plain word too.
 */
export const shortForms = ({ words, article }: NameSequence): NameSequence[] => {
  const [first, second] = words;
  if (!first || !second) return [];
  const forms: NameWord[][] = [];
  const telling = words.filter((word) => isLatin(word) && tells(word));
  const [told] = telling;
  const isPart = words.some(({ folded }) => PARTS.has(folded) || /^\d+$/.test(folded));
  const headed = HEADS.has(first.folded) && first.folded !== 'sidi';
  if (told && words.length === 2 && !isPart && !headed && (telling.length === 1 || told === first)) forms.push([told]);
  if (words.length === 2 && first.folded === 'سيدي' && tells(second)) forms.push([second]);
  if (isLatin(first) && first.written.length >= SHORTEST_CLIPPED && !/^El/i.test(first.written))
    for (const length of CLIPS) {
      const written = first.written.slice(0, length);
      if (/[^aeiou]$/.test(written))
        forms.push([{ written, folded: foldWord(written), clipped: true }, ...words.slice(1)]);
    }
  return forms.map((form) => ({ words: form, article: article && form[0] === first, core: true, short: true }));
};
