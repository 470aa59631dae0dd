import { francAll } from 'franc';
import { data } from 'franc/data.js';
import type { EnabledLanguage } from './languages.js';
import { LANGUAGES } from './languages.js';
import type { Opinion } from './opinion.js';
import { lettersOf } from './scripts.js';

/**
 * franc's answer, computed over tables. franc builds an object of all trigrams of a text, sorts it and goes through it
 * once a language; here every trigram is looked up once for all languages of its script, and only those that have it are gone through. The numbers are the same.
 */
interface ScriptTable {
  /** per UTF-16 code unit its number in franc's alphabet, from 1; 0 for a unit that is in none of its trigrams */
  alphabet: Uint16Array;
  letters: number;
  /** the languages that Marsad tells apart, by franc's code */
  codes: readonly string[];
  /** trigrams by key, in an open hash table; `rows` numbers them from 0 */
  keys: Int32Array;
  rows: Int32Array;
  /** for every row, the languages that have the trigram and its rank in each; the next row begins where it ends */
  begins: Int32Array;
  languages: Uint8Array;
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
  const ranksOf: Map<number, number>[] = [];
  const keys = new Int32Array(PLACES);
  const rows = new Int32Array(PLACES);
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
        rows[place] = ranksOf.length;
        ranksOf.push(new Map());
      }
      const own = ranksOf[rows[place] ?? 0];
      if (own && !own.has(language)) own.set(language, rank);
    });
  });
  let begin = 0;
  const begins = [0, ...ranksOf.map(({ size }) => (begin += size))];
  return {
    alphabet,
    letters,
    codes,
    keys,
    rows,
    begins: Int32Array.from(begins),
    languages: Uint8Array.from(ranksOf.flatMap((own) => [...own.keys()])),
    ranks: Int16Array.from(ranksOf.flatMap((own) => [...own.values()])),
  };
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
  const { alphabet, keys, rows, begins, languages, ranks } = table;
  const space = alphabet[0x20] ?? 0;
  let strange: Map<number, number> | undefined;
  let key = space;
  let last = space;
  // One place past the end reads as the blank that franc adds there.
  for (let i = 0; i <= text.length; i++) {
    const unit = i === text.length ? 0x20 : text.charCodeAt(i);
    let number = space;
    // franc takes ASCII digits and punctuation for spaces, and several spaces for one.
    if (unit < 0x20 || unit > 0x40) {
      number = alphabet[unit] ?? 0;
      if (number === 0) {
        strange ??= new Map();
        number = strange.get(unit) ?? table.letters + strange.size + 1;
        strange.set(unit, number);
      }
    } else if (last === space) continue;
    const first = key === space;
    key = ((key << BITS) | number) & 0x3fffffff;
    last = number;
    if (first) continue;
    const place = placeOf(seen, key);
    if (seen[place] === 0) {
      seen[place] = key;
      counts[place] = 0;
      used.push(place);
    }
    counts[place] = (counts[place] ?? 0) + 1;
  }
  // Every language lacks every trigram, until one is found that it has.
  const sums = new Int32Array(table.codes.length).fill(used.length * ABSENT);
  for (let k = 0; k < used.length; k++) {
    const at = used[k] ?? 0;
    const found = placeOf(keys, seen[at] ?? 0);
    const count = counts[at] ?? 0;
    seen[at] = 0;
    if (keys[found] === 0) continue;
    const row = rows[found] ?? 0;
    const end = begins[row + 1] ?? 0;
    for (let entry = begins[row] ?? 0; entry < end; entry++) {
      const language = languages[entry] ?? 0;
      sums[language] = (sums[language] ?? 0) + Math.abs(count - (ranks[entry] ?? 0) - 1) - ABSENT;
    }
  }
  used.length = 0;
  return table.letters + (strange?.size ?? 0) < MOST_LETTERS ? sums : undefined;
};

const asked = (text: string, languages: readonly EnabledLanguage[]): Opinion => {
  const only = languages.flatMap(({ franc }) => (franc ? [franc] : []));
  const scores = new Float64Array(languages.length);
  let best = -1;
  for (const [franc, score] of francAll(text, { only, minLength: 1 })) {
    const at = languages.findIndex((language) => language.franc === franc);
    if (at < 0) continue;
    scores[at] = score;
    if (best === -1 || score > (scores[best] ?? 0)) best = at;
  }
  return { scores, best };
};

/**
 * What franc makes of a text among some languages of one script: its score of each, the best 1.
 * @param text lower-case words with single spaces between them
 */
export const francOpinion = (text: string, script: string, languages: readonly EnabledLanguage[]): Opinion => {
  const table = tableOf(script);
  // franc chooses a script of its own; where most of the text is in this one, it is this one.
  const usual = table && text.length <= LONGEST_TEXT && 2 * lettersOf(text, script) > text.length;
  const sums = usual ? distances(text, table) : undefined;
  if (!table || !sums) return asked(text, languages);
  const places = languages.map(({ franc }) => (franc ? table.codes.indexOf(franc) : -1));
  let least = Number.POSITIVE_INFINITY;
  for (const at of places) if (at >= 0) least = Math.min(least, sums[at] ?? 0);
  const most = text.length * ABSENT - least;
  const scores = new Float64Array(languages.length);
  let best = -1;
  places.forEach((at, place) => {
    if (at < 0) return;
    const score = 1 - ((sums[at] ?? 0) - least) / most || 0;
    scores[place] = score;
    const before = scores[best] ?? 0;
    // In franc's order: of two languages as near as each other the first is the likelier.
    if (best === -1 || score > before || (score === before && at < (places[best] ?? 0))) best = place;
  });
  return { scores, best };
};
