import type { LanguageGuess } from '@marsad/records';
import { normaliseText } from '../normalise/normalise-text.js';
import { PageTable } from '../page-table.js';
import { arabicDialect } from './arabic-dialect.js';
import { arabiziPoints, ONE_POINT } from './arabizi.js';
import { type Choice, choiceOf } from './choice.js';
import { countTellingWords, ONE_WORD, type Told } from './count-telling-words.js';
import { undisguised } from './disguise.js';
import { eldOpinion } from './eld-opinion.js';
import { foreignLetters, listedLetters } from './foreign-letters.js';
import { francOpinion } from './franc-opinion.js';
import { type KnownWord, knownWords } from './known-words.js';
import { LANGUAGES, languageBit, languagePlace } from './languages.js';
import { romanised } from './romanised.js';
import { countScripts, type ScriptCounts } from './scripts.js';
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

/** What the lists know of each word of a text. */
type Known = readonly (KnownWord | undefined)[];

const undetermined = (script: string): LanguageGuess => ({ code: 'und', script, confidence: 0 });

/** Letters by which Persian and Urdu differ from Arabic. */
const URDU_LETTERS = 'ٹڈڑںےۓہھ';
const PERSIAN_LETTERS = 'پچژگکی';
const ARABIC_LETTERS = 'ةىيكأإؤ';
/** Letters that Tigrinya writes often and Amharic hardly ever, and the Amharic first letter it does without. */
const TIGRINYA_LETTERS = /[\u1250-\u125d\u12a3\u12b8-\u12c5]/g;
const AMHARIC_LETTERS = /[\u12a0]/g;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** 1 for letters of Urdu, 2 for Persian, 3 for Arabic. */
const arabicLetters = new PageTable(
  (unit) =>
    1 + [URDU_LETTERS, PERSIAN_LETTERS, ARABIC_LETTERS].findIndex((all) => all.includes(String.fromCharCode(unit))),
);

/** The points of a language, a word counting 1. */
const pointsOf = ({ points }: Told, code: string): number => (points[languagePlace(code)] ?? 0) / ONE_WORD;

const detectArabicScript = (text: string, known: Known, enabled: number): LanguageGuess => {
  let [urdu, persian, arabic] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const letter = arabicLetters.of(text.charCodeAt(i));
    if (letter === 1) urdu += 1;
    else if (letter === 2) persian += 1;
    else if (letter === 3) arabic += 1;
  }
  const told = countTellingWords(known, enabled);
  const points = (code: string): number => pointsOf(told, code);
  const score = {
    urd: enabled & languageBit('urd') ? 2 * points('urd') + urdu : 0,
    fas: enabled & languageBit('fas') ? 2 * points('fas') + persian - 2 * urdu : 0,
  };
  if (score.urd > 0 && score.urd >= score.fas && score.urd > arabic)
    return { code: 'urd', script: 'Arab', confidence: 0.95 };
  if (score.fas > 0 && points('fas') > 0 && score.fas > arabic + points('ara')) {
    return { code: 'fas', script: 'Arab', confidence: 0.95 };
  }
  if ((arabic === 0 && points('ara') === 0) || score.fas > arabic + points('ara')) {
    const languages = LANGUAGES.filter(({ code, script }) => script === 'Arab' && enabled & languageBit(code));
    const code = languages[eldOpinion(text, languages).best]?.code;
    if (code && code !== 'ara') return { code, script: 'Arab', confidence: 0.6 };
  }
  const dialect = arabicDialect(wordsForLanguage(normaliseText(text).text));
  return {
    code: dialect.code,
    script: 'Arab',
    confidence: dialect.code === 'ara' ? 0.95 : dialect.points >= 2 ? 0.9 : 0.7,
  };
};

const detectEthiopic = (text: string, known: Known): LanguageGuess => {
  const told = countTellingWords(known, languageBit('amh') | languageBit('tir'));
  const tigrinya = 2 * pointsOf(told, 'tir') + count(text, TIGRINYA_LETTERS);
  const amharic = 2 * pointsOf(told, 'amh') + count(text, AMHARIC_LETTERS);
  const surely = Math.abs(tigrinya - amharic) > 1;
  return { code: tigrinya > amharic ? 'tir' : 'amh', script: 'Ethi', confidence: surely ? 0.95 : 0.6 };
};

/** The sixth power: of a list of scores it leaves the head. */
const sharp = (score: number): number => {
  const cube = score * score * score;
  return cube * cube;
};

/** More letters a word than any language has: words are written together, and runs of letters tell less. */
const LETTERS_OF_JOINED = 12;

/** By both detectors and the telling words, where these do not lead clearly. */
const choose = (
  text: string,
  words: number,
  { letters, main: script }: ScriptCounts,
  { languages, places }: Choice,
  told: Told,
): LanguageGuess => {
  const eld = eldOpinion(text, languages);
  const franc = francOpinion(text, script, languages);
  const eldTop = eld.scores[eld.best] ?? 0;
  const marks = listedLetters(text);
  const perWord = letters < FEW_LETTERS ? WORD_OF_FEW : WORD;
  let best = -1;
  let most = 0;
  for (let at = 0; at < languages.length; at++) {
    const language = languages[at];
    if (!language) break;
    // Only the head of franc's list says anything: the tail lies close behind whatever the text.
    const byFranc = sharp(franc.scores[at] ?? 0);
    // Where eld does not know a language, franc speaks for both.
    const byEld = language.eld ? (eldTop > 0 ? sharp((eld.scores[at] ?? 0) / eldTop) : 0) : UNKNOWN_TO_ELD * byFranc;
    const foreign = marks.length === 0 ? 0 : FOREIGN_LETTER * Math.min(2, foreignLetters(marks, language.code));
    const byWords = Math.min(1.5, (perWord * (told.points[places[at] ?? 0] ?? 0)) / ONE_WORD);
    const score = ELD_WEIGHT * byEld + FRANC_WEIGHT * byFranc + byWords - foreign;
    if (best === -1 || score > most) {
      best = at;
      most = score;
    }
  }
  const code = languages[best]?.code;
  if (code === undefined || most <= 0) return undetermined(script);
  const agree = eld.best === best && franc.best === best;
  if (!agree && letters < FEWEST_LETTERS_TO_CHOOSE && told.first === 0) return undetermined(script);
  if (letters > LETTERS_OF_JOINED * words) return { code, script, confidence: 0.5 };
  return { code, script, confidence: agree ? 0.95 : letters < FEW_LETTERS ? 0.5 : 0.7 };
};
/** Weights set on the development sample (test/language/langid-floors.test.ts). */
const ELD_WEIGHT = 3;
const FRANC_WEIGHT = 1;
const UNKNOWN_TO_ELD = 0.9;
const FOREIGN_LETTER = 0.7;
/** What a telling word counts, and in texts of few letters, which tell both detectors little. */
const WORD = 0.5;
const WORD_OF_FEW = 1;
const FEW_LETTERS = 20;

/**
 * The language of a text: script first, then telling words, then franc restricted to the languages of that script with
 * eld as second opinion. Arabic dialects are named by telling words; Arabic in Latin letters is `ary` (or `apc`, `arz`
 * where the words say so) with script `Latn`, as Urdu and Macedonian in Latin letters keep their codes. `und` rather than a guess for a text without enough letters.
 */
export const detectLanguage = (given: string, { languages }: DetectOptions = {}): LanguageGuess => {
  const text = (given.length > MOST_TEXT ? given.slice(0, MOST_TEXT) : given).normalize('NFC');
  const scripts = countScripts(text);
  const { letters, main: script } = scripts;
  if (letters < FEWEST_LETTERS && script !== 'Hani') return undetermined(script);
  const choice = choiceOf(script, languages);
  const [only, other] = choice.languages;
  if (!only) return undetermined(script);
  const ofArabic = script === 'Arab';
  if (!other && !ofArabic) return { code: only.code, script, confidence: 0.99 };
  const written = wordsForLanguage(text);
  const words = script === 'Latn' ? undisguised(written) : written;
  const known = knownWords(words);
  if (ofArabic) return detectArabicScript(text, known, choice.enabled);
  if (script === 'Ethi') return detectEthiopic(text, known);
  const told = countTellingWords(known, choice.enabled);
  if (script === 'Latn' && (!languages || languages.includes('ara'))) {
    const { sure, points, code } = arabiziPoints(words, known);
    if (sure && points >= Math.max(ONE_POINT, ARABIZI_SHARE * ONE_POINT * words.length)) {
      if (10 * points * ONE_WORD > 12 * told.first * ONE_POINT) {
        const most = 2 * points >= words.length * ONE_POINT;
        return { code, script, confidence: most ? 0.95 : 0.75 };
      }
    }
  }
  if (told.first >= CLEAR_POINTS * ONE_WORD && told.first >= CLEAR_LEAD * told.second) {
    return { code: told.code, script, confidence: 0.97 };
  }
  const code = script === 'Latn' ? romanised(words) : undefined;
  if (code && (!languages || languages.includes(code))) return { code, script, confidence: 0.85 };
  return choose(words.join(' '), words.length, scripts, choice, told);
};
const ARABIZI_SHARE = 0.2;
