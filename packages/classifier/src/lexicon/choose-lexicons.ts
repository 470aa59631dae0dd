import type { LanguageGuess } from '@marsad/records';
import { buildLexiconIndex, type LexiconIndex } from './lexicon-index.js';
import { type LexiconPacks, readLexiconPacks } from './lexicon-packs.js';
import { loadShippedLexicon, loadUserLexicon, shippedLanguages } from './load-lexicons.js';
import { packLexicon } from './pack-lexicon.js';
import type { PackedLexicon } from './packed-lexicon.js';
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
 * Gives for the language of a text the index of the lexicons to be read on it; those that ship are loaded when
 * the first text asks for them. A text surely in one language is not read with the small words of another.
 * @param users lexicon files of the user, read beside those of the same language that ship
 * @throws InputError `bad-lexicon`
 */
export const openLexicons = (users: readonly string[] = []): ((guess: LanguageGuess) => LexiconIndex) => {
  const shippedFor = new Set(shippedLanguages());
  const written = users.map((path) => packLexicon(loadUserLexicon(path)));
  const known = new Set([...shippedFor, ...written.map(({ language }) => language)]);
  let packs: LexiconPacks | undefined;
  const shipped = new Map<string, PackedLexicon>();
  const shippedLexicon = (language: string): PackedLexicon => {
    packs ??= readLexiconPacks();
    const lexicon = shipped.get(language) ?? packs.get(language)?.() ?? packLexicon(loadShippedLexicon(language));
    shipped.set(language, lexicon);
    return lexicon;
  };
  const lexiconsOf = (language: string): PackedLexicon[] => [
    ...(shippedFor.has(language) ? [shippedLexicon(language)] : []),
    ...written.filter((lexicon) => lexicon.language === language),
  ];
  const vocabulary = new Vocabulary();
  const indexOf = (languages: readonly string[]): LexiconIndex => {
    const chosen = languages.flatMap(lexiconsOf);
    const patterns = chosen.flatMap(({ language, parts }) => parts.patterns.map((entry) => ({ entry, language })));
    const index = buildLexiconIndex(chosen, vocabulary);
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
