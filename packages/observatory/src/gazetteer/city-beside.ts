import { foldedSet } from './known/folded-set.js';
import type { OtherPlace } from './other-places.js';
import { isCapital } from './signs/scene.js';
import { FACT } from './word-facts.js';
import type { Word } from './words.js';

/** How a name stands to the cities that its text names. */
export type CityBeside =
  /** its own city stands right beside it: "médina de Tunis" in Tunis */
  | 'own'
  /** its own city is named somewhere around */
  | 'home'
  /** another well-known area of its city is named around */
  | 'kin'
  /** it is part of another place's name: المدينة المنورة */
  | 'covered'
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
  'de du des d of in a à au aux en la le l el the near près at في من قرب ضواحي بضواحي quartier village town city во nchini f fi',
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

/** A text with the places it names, by where they begin, and the facts of its words. */
interface TextWithPlaces {
  words: readonly Word[];
  facts: readonly number[];
  places: readonly OtherPlace[];
  text: string;
}

const STRENGTH = { none: 0, elsewhere: 1, kin: 2, within: 3, near: 4, beside: 5, home: 6, own: 7, covered: 8 } as const;

/** Whether two words are one, but for what is written onto it: السلامة and بالسلامة. */
const isOne = (one: string, two: string): boolean => one.endsWith(two) || two.endsWith(one);

/** Whether a place is the name itself, met again. */
const isSame = (words: readonly Word[], from: number, to: number, place: OtherPlace): boolean =>
  place.to - place.from === to - from && isOne(words[place.from]?.folded ?? '', words[from]?.folded ?? '');

/** How one other city stands to the name in words `from` to `to`. */
const standing = ({ words, facts, text }: TextWithPlaces, from: number, to: number, place: OtherPlace): CityBeside => {
  const farther = place.area ? 'kin' : place.home ? 'home' : 'elsewhere';
  if (place.area) return isSame(words, from, to, place) ? 'none' : 'kin';
  const after = place.from >= to;
  const [begin, end] = after ? [to, place.from] : [place.to, from];
  // "حمص: …" is where the news comes from.
  if (!after && place.from === 0 && /^\s?:/.test(text.slice(words[place.to - 1]?.end, words[place.to]?.start)))
    return place.home ? 'own' : 'beside';
  if (end - begin > WORDS_BETWEEN) return farther;
  const gap = text.slice(words[begin - 1]?.end, words[end]?.start);
  if (/[.!\n]/.test(gap)) return farther;
  // "entre Casablanca et Tanger": of equals none lies in the other.
  // Arabic writes the "and" onto the second.
  const listed = /[&+]|\s(?:et|and|و|и|na)\s/u.test(gap) || (begin === end && /^و/.test(words[end]?.written ?? ''));
  let distance = 0;
  for (let at = begin; at < end; at += 1)
    if (!HOLDING.has(words[at]?.folded ?? '') && !(after && (facts[at] ?? 0) & FACT.after)) distance += 1;
  // "аеродром Скопје" is the city's airport, "Аеродром, Скопје" an area of it; Arabic needs no sign between the two.
  // Brussels Midi, Bruxelles-Midi: the city comes first.
  const leads = !after && begin === end && isCapital(words[from]) && isCapital(words[place.from]);
  const tied =
    leads || end > begin || /[,(،\p{Pd}]/u.test(gap) || /\p{Script=Arabic}/u.test(words[from]?.written ?? '');
  if (place.home) return distance === 0 && tied && !listed ? 'own' : 'home';
  if (!listed && distance === 0) return 'beside';
  if (!listed && distance === 1 && after) return 'near';
  return after && HOLDING.has(words[place.from - 1]?.folded ?? '') ? 'within' : 'elsewhere';
};

/**
 * How a name stands to the cities named around it; its own city outweighs all others beside it.
 */
export const cityBeside = (text: TextWithPlaces, from: number, to: number): CityBeside => {
  const { places } = text;
  let strongest: CityBeside = 'none';
  const next = firstFrom(places, from);
  for (let at = Math.max(0, next - CITIES_AROUND); at < Math.min(places.length, next + CITIES_AROUND); at += 1) {
    const place = places[at];
    if (!place) continue;
    if (place.from < to && place.to > from) {
      if (!place.home && place.to - place.from > to - from) return 'covered';
      continue;
    }
    if (place.from - to > WORDS_AROUND || from - place.to > WORDS_AROUND) continue;
    const here = standing(text, from, to, place);
    if (STRENGTH[here] > STRENGTH[strongest]) strongest = here;
  }
  return strongest;
};
