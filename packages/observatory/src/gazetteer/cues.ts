import { readingsOf } from './clitics.js';
import { foldWord } from './fold-word.js';
import type { Word } from './words.js';

const folded = (words: string): Set<string> => new Set(words.split(' ').map(foldWord));

/** Words that announce a place right after them. */
const BEFORE = folded(
  'حي منطقة باب شارع ساحة حومة زنقة نهج درب سكان ساكنة أهالي أهل ولاد أولاد مقاطعة ناحية جهة مدينة كارتي ديور ' +
    'quartier cité rue avenue place boulevard secteur zone faubourg habitants riverains arrondissement hay houma ' +
    'houmt derb zan9a district quarter neighbourhood neighborhood area street residents',
);
/** Words that confirm a place right before them. */
const AFTER = folded('quarter district neighbourhood neighborhood area street estate');
/**
 * Prepositions of place and belonging: a cue only where a capital letter says that a name follows ("à La Gare",
 * "in Concord", "les voisins d'Ennasr").
 */
const PLACE = folded('à in at near around dans vers de du des d');
/** "In", in Arabic and in Arabic written with Latin letters, which knows no capitals. */
const IN = folded('في fi f');
/** Words that may stand between a cue and the name. */
const SMALL = folded('de du des d la le les of the');

const capital = ({ written }: Word): boolean => /^\p{Lu}/u.test(written);

const isCue = (cues: ReadonlySet<string>, word: Word): boolean =>
  readingsOf(word).some((reading) => cues.has(reading.word));

/** "la Gare", "the Station": a small word without capital before a word with one, as names are written. */
const writtenAsName = (name: readonly Word[]): boolean => {
  const [first] = name;
  return first !== undefined && SMALL.has(first.folded) && !capital(first) && name.slice(1).some(capital);
};

/**
 * Whether a name is written, or has words around it, so that a place is meant.
 * @param words of the whole text
 * @param from index of the name's first word
 * @param to index after its last word
 * @param prefixed whether a prefix is written onto the name
 */
export const hasCue = (words: readonly Word[], from: number, to: number, prefixed: boolean): boolean => {
  const name = words.slice(from, to);
  const [first] = name;
  const after = words[to];
  if (after?.joined && AFTER.has(after.folded)) return true;
  if (writtenAsName(name)) return true;
  // Maghrebi "in" is written onto the article (فالمحطة); at the head of a clause the same letter means "so".
  if (prefixed && first?.joined && /^ف(?:ال|ل)/.test(first.folded)) return true;
  const named = name.some((word) => capital(word) && !SMALL.has(word.folded));
  let at = from;
  for (let skipped = 0; skipped < 3 && words[at]?.joined; skipped += 1) {
    at -= 1;
    const word = words[at];
    if (!word) return false;
    if (isCue(BEFORE, word) || (named && PLACE.has(word.folded)) || isCue(IN, word)) return true;
    if (!SMALL.has(word.folded)) return false;
  }
  return false;
};
