/**
 * Reads eld's n-grams out of the source of its data file: `…languages:{0:'am',…},…,ngrams:{' Lé4L':{0:176},L_QL:{0:148},…}}`.
 * To have the file run builds 80,000 objects, 60 MB and half a second in every thread, of which a table of numbers is
 * all that is wanted.
 */
const LANGUAGES = 'languages:{';
const NGRAMS = 'ngrams:{';
const [QUOTE, BACKSLASH, COLON, COMMA, OPEN, CLOSE, ZERO] = [0x27, 0x5c, 0x3a, 0x2c, 0x7b, 0x7d, 0x30];

/** Takes an n-gram: its characters, and the score of a language, one call a language that has it. */
export type TakeScore = (
  source: string,
  from: number,
  to: number,
  escaped: boolean,
  language: number,
  score: number,
) => void;

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

/** Goes through all n-grams in order. @throws Error where the file is not written as expected */
export const readEldNgrams = (source: string, take: TakeScore): void => {
  let at = source.indexOf(NGRAMS) + NGRAMS.length;
  const expect = (unit: number): void => {
    if (source.charCodeAt(at) !== unit) throw unexpected(source, at);
    at += 1;
  };
  const readNumber = (): number => {
    const begun = at;
    let value = 0;
    for (; ; at++) {
      const digit = source.charCodeAt(at) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      value = 10 * value + digit;
    }
    if (at === begun) throw unexpected(source, at);
    return value;
  };
  for (;;) {
    let escaped = false;
    const quoted = source.charCodeAt(at) === QUOTE;
    if (quoted) at += 1;
    const from = at;
    const end = quoted ? QUOTE : COLON;
    for (; at < source.length && source.charCodeAt(at) !== end; at++) {
      if (source.charCodeAt(at) !== BACKSLASH) continue;
      escaped = true;
      at += 1;
    }
    const to = at;
    if (quoted) expect(QUOTE);
    expect(COLON);
    expect(OPEN);
    for (;;) {
      const language = readNumber();
      expect(COLON);
      take(source, from, to, escaped, language, readNumber());
      if (source.charCodeAt(at) === CLOSE) break;
      expect(COMMA);
    }
    expect(CLOSE);
    if (source.charCodeAt(at) === CLOSE) return;
    expect(COMMA);
  }
};
