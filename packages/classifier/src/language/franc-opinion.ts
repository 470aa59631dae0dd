import { francAll } from 'franc';
import { data } from 'franc/data.js';
import type { EnabledLanguage } from './languages.js';
import { LANGUAGES } from './languages.js';
import { lettersOf } from './scripts.js';

/**
 * franc's answer, computed over tables. franc builds an object of all trigrams of a text, sorts it and goes through it
 * once a language; here every trigram is looked up once for all languages of its script. The numbers are the same.
 */
interface ScriptTable {
  /** per UTF-16 code unit its number in franc's alphabet, from 1; 0 for a unit that is in none of its trigrams */
  alphabet: Uint16Array;
  letters: number;
  /** the languages that Marsad tells apart, by franc's code */
  codes: readonly string[];
  /** trigrams by key, in an open hash table; `rows` says where the ranks of each begin */
  keys: Int32Array;
  rows: Int32Array;
  /** a trigram's rank in each language, -1 where it has none */
  ranks: Int16Array;
}

/** franc's names of the scripts that several languages share. */
const SCRIPTS: Readonly<Record<string, string>> = { Latn: 'Latin', Cyrl: 'Cyrillic' };
/** The same as in franc: longest text, and the distance of a trigram that a language does not have. */
const LONGEST_TEXT = 2048;
const ABSENT = 300;
const BITS = 10;
const MOST_LETTERS = 1 << BITS;
/** Places of the hash tables: a text of the longest has 2,048 trigrams, the languages some 2,000 each script. */
const PLACES = 1 << 13;

const placeOf = (keys: Int32Array, key: number): number => {
  let place = (Math.imul(key, 0x9e3779b1) >>> 16) & (PLACES - 1);
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & (PLACES - 1);
  return place;
};

const buildTable = (script: string): ScriptTable | undefined => {
  const models = data[SCRIPTS[script] ?? ''];
  if (!models) return undefined;
  const known = new Set(LANGUAGES.flatMap((each) => (each.script === script && each.franc ? [each.franc] : [])));
  // In franc's order: of two languages as near as each other the first is the likelier.
  const codes = Object.keys(models).filter((code) => known.has(code));
  const alphabet = new Uint16Array(65_536);
  const keys = new Int32Array(PLACES);
  const rows = new Int32Array(PLACES);
  const ranks: number[] = [];
  let letters = 0;
  const numberOf = (unit: number): number => {
    if (!alphabet[unit]) {
      letters += 1;
      alphabet[unit] = letters;
    }
    return alphabet[unit] ?? 0;
  };
  codes.forEach((code, language) => {
    (models[code] ?? '').split('|').forEach((trigram, rank) => {
      let key = 0;
      for (let i = 0; i < trigram.length; i++) key = (key << BITS) | numberOf(trigram.charCodeAt(i));
      const place = placeOf(keys, key);
      if (keys[place] === 0) {
        keys[place] = key;
        rows[place] = ranks.length;
        for (let i = 0; i < codes.length; i++) ranks.push(-1);
      }
      const at = (rows[place] ?? 0) + language;
      if (ranks[at] === -1) ranks[at] = rank;
    });
  });
  return { alphabet, letters, codes, keys, rows, ranks: Int16Array.from(ranks) };
};

const tables = new Map<string, ScriptTable | undefined>();
const tableOf = (script: string): ScriptTable | undefined => {
  if (!tables.has(script)) tables.set(script, buildTable(script));
  return tables.get(script);
};

const seen = new Int32Array(PLACES);
const counts = new Int32Array(PLACES);
const used: number[] = [];

/** The distance of a text from every language of a table; undefined where it has too many different signs. */
const distances = (text: string, table: ScriptTable): Int32Array | undefined => {
  const { alphabet, keys, rows, ranks, codes } = table;
  const strange = new Map<number, number>();
  const numberOf = (unit: number): number => {
    const known = alphabet[unit] ?? 0;
    if (known !== 0) return known;
    const number = strange.get(unit) ?? table.letters + strange.size + 1;
    strange.set(unit, number);
    return number;
  };
  const space = alphabet[0x20] ?? 0;
  let key = space;
  let last = space;
  let length = 1;
  const push = (number: number): void => {
    key = ((key << BITS) | number) & 0x3fffffff;
    last = number;
    length += 1;
    if (length < 3) return;
    const place = placeOf(seen, key);
    if (seen[place] === 0) {
      seen[place] = key;
      counts[place] = 0;
      used.push(place);
    }
    counts[place] = (counts[place] ?? 0) + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // franc takes ASCII digits and punctuation for spaces, and several spaces for one.
    if (unit === 0x20 || (unit >= 0x21 && unit <= 0x40)) {
      if (last !== space) push(space);
    } else push(numberOf(unit));
  }
  if (last !== space) push(space);
  const sums = new Int32Array(codes.length);
  for (const place of used) {
    const count = counts[place] ?? 0;
    const found = placeOf(keys, seen[place] ?? 0);
    if (keys[found] === 0) {
      for (let language = 0; language < sums.length; language++) sums[language] = (sums[language] ?? 0) + ABSENT;
      continue;
    }
    const row = rows[found] ?? 0;
    for (let language = 0; language < sums.length; language++) {
      const rank = ranks[row + language] ?? -1;
      sums[language] = (sums[language] ?? 0) + (rank < 0 ? ABSENT : Math.abs(count - rank - 1));
    }
  }
  for (const place of used) seen[place] = 0;
  used.length = 0;
  return table.letters + strange.size < MOST_LETTERS ? sums : undefined;
};

const asked = (text: string, languages: readonly EnabledLanguage[]): Map<string, number> => {
  const only = languages.flatMap(({ franc }) => (franc ? [franc] : []));
  const codes = new Map(languages.map(({ code, franc }) => [franc, code]));
  const scores = new Map<string, number>();
  for (const [franc, score] of francAll(text, { only, minLength: 1 })) {
    const code = codes.get(franc);
    if (code) scores.set(code, score);
  }
  return scores;
};

/**
 * What franc makes of a text among some languages of one script: its score of each, the best 1.
 * @param text lower-case words with single spaces between them
 */
export const francOpinion = (
  text: string,
  script: string,
  languages: readonly EnabledLanguage[],
): Map<string, number> => {
  const table = tableOf(script);
  // franc chooses a script of its own; where most of the text is in this one, it is this one.
  const usual = table && text.length <= LONGEST_TEXT && 2 * lettersOf(text, script) > text.length;
  const sums = usual ? distances(text, table) : undefined;
  if (!table || !sums) return asked(text, languages);
  const own = new Map(languages.map(({ code, franc }) => [franc, code]));
  let least = Number.POSITIVE_INFINITY;
  table.codes.forEach((franc, at) => {
    if (own.has(franc)) least = Math.min(least, sums[at] ?? 0);
  });
  const most = text.length * ABSENT - least;
  const scores = new Map<string, number>();
  table.codes.forEach((franc, at) => {
    const code = own.get(franc);
    if (code) scores.set(code, 1 - ((sums[at] ?? 0) - least) / most || 0);
  });
  return scores;
};
