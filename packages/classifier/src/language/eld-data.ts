/**
 * Reads eld's n-grams out of the source of its data file: `…languages:{0:'am',…},…,ngrams:{' Lé4L':{0:176},L_QL:{0:148},…}}`.
 * To have the file run builds 80,000 objects, 60 MB and half a second in every thread, of which a table of numbers is
 * all that is wanted.
 */
const LANGUAGES = 'languages:{';
const NGRAMS = 'ngrams:{';
const [QUOTE, BACKSLASH, COLON, COMMA, OPEN, CLOSE, ZERO, NINE] = [0x27, 0x5c, 0x3a, 0x2c, 0x7b, 0x7d, 0x30, 0x39];
/** eld's files leave this much out of every score. */
const LEAST_SCORE = 53;
/** A score is a number of so many bits; above it stands the place of the language. */
export const SCORE_BITS = 8;

/** eld's n-grams as numbers. */
export interface EldNgrams {
  /** three numbers an n-gram: its first four characters, the rest and its length, where its scores begin in `scores` */
  grams: Int32Array;
  /** of each n-gram the languages that have it, one after the other; those of the next follow */
  scores: Uint16Array;
}

const unexpected = (source: string, at: number): Error =>
  new Error(`eld's n-grams: expected {'abcd':{1:23}}, got ${JSON.stringify(source.slice(at, at + 20))} at ${at}`);

/** The codes of eld's languages, by number. */
export const eldLanguages = (source: string): string[] => {
  const from = source.indexOf(LANGUAGES) + LANGUAGES.length;
  return source
    .slice(from, source.indexOf('}', from))
    .split(',')
    .map((pair) => pair.replace(/^\d+:'(\w+)'$/, '$1'));
};

/**
 * Reads all n-grams that one of the wanted languages has. One loop over a megabyte and a half, which every thread of a
 * run goes through once: nothing is called in it.
 * @param places for each of eld's languages, by number, the place it gets; -1 for one that is not wanted
 * @throws Error where the file is not written as expected
 */
export const readEldNgrams = (source: string, places: readonly number[]): EldNgrams => {
  const { length } = source;
  // An n-gram takes ten characters of the file at least, a score five.
  const grams = new Int32Array(3 * Math.ceil(length / 10));
  const scores = new Uint16Array(Math.ceil(length / 5));
  let gramCount = 0;
  let scoreCount = 0;
  let at = source.indexOf(NGRAMS) + NGRAMS.length;
  for (;;) {
    const quoted = source.charCodeAt(at) === QUOTE;
    if (quoted) at += 1;
    const end = quoted ? QUOTE : COLON;
    let low = 0;
    let high = 0;
    let count = 0;
    for (; at < length; at++) {
      let unit = source.charCodeAt(at);
      if (unit === end) break;
      if (unit === BACKSLASH) {
        at += 1;
        unit = source.charCodeAt(at);
      }
      if (count < 4) low |= unit << (8 * count);
      else high |= unit << (8 * (count - 4));
      count += 1;
    }
    if (quoted) at += 1;
    if (count > 6 || source.charCodeAt(at) !== COLON || source.charCodeAt(at + 1) !== OPEN) {
      throw unexpected(source, at);
    }
    at += 1;
    const begin = scoreCount;
    do {
      at += 1;
      let language = 0;
      let score = 0;
      let unit = source.charCodeAt(at);
      for (; unit >= ZERO && unit <= NINE; unit = source.charCodeAt(at)) {
        language = 10 * language + unit - ZERO;
        at += 1;
      }
      if (unit !== COLON) throw unexpected(source, at);
      at += 1;
      unit = source.charCodeAt(at);
      for (; unit >= ZERO && unit <= NINE; unit = source.charCodeAt(at)) {
        score = 10 * score + unit - ZERO;
        at += 1;
      }
      if (unit !== COMMA && unit !== CLOSE) throw unexpected(source, at);
      const place = places[language] ?? -1;
      if (place < 0) continue;
      scores[scoreCount] = (place << SCORE_BITS) | (score + LEAST_SCORE);
      scoreCount += 1;
    } while (source.charCodeAt(at) === COMMA);
    if (scoreCount > begin) {
      grams[gramCount] = low;
      grams[gramCount + 1] = high | (count << 16);
      grams[gramCount + 2] = begin;
      gramCount += 3;
    }
    at += 1;
    if (source.charCodeAt(at) === CLOSE) break;
    if (source.charCodeAt(at) !== COMMA) throw unexpected(source, at);
    at += 1;
  }
  return { grams: grams.slice(0, gramCount), scores: scores.slice(0, scoreCount) };
};
