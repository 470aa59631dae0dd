import { evidenceFor } from './evidence.js';
import type { Claim } from './name-tree.js';
import type { Found } from './names-at.js';
import type { OtherPlaces } from './other-places.js';
import type { Reading } from './signs/scene.js';
import type { Word } from './words.js';

/** What a name in another language than the text's takes from the log-odds. */
const OTHER_LANGUAGE = 0.3;
/** What is left of a longer name needs its capital: "at graduate school" is not in Graduate Hospital. */
const NO_CAPITAL = 2;
/** "Les Filets" is a place where "filets" are nets. */
const NO_ARTICLE = 2;
/** An area whose name is known in the text's script is seldom meant by one that only sounds like it. */
const TWIN = 3;
/** An Arabic noun before a definite one has its article from it. */
const CONSTRUCT = 4;
/** A city or a country needs less of a cue than a neighbourhood. */
const WELL_KNOWN = 2.5;
/** #KeralaFloods is about an event; a name of one word in it is seldom where the writer is. */
const PART_OF_TAG = 4;

/** In a city #Bellmor_under_water is about Bellmor, as long as the name comes first. */
const HEAD_OF_TAG = 0.5;

/** What it takes from the log-odds that a word shares its hashtag with others. */
const sharedTag = (words: readonly Word[], at: number, wide: boolean): number => {
  const tag = words[at]?.tag;
  if (tag === undefined) return 0;
  if (words[at - 1]?.tag === tag) return PART_OF_TAG;
  return words[at + 1]?.tag !== tag ? 0 : wide ? PART_OF_TAG : HEAD_OF_TAG;
};

/** What is known of the text besides its words. */
interface Around {
  /** a French or English article stands before the name */
  articled: boolean;
  /** ISO 639-3 */
  language: string | undefined;
  others: OtherPlaces;
}

/** Log-odds that a name met in a text means the area that claims it. */
export const oddsOf = (
  reading: Reading,
  found: Found,
  { kind, prior, rank, core, article, scripts, languages }: Claim,
  { articled, language, others }: Around,
): number => {
  const { words } = reading;
  const alone = found.to - found.from === 1;
  // That somebody listed a name speaks for its spelling only.
  const known = alone && !found.exact ? Math.min(prior, 0) : prior;
  let odds = known - found.cost + (others.wide && alone && kind === 'distinct' ? WELL_KNOWN : 0);
  if (language !== undefined && languages.size > 0 && !languages.has(language)) odds -= OTHER_LANGUAGE;
  const arabic = /\p{Script=Arabic}/u.test(words[found.from]?.written ?? '');
  if (found.crossed && (arabic ? scripts.arabic : scripts.other)) odds -= alone ? TWIN : TWIN / 4;
  // قبة الصخرة is the dome of the rock, whatever القبة is.
  if (found.indefinite && words[found.to]?.joined && /^ال../.test(words[found.to]?.folded ?? '')) odds -= CONSTRUCT;
  if (core && alone && /^\p{Ll}/u.test(words[found.from]?.written ?? '')) odds -= NO_CAPITAL;
  if (alone) odds -= sharedTag(words, found.from, others.wide);
  if (alone && article && !articled && (rank === 1 || kind !== 'distinct')) odds -= NO_ARTICLE;
  const first = words[found.from];
  const drawn = first?.article !== undefined && found.start === first.start;
  return (
    odds +
    evidenceFor(reading, { ...found, kind, listed: rank === 2, withArticle: drawn || (article && articled) }, others)
  );
};
