import type { LanguageGuess } from '@marsad/records';
import { compileLexicon, type Term } from './compile-lexicon.js';
import type { LexiconFile } from './entry-schema.js';
import { buildLexiconIndex, type LexiconIndex } from './lexicon-index.js';
import { loadShippedLexicon, loadUserLexicon, shippedLanguages } from './load-lexicons.js';
import { openPatternHits } from './pattern-hits.js';
import { Vocabulary } from './vocabulary.js';

/** Read on every text: people mix these into the other languages. */
const ALWAYS = ['ara', 'ary-Latn'];
/**
 * Except on languages that are hardly ever mixed with Arabic and spell other words as these do: Urdu ہم «we» is Arabic
 * هم «they», Albanian and Macedonian in Latin letters meet the loose spellings of Moroccan.
 */
const ALONE = ['urd', 'sqi', 'mkd'];
/** Read when the language has no lexicon of its own, or is unsure. */
const MIXED = ['eng', 'fra'];
const SURE = 0.8;
/** Below this a guess may as well be wrong («I hate all Arabs» was taken for Albanian): its text is read with these too. */
const LIKELY = 0.6;

/** A lexicon of this language is read on every text. */
const ANY_LANGUAGE = 'mul';

/**
 * Gives for the language of a text the index of the lexicons to be read on it; those that ship are loaded and compiled
 * when the first text asks for them. A text surely in one language is not read with the small words of another.
 * @param users lexicon files of the user, read beside those of the same language that ship
 * @throws InputError `bad-lexicon`
 */
export const openLexicons = (users: readonly string[] = []): ((guess: LanguageGuess) => LexiconIndex) => {
  const shippedFor = new Set(shippedLanguages());
  const written = users.map(loadUserLexicon);
  const known = new Set([...shippedFor, ...written.map(({ language }) => language)]);
  const read = new Map<string, LexiconFile>();
  const shippedFile = (language: string): LexiconFile => {
    const file = read.get(language) ?? loadShippedLexicon(language);
    read.set(language, file);
    return file;
  };
  const filesOf = (language: string): LexiconFile[] => [
    ...(shippedFor.has(language) ? [shippedFile(language)] : []),
    ...written.filter((file) => file.language === language),
  ];
  const vocabulary = new Vocabulary();
  const compiled = new Map<LexiconFile, readonly Term[]>();
  const termsOf = (file: LexiconFile): readonly Term[] => {
    const terms = compiled.get(file) ?? compileLexicon(file);
    compiled.set(file, terms);
    return terms;
  };
  const indexOf = (languages: readonly string[]): LexiconIndex => {
    const chosen = languages.flatMap(filesOf);
    const patterns = chosen.flatMap(({ language, entries }) =>
      entries.flatMap((entry) => (entry.kind === 'pattern' ? [{ entry, language }] : [])),
    );
    const index = buildLexiconIndex(chosen.map(termsOf), vocabulary);
    const findPatterns = openPatternHits(patterns);
    return findPatterns ? { ...index, findPatterns } : index;
  };
  const indexes = new Map<string, LexiconIndex>();
  return ({ code, script, confidence }) => {
    // A language in a script that is not its usual one may have a lexicon of its own (`urd-Latn`).
    const name = known.has(`${code}-${script}`) ? `${code}-${script}` : code;
    const own = known.has(name) && !ALWAYS.includes(name) && (confidence >= SURE || !MIXED.includes(name));
    const guessed = own && confidence < LIKELY;
    const key = `${own ? name : ''}${guessed ? '?' : ''}`;
    let index = indexes.get(key);
    if (!index) {
      const always = ALONE.includes(name.slice(0, 3)) && own && !guessed ? [] : ALWAYS;
      // A user's lexicon alone does not stand for a whole language.
      const others = own ? [name, ...(shippedFor.has(name) && !guessed ? [] : MIXED)] : MIXED;
      index = indexOf([...new Set([...always, ANY_LANGUAGE, ...others])]);
      indexes.set(key, index);
    }
    return index;
  };
};
