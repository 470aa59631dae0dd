import { readingsOf } from './clitics.js';
import type { GazetteerEntry } from './entry.js';
import { SMALL, STREETS } from './known/place-cues.js';
import { PLAIN_WORDS } from './known/plain-words.js';
import { type KnownCity, knownCities, knownRegions, knownTowns } from './word-facts.js';
import { type Word, wordsOf } from './words.js';

/** A city, country or region that a text names. */
export interface OtherPlace {
  /** index of its first word */
  from: number;
  /** index after its last word */
  to: number;
  home: boolean;
  /** a well-known area of the home, not the city itself */
  area: boolean;
}

export interface OtherPlaces {
  /** the places named in a text, by where they begin */
  find(words: readonly Word[]): OtherPlace[];
  /** whether some words are the name of a place abroad */
  isElsewhere(folded: readonly string[]): boolean;
  /** whether they are the name of a city or country, ours included */
  isNamed(folded: readonly string[]): boolean;
  /** whether the gazetteer is of a country or the world, so that its names are known ones */
  wide: boolean;
  /** whether the gazetteer's own city is known */
  homeKnown: boolean;
}

interface Known {
  words: string[];
  /** a short name of one word, as it must stand: Balle is not Bâle */
  plain?: string;
  /** a town that few texts mean: without its capital it is some word (chouf, "look" in Maghrebi, is no Chouf) */
  town?: true;
  /** `country`: in the country of the gazetteer's city, or no more than a town: an area may be called so all the same */
  whose: 'home' | 'area' | 'country' | 'other';
}

/** Words before a city's name that are read for a street's: rue de la Loire. */
const MOST_BEFORE = 3;

/** Whether a street or a square is called so: rue de Paris, Oxford Road. */
const isStreet = (words: readonly Word[], from: number, to: number): boolean => {
  const last = words[to];
  if (last?.joined && STREETS.has(last.folded)) return true;
  for (let at = from; at > Math.max(0, from - MOST_BEFORE) && words[at]?.joined; at -= 1) {
    const before = words[at - 1]?.folded ?? '';
    if (STREETS.has(before)) return true;
    if (!SMALL.has(before)) return false;
  }
  return false;
};

/** Shorter names must be spelled letter by letter. */
const SHORT = 5;
const plainOf = (written: string): string => written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Of two cities of one name, Tripoli and Tripoli, ours is meant. */
const ranked = ({ whose }: Known): number => (whose === 'home' || whose === 'area' ? 0 : 1);

const foldedName = (name: string): string[] => wordsOf(name).map(({ folded }) => folded);
const keyOf = (name: string): string => foldedName(name).join(' ');

/** A folded name without articles. */
const bareKey = (key: string): string => key.replace(/(?<= |^)(?:el|la|le|les|the) /g, '');

/** What a city's well-known areas are called, without articles. */
const bareAreas = ({ areas }: KnownCity): string[] => areas.map((area) => bareKey(keyOf(area)));

/** So many well-known areas of one city make it the gazetteer's. */
const GIVEN_AWAY_BY = 2;
/** So many make a second city its own too. */
const TWIN_GIVEN_AWAY_BY = 3;

/** So many known cities and countries, and this share of its areas, make a gazetteer one of more than a city. */
const WIDE = { least: 5, share: 0.08 };
/** No city is told apart into more. */
const MOST_AREAS = 600;

/** Whether a gazetteer is of a country or the world: then no city or country is another's. */
const isWide = (entries: readonly GazetteerEntry[], cities: readonly KnownCity[]): boolean => {
  const known = new Set([...cities.flatMap(({ names }) => names), ...knownRegions().flat()].map(keyOf));
  const wide = new Set(
    entries.filter(({ names }) => names.some((name) => known.has(keyOf(name)))).map(({ areaId }) => areaId),
  ).size;
  const areas = new Set(entries.map(({ areaId }) => areaId)).size;
  return areas > MOST_AREAS || (wide >= WIDE.least && wide > areas * WIDE.share);
};

/**
 * Which cities a gazetteer is of: those named in its options or in a name ("Mechouar de Casablanca"), else the one most of
 * whose well-known areas it has, and others of its country that it has several of: twin cities share a map. Empty when that
 * cannot be told.
 */
const homesOf = (
  entries: readonly GazetteerEntry[],
  cities: readonly KnownCity[],
  cityNames: readonly string[],
): ReadonlySet<KnownCity> => {
  const given = new Set(cityNames.map(keyOf));
  if (given.size > 0) return new Set(cities.filter(({ names }) => names.some((name) => given.has(keyOf(name)))));
  const has = new Set(entries.flatMap(({ names }) => names.map(keyOf)));
  const without = new Set([...has].map(bareKey));
  const words = new Set([...has].flatMap((key) => (key.includes(' ') ? key.split(' ') : [])));
  let best: KnownCity | undefined;
  let most = 0;
  for (const city of cities) {
    let score = new Set(bareAreas(city).filter((area) => without.has(area))).size;
    if (city.names.some((name) => words.has(keyOf(name)))) score += 1;
    if (score > most) {
      most = score;
      best = city;
    }
  }
  if (!best || most < GIVEN_AWAY_BY) return new Set();
  const { country } = best;
  // Of names that many cities have only those count that the first has not.
  const told = new Set(bareAreas(best));
  const isTwin = (city: KnownCity): boolean =>
    city !== best &&
    city.country === country &&
    new Set(bareAreas(city).filter((area) => without.has(area) && !told.has(area))).size >= TWIN_GIVEN_AWAY_BY;
  return new Set([best, ...cities.filter(isTwin)]);
};

/**
 * Opens the list of known cities and countries for a gazetteer.
 * @param cityNames names of the gazetteer's own city, if known
 */
export const openOtherPlaces = (entries: readonly GazetteerEntry[], cityNames: readonly string[]): OtherPlaces => {
  const cities = knownCities();
  if (isWide(entries, cities))
    return { find: () => [], isElsewhere: () => false, isNamed: () => false, homeKnown: false, wide: true };
  const homes = homesOf(entries, cities, cityNames);
  const [home] = homes;
  const country = home?.country;
  const areasAtHome = new Set([...homes].flatMap(({ areas }) => areas));
  const byFirst = new Map<string, Known[]>();
  const add = (name: string, whose: Known['whose'], town = false): void => {
    const words = foldedName(name);
    const [first] = words;
    if (first === undefined) return;
    const short = words.length === 1 && first.length <= SHORT && /^[a-z]/.test(first);
    const known = { words, whose, ...(short ? { plain: plainOf(name) } : {}), ...(town ? { town } : {}) };
    byFirst.set(first, [...(byFirst.get(first) ?? []), known]);
  };
  for (const city of cities) {
    const whose = homes.has(city) ? 'home' : city.country === country ? 'country' : 'other';
    for (const name of city.names) add(name, whose);
    if (whose === 'home') for (const area of city.areas) add(area, 'area');
  }
  for (const town of knownTowns()) if (!areasAtHome.has(town)) add(town, 'country', true);
  // Carthage is elsewhere to everybody but Tunis.
  for (const names of knownRegions())
    if (!names.some((name) => name === country || areasAtHome.has(name))) for (const name of names) add(name, 'other');
  for (const name of cityNames) add(name, 'home');
  for (const known of byFirst.values()) known.sort((a, b) => b.words.length - a.words.length || ranked(a) - ranked(b));

  const find: OtherPlaces['find'] = (words) => {
    const found: OtherPlace[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const first = words[at];
      if (!first) continue;
      for (const { word } of readingsOf(first)) {
        const known = byFirst
          .get(word)
          ?.find(
            (each) =>
              (each.plain === undefined || each.plain === plainOf(first.written)) &&
              each.words.every((part, ahead) => ahead === 0 || words[at + ahead]?.folded === part),
          );
        if (!known) continue;
        const to = at + known.words.length;
        if ((known.whose === 'other' || known.whose === 'country') && isStreet(words, at, to)) continue;
        // The forest is not Forest.
        const small = to - at === 1 && /^\p{Ll}/u.test(first.written);
        if (small && (known.town || PLAIN_WORDS.has(first.folded))) continue;
        found.push({
          from: at,
          to,
          home: known.whose === 'home' || known.whose === 'area',
          area: known.whose === 'area',
        });
        at = to - 1;
        break;
      }
    }
    return found;
  };
  const isElsewhere: OtherPlaces['isElsewhere'] = (folded) =>
    (byFirst.get(folded[0] ?? '') ?? []).some(
      ({ words, whose }) =>
        whose === 'other' && words.length === folded.length && words.every((word, at) => word === folded[at]),
    );
  const wellKnown = new Set(
    [...cities.flatMap(({ names }) => names), ...knownRegions().flat(), ...cityNames].map(keyOf),
  );
  const isNamed: OtherPlaces['isNamed'] = (folded) => wellKnown.has(folded.join(' '));
  return { find, isElsewhere, isNamed, homeKnown: home !== undefined || cityNames.length > 0, wide: false };
};
