import { foldedSet } from './known/folded-set.js';
import type { OtherPlace } from './other-places.js';
import type { Word } from './words.js';

/** How a name stands to the cities that its text names. */
export type CityBeside =
  /** its own city is named */
  | 'home'
  /** another city stands right beside it: "médina de Fès" */
  | 'beside'
  /** like `beside`, with a word between that is no name */
  | 'near'
  /** the text goes on to say what it lies in: "Pangani, a quiet town in Tanzania" */
  | 'within'
  /** another city is named somewhere around */
  | 'elsewhere'
  | 'none';

/** Words that hold a place to what it lies in. */
const HOLDING = foldedSet(
  'de du des d of in a à au aux en la le l el the near at في من quartier village town city во nchini f fi',
);

/** Cities looked at on either side of a name, and words between at most: what is farther away says little. */
const CITIES_AROUND = 6;
const WORDS_AROUND = 200;
/** Words between a name and a city that still hold them together. */
const WORDS_BETWEEN = 8;

/** Index of the first place that begins at or after a word. */
const firstFrom = (places: readonly OtherPlace[], word: number): number => {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.from ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
};

const STRENGTH = { none: 0, elsewhere: 1, within: 2, near: 3, beside: 4, home: 5 } as const;

/** How one other city stands to the name in words `from` to `to`. */
const standing = (words: readonly Word[], text: string, from: number, to: number, place: OtherPlace): CityBeside => {
  if (place.home) return 'home';
  const after = place.from >= to;
  const [begin, end] = after ? [to, place.from] : [place.to, from];
  if (end - begin > WORDS_BETWEEN) return 'elsewhere';
  const gap = text.slice(words[begin - 1]?.end, words[end]?.start);
  if (/[.!?\n]/.test(gap)) return 'elsewhere';
  // "entre Casablanca et Tanger": of equals none lies in the other.
  const listed = /[&+]|\s(?:et|and|و|и|na)\s/u.test(gap);
  let distance = 0;
  for (let at = begin; at < end; at += 1) if (!HOLDING.has(words[at]?.folded ?? '')) distance += 1;
  if (!listed && distance === 0) return 'beside';
  if (!listed && distance === 1 && after) return 'near';
  return after && HOLDING.has(words[place.from - 1]?.folded ?? '') ? 'within' : 'elsewhere';
};

/**
 * How a name stands to the cities named around it; its own city outweighs all others.
 * @param places by where they begin
 */
export const cityBeside = (
  { words, places, text }: { words: readonly Word[]; places: readonly OtherPlace[]; text: string },
  from: number,
  to: number,
): CityBeside => {
  let strongest: CityBeside = 'none';
  const next = firstFrom(places, from);
  for (let at = Math.max(0, next - CITIES_AROUND); at < Math.min(places.length, next + CITIES_AROUND); at += 1) {
    const place = places[at];
    if (!place || (place.from < to && place.to > from)) continue;
    if (place.from - to > WORDS_AROUND || from - place.to > WORDS_AROUND) continue;
    const here = standing(words, text, from, to, place);
    if (STRENGTH[here] > STRENGTH[strongest]) strongest = here;
  }
  return strongest;
};
