import type { LanguageGuess } from '@marsad/records';
import { normaliseText } from '../normalise/normalise-text.js';
import { arabicDialect } from './arabic-dialect.js';
import { arabiziPoints } from './arabizi.js';
import { countTellingWords } from './count-telling-words.js';
import { eldOpinion, eldOpinionOfWords } from './eld-opinion.js';
import { foreignLetters, listedLetters } from './foreign-letters.js';
import { francOpinion } from './franc-opinion.js';
import { type EnabledLanguage, LANGUAGES } from './languages.js';
import { countScripts } from './scripts.js';
import { wordsForLanguage } from './words-for-language.js';

export interface DetectOptions {
  /** ISO 639-3 codes to choose among; all that Marsad tells apart by default. Arabic dialects follow `ara`. */
  languages?: readonly string[];
}

const FEWEST_LETTERS = 3;
/** Below this many letters, two detectors that disagree are no ground for an answer. */
const FEWEST_LETTERS_TO_CHOOSE = 6;
/** Telling words decide alone when they lead by this factor and are at least so many. */
const CLEAR_LEAD = 2.5;
const CLEAR_POINTS = 2;
const MOST_TEXT = 2000;

const undetermined = (script: string): LanguageGuess => ({ code: 'und', script, confidence: 0 });

/** Letters by which Persian and Urdu differ from Arabic. */
const URDU_LETTERS = /[ٹڈڑںےۓہھ]/g;
const PERSIAN_LETTERS = /[پچژگکی]/g;
const ARABIC_LETTERS = /[ةىيكأإؤ]/g;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const detectArabicScript = (text: string, words: readonly string[], enabled: ReadonlySet<string>): LanguageGuess => {
  const urdu = count(text, URDU_LETTERS);
  const persian = count(text, PERSIAN_LETTERS);
  const arabic = count(text, ARABIC_LETTERS);
  const told = countTellingWords(words, enabled);
  const points = (code: string): number => told.find((each) => each.code === code)?.points ?? 0;
  const score = {
    urd: enabled.has('urd') ? 2 * points('urd') + urdu : 0,
    fas: enabled.has('fas') ? 2 * points('fas') + persian - 2 * urdu : 0,
  };
  if (score.urd > 0 && score.urd >= score.fas && score.urd > arabic)
    return { code: 'urd', script: 'Arab', confidence: 0.95 };
  if (score.fas > 0 && points('fas') > 0 && score.fas > arabic + points('ara')) {
    return { code: 'fas', script: 'Arab', confidence: 0.95 };
  }
  if ((arabic === 0 && points('ara') === 0) || score.fas > arabic + points('ara')) {
    const languages = LANGUAGES.filter(({ code, script }) => script === 'Arab' && enabled.has(code));
    const best = bestOf(eldOpinion(text, languages));
    if (best && best.code !== 'ara' && best.score > 0) return { code: best.code, script: 'Arab', confidence: 0.6 };
  }
  const dialect = arabicDialect(wordsForLanguage(normaliseText(text).text));
  return {
    code: dialect.code,
    script: 'Arab',
    confidence: dialect.code === 'ara' ? 0.95 : dialect.points >= 2 ? 0.9 : 0.7,
  };
};

/** Letters that Tigrinya writes often and Amharic hardly ever, and the Amharic first letter it does without. */
const TIGRINYA_LETTERS = /[\u1250-\u125d\u12a3\u12b8-\u12c5]/g;
const AMHARIC_LETTERS = /[\u12a0]/g;

const detectEthiopic = (text: string, words: readonly string[]): LanguageGuess => {
  const told = countTellingWords(words, new Set(['amh', 'tir']));
  const points = (code: string): number => told.find((each) => each.code === code)?.points ?? 0;
  const tigrinya = 2 * points('tir') + count(text, TIGRINYA_LETTERS);
  const amharic = 2 * points('amh') + count(text, AMHARIC_LETTERS);
  const surely = Math.abs(tigrinya - amharic) > 1;
  return { code: tigrinya > amharic ? 'tir' : 'amh', script: 'Ethi', confidence: surely ? 0.95 : 0.6 };
};

const bestOf = (scores: ReadonlyMap<string, number>): { code: string; score: number } | undefined => {
  let best: { code: string; score: number } | undefined;
  for (const [code, score] of scores) if (!best || score > best.score) best = { code, score };
  return best;
};

/** By both detectors and the telling words, for scripts that several enabled languages share. */
const choose = (
  text: string,
  script: string,
  letters: number,
  languages: readonly EnabledLanguage[],
  words: readonly string[],
): LanguageGuess => {
  const enabled = new Set(languages.map(({ code }) => code));
  const told = countTellingWords(words, enabled);
  const [first, second] = told;
  if (first && first.points >= CLEAR_POINTS && first.points >= CLEAR_LEAD * (second?.points ?? 0)) {
    return { code: first.code, script, confidence: 0.97 };
  }
  const eld = eldOpinionOfWords(words, languages);
  const franc = francOpinion(text, script, languages);
  const eldTop = bestOf(eld)?.score ?? 0;
  const marks = listedLetters(text);
  const total = new Map<string, number>();
  for (const { code, eld: known } of languages) {
    // Only the head of franc's list says anything: the tail lies close behind whatever the text.
    const byFranc = (franc.get(code) ?? 0) ** FRANC_SHARPNESS;
    // Where eld does not know a language, franc speaks for both.
    const byEld = known
      ? eldTop > 0
        ? ((eld.get(code) ?? 0) / eldTop) ** ELD_SHARPNESS
        : 0
      : UNKNOWN_TO_ELD * byFranc;
    const byWords = told.find((each) => each.code === code)?.points ?? 0;
    const foreign = FOREIGN_LETTER * Math.min(2, foreignLetters(marks, code));
    total.set(code, ELD_WEIGHT * byEld + FRANC_WEIGHT * byFranc + Math.min(1.5, 0.5 * byWords) - foreign);
  }
  const best = bestOf(total);
  if (!best || best.score <= 0) return undetermined(script);
  const agree = bestOf(eld)?.code === best.code && bestOf(franc)?.code === best.code;
  if (!agree && letters < FEWEST_LETTERS_TO_CHOOSE && told.length === 0) return undetermined(script);
  return { code: best.code, script, confidence: agree ? 0.95 : letters < 20 ? 0.5 : 0.7 };
};
/** Weights set on the development sample (test/language/langid-floors.test.ts). */
const ELD_WEIGHT = 3;
const ELD_SHARPNESS = 6;
const FRANC_WEIGHT = 1;
const FRANC_SHARPNESS = 6;
const UNKNOWN_TO_ELD = 0.9;
const FOREIGN_LETTER = 0.7;

/**
 * The language of a text: script first, then telling words, then franc restricted to the languages of that script with
 * eld as second opinion. Arabic dialects are named by telling words; Arabic in Latin letters is `ary` (or `apc`, `arz`
 * where the words say so) with script `Latn`. `und` rather than a guess for a text without enough letters.
 */
export const detectLanguage = (given: string, { languages }: DetectOptions = {}): LanguageGuess => {
  const text = given.slice(0, MOST_TEXT).normalize('NFC');
  const { letters, main } = countScripts(text);
  if (letters < FEWEST_LETTERS && main !== 'Hani') return undetermined(main);
  const wanted = LANGUAGES.filter(({ code, script }) => script === main && (!languages || languages.includes(code)));
  const [only] = wanted;
  if (!only) return undetermined(main);
  const words = wordsForLanguage(text);
  if (main === 'Arab') return detectArabicScript(text, words, new Set(wanted.map(({ code }) => code)));
  if (main === 'Ethi' && wanted.length > 1) return detectEthiopic(text, words);
  if (wanted.length === 1) return { code: only.code, script: main, confidence: 0.99 };
  if (main === 'Latn' && (!languages || languages.includes('ara'))) {
    const arabizi = arabiziPoints(words);
    const rest = words.length - arabizi.points;
    if (arabizi.sure > 0 && arabizi.points >= Math.max(1, ARABIZI_SHARE * words.length)) {
      const told = countTellingWords(words, new Set(wanted.map(({ code }) => code)));
      if (arabizi.points > 1.2 * (told[0]?.points ?? 0)) {
        return { code: arabizi.code, script: main, confidence: rest <= arabizi.points ? 0.95 : 0.75 };
      }
    }
  }
  return choose(words.join(' '), main, letters, wanted, words);
};
const ARABIZI_SHARE = 0.2;
