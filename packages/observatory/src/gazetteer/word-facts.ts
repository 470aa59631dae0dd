import { readingsOf } from './clitics.js';
import { CITIES, REGIONS } from './known/cities.js';
import { DOINGS, PATRONYMICS, PERSON_NAMES, TITLES } from './known/person-names.js';
import {
  AFTER,
  BEFORE,
  CONCERNS,
  DATES,
  GOING,
  IN,
  LOCAL,
  OFFICE,
  ONE_OF_A_KIND,
  PLACE_PREPOSITIONS,
  QUARTER,
  SMALL,
  STREETS,
  UNIVERSITIES,
  WEAK_PREPOSITIONS,
} from './known/place-cues.js';
import { PLAIN_WORDS } from './known/plain-words.js';
import { CLUB_WORDS, MATCH_WORDS } from './known/team-words.js';
import { TOWNS } from './known/towns.js';
import { GOODS, LIVES, WORKS } from './known/works-and-lives.js';
import { withoutArticle } from './name-sequences.js';
import type { Word } from './words.js';

/** What a word of a text says of the words beside it, as bits. */
export const FACT = {
  before: 1,
  after: 2,
  preposition: 4,
  in: 8,
  small: 16,
  title: 32,
  person: 64,
  doing: 128,
  club: 256,
  match: 512,
  plain: 1024,
  quarter: 2048,
  weak: 4096,
  concern: 8192,
  oneOfAKind: 16384,
  local: 32768,
  patronymic: 65536,
  date: 131072,
  work: 262144,
  life: 524288,
  street: 1048576,
  going: 2097152,
  university: 4194304,
  goods: 8388608,
} as const;

/** Asked of the word as it stands. */
const AS_WRITTEN: readonly (readonly [ReadonlySet<string>, number])[] = [
  [AFTER, FACT.after],
  [PLACE_PREPOSITIONS, FACT.preposition],
  [IN, FACT.in],
  [SMALL, FACT.small],
  [WEAK_PREPOSITIONS, FACT.weak],
  [ONE_OF_A_KIND, FACT.oneOfAKind],
  [PATRONYMICS, FACT.patronymic],
  [DATES, FACT.date],
];
/** Asked of the word also without prefixes and article. */
const BARE: readonly (readonly [ReadonlySet<string>, number])[] = [
  [BEFORE, FACT.before],
  [QUARTER, FACT.quarter | FACT.before],
  [OFFICE, FACT.before | FACT.after],
  [TITLES, FACT.title],
  [PERSON_NAMES, FACT.person],
  [DOINGS, FACT.doing],
  [CLUB_WORDS, FACT.club],
  [MATCH_WORDS, FACT.match],
  [PLAIN_WORDS, FACT.plain],
  [CONCERNS, FACT.concern],
  [LOCAL, FACT.local],
  [WORKS, FACT.work],
  [GOODS, FACT.goods],
  [LIVES, FACT.life],
  [STREETS, FACT.street],
  [GOING, FACT.going],
  [UNIVERSITIES, FACT.university],
];

/** The facts of one word. */
export const factsOf = (word: Word): number => {
  let facts = 0;
  for (const [words, bit] of AS_WRITTEN) if (words.has(word.folded)) facts |= bit;
  // French "à" is a preposition, "a" has; English "a" is an article.
  if (word.written === 'a') facts &= ~FACT.preposition;
  else if (word.folded === 'a') facts &= ~FACT.oneOfAKind;
  for (const reading of readingsOf(word)) {
    const bare = withoutArticle({ written: word.written, folded: reading.word })?.folded;
    for (const [words, bit] of BARE)
      if (words.has(reading.word) || (bare !== undefined && words.has(bare))) facts |= bit;
  }
  return facts;
};

/** A line of the list of cities, read. */
export interface KnownCity {
  names: string[];
  /** areas by which it gives itself away */
  areas: string[];
  country: string;
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The known cities with their names and what gives them away. */
export const knownCities = (): KnownCity[] => {
  let country = '';
  return CITIES.trim()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('@')) {
        country = line.slice(1).trim();
        return [];
      }
      const [names = '', areas = ''] = line.split('|');
      return [{ names: listed(names), areas: listed(areas), country }];
    });
};

/** Names of towns and regions of which no more is known. */
export const knownTowns = (): string[] => TOWNS.trim().split('\n').flatMap(listed);

/** Names of countries and regions, one group a place. */
export const knownRegions = (): string[][] => REGIONS.trim().split(';').map(listed);
