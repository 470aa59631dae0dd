import { francAll } from 'franc';
import { data } from 'franc/data.js';
import { perLanguages } from './choice.js';
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
  /** room for a sum a language */
  sums: Int32Array;
  /** the number of a trigram in `begins`, by its key, in an open hash table: key and number lie together */
  places: Int32Array;
  /** where the ranks of each trigram begin; the next begin where they end */
  begins: Int32Array;
  /** the place of a language in `codes`, above nine bits of the rank that the trigram has in it */
  ranks: Uint16Array;
  /** the number of the text at hand */
  text: number;
  /** of every trigram, the number of the text that had it last and how often */
  counts: Int32Array;
}

/** franc's names of the scripts that several languages share. */
const SCRIPTS: Readonly<Record<string, string>> = { Latn: 'Latin', Cyrl: 'Cyrillic' };
/** The same as in franc: longest text, and the distance of a trigram that a language does not have. */
const LONGEST_TEXT = 2048;
const ABSENT = 300;
const BITS = 10;
const MOST_LETTERS = 1 << BITS;
const RANK_BITS = 9;
const MOST_RANK = (1 << RANK_BITS) - 1;
/** Places of the hash tables, of two numbers each; the languages have some 2,000 trigrams each script. */
const PLACES = 1 << 13;

/** The place of a key among the first `places` of a table, or the free one where it would lie; no key is 0. */
const placeOf = (table: Int32Array, places: number, key: number): number => {
  let place = 2 * ((Math.imul(key, 0x9e3779b1) >>> 16) & (places - 1));
  while (table[place] !== 0 && table[place] !== key) place = (place + 2) & (2 * places - 1);
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
  const places = new Int32Array(2 * PLACES);
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
      const place = placeOf(places, PLACES, key);
      if (places[place] === 0) {
        places[place] = key;
        places[place + 1] = ranksOf.length;
        ranksOf.push(new Map());
      }
      const own = ranksOf[places[place + 1] ?? 0];
      if (own && !own.has(language)) own.set(language, rank);
    });
  });
  let begin = 0;
  const begins = [0, ...ranksOf.map(({ size }) => (begin += size))];
  return {
    alphabet,
    letters,
    codes,
    sums: new Int32Array(codes.length),
    places,
    begins: Int32Array.from(begins),
    ranks: Uint16Array.from(
      ranksOf.flatMap((own) => [...own].map(([language, rank]) => (language << RANK_BITS) | rank)),
    ),
    text: 0,
    counts: new Int32Array(2 * ranksOf.length),
  };
};

const tables = new Map<string, ScriptTable | undefined>();
const tableOf = (script: string): ScriptTable | undefined => {
  if (!tables.has(script)) tables.set(script, buildTable(script));
  return tables.get(script);
};

/** The trigrams of the text at hand that no language has; only as many places are used as the text needs. */
const strangers = new Int32Array(2 * PLACES);
const used: number[] = [];
const placesFor = (length: number): number => 1 << (33 - Math.clz32(length | 63));

/** Notes a trigram that no language has. @returns whether the text has not had it yet */
const isNewStranger = (key: number, room: number): boolean => {
  const place = placeOf(strangers, room, key);
  if (strangers[place] !== 0) return false;
  strangers[place] = key;
  used.push(place);
  return true;
};

/**
 * Adds the distances of one more occurrence of a trigram.
 * @param count how often the text has had it, this time included
 */
const addDistances = ({ begins, ranks, sums }: ScriptTable, row: number, count: number): void => {
  const end = begins[row + 1] ?? 0;
  for (let entry = begins[row] ?? 0; entry < end; entry++) {
    const entered = ranks[entry] ?? 0;
    const language = entered >>> RANK_BITS;
    const rank = entered & MOST_RANK;
    // Every language is taken to lack every trigram, until one is found that it has.
    const before = count === 1 ? ABSENT : Math.abs(count - rank - 2);
    sums[language] = (sums[language] ?? 0) + Math.abs(count - rank - 1) - before;
  }
};

/** The distance of a text from every language of a table; undefined where it has too many different signs. */
const distances = (text: string, table: ScriptTable): Int32Array | undefined => {
  const { alphabet, places, counts, sums } = table;
  const room = placesFor(text.length);
  const space = alphabet[0x20] ?? 0;
  let strange: Map<number, number> | undefined;
  let key = space;
  let last = space;
  let different = 0;
  table.text = (table.text + 1) | 0;
  const { text: number } = table;
  sums.fill(0);
  // One place past the end reads as the blank that franc adds there.
  for (let i = 0; i <= text.length; i++) {
    const unit = i === text.length ? 0x20 : text.charCodeAt(i);
    let letter = space;
    // franc takes ASCII digits and punctuation for spaces, and several spaces for one.
    if (unit < 0x20 || unit > 0x40) {
      letter = alphabet[unit] ?? 0;
      if (letter === 0) {
        strange ??= new Map();
        letter = strange.get(unit) ?? table.letters + strange.size + 1;
        strange.set(unit, letter);
      }
    } else if (last === space) continue;
    const first = key === space;
    key = ((key << BITS) | letter) & 0x3fffffff;
    last = letter;
    if (first) continue;
    const place = placeOf(places, PLACES, key);
    if (places[place] === 0) {
      if (isNewStranger(key, room)) different += 1;
      continue;
    }
    const row = places[place + 1] ?? 0;
    const had = counts[2 * row] === number ? (counts[2 * row + 1] ?? 0) : 0;
    counts[2 * row] = number;
    counts[2 * row + 1] = had + 1;
    if (had === 0) different += 1;
    addDistances(table, row, had + 1);
  }
  for (const place of used) strangers[place] = 0;
  used.length = 0;
  for (let language = 0; language < sums.length; language++)
    sums[language] = (sums[language] ?? 0) + different * ABSENT;
  return table.letters + (strange?.size ?? 0) < MOST_LETTERS ? sums : undefined;
};

const asked = (text: string, languages: readonly EnabledLanguage[]): Opinion => {
  const only = languages.flatMap(({ franc }) => (franc ? [franc] : []));
  const scores = languages.map(() => 0);
  let best = -1;
  for (const [franc, score] of francAll(text, { only, minLength: 1 })) {
    const at = languages.findIndex((language) => language.franc === franc);
    if (at < 0) continue;
    scores[at] = score;
    if (best === -1 || score > (scores[best] ?? 0)) best = at;
  }
  return { scores, best };
};

/** The place of each language in the table of its script, -1 where franc does not know it. */
const placesIn = perLanguages((languages) =>
  languages.map(({ script, franc }) => (franc ? (tableOf(script)?.codes.indexOf(franc) ?? -1) : -1)),
);

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
  const places = placesIn(languages);
  let least = Number.POSITIVE_INFINITY;
  for (const at of places) if (at >= 0) least = Math.min(least, sums[at] ?? 0);
  const most = text.length * ABSENT - least;
  const scores = languages.map(() => 0);
  let best = -1;
  for (let place = 0; place < places.length; place++) {
    const at = places[place] ?? -1;
    if (at < 0) continue;
    const score = 1 - ((sums[at] ?? 0) - least) / most || 0;
    scores[place] = score;
    const before = scores[best] ?? 0;
    // In franc's order: of two languages as near as each other the first is the likelier.
    if (best === -1 || score > before || (score === before && at < (places[best] ?? 0))) best = place;
  }
  return { scores, best };
};
