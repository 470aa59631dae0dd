import type { LanguageGuess } from '@marsad/records';
import { checkText } from '../classify/check-text.js';
import type { Engine } from '../classify/engine.js';
import { judgeText } from '../compose/judge-text.js';
import { detectLanguage } from '../language/detect-language.js';
import { compileLexicon, type Term } from '../lexicon/compile-lexicon.js';
import type { LexiconFile } from '../lexicon/entry-schema.js';
import { buildLexiconIndex, type LexiconIndex } from '../lexicon/lexicon-index.js';
import { loadLexicons } from '../lexicon/load-lexicons.js';

const MODEL = { name: 'marsad-lexicon', version: '0.1.0' };

/** Read on every text: people mix these into the other languages. */
const ALWAYS = ['ara', 'ary-Latn'];
/** Languages with a lexicon of their own; a text surely in one of them is not read with the small words of another. */
const OWN = ['eng', 'fra', 'spa', 'deu', 'ita', 'por'];
/** Read when the language is none of those, or unsure. */
const MIXED = ['eng', 'fra'];
const SURE = 0.8;

/** The lexicons read on texts of a language, and the key under which their index is kept. */
const lexiconsFor = ({ code, confidence }: LanguageGuess): { key: string; languages: readonly string[] } =>
  OWN.includes(code) && (confidence >= SURE || !MIXED.includes(code))
    ? { key: code, languages: [...ALWAYS, code] }
    : { key: '', languages: [...ALWAYS, ...MIXED] };

/** The lexicon-and-pattern model (models/marsad-lexicon/card.md). */
export const openLexiconEngine = (): Engine => {
  const files = loadLexicons();
  const compiled = new Map<string, readonly Term[]>();
  const termsOf = (file: LexiconFile): readonly Term[] => {
    const terms = compiled.get(file.language) ?? compileLexicon(file);
    compiled.set(file.language, terms);
    return terms;
  };
  const indexes = new Map<string, LexiconIndex>();
  const indexFor = (guess: LanguageGuess): LexiconIndex => {
    const { key, languages } = lexiconsFor(guess);
    let index = indexes.get(key);
    if (!index) {
      index = buildLexiconIndex(files.filter(({ language }) => languages.includes(language)).map(termsOf));
      indexes.set(key, index);
    }
    return index;
  };
  return {
    model: MODEL,
    judge: ({ id, text }) => {
      const problem = checkText(text);
      if (problem) return { id, error: problem };
      const language = detectLanguage(text);
      return { id, language, ...judgeText(text, indexFor(language)), model: MODEL };
    },
  };
};
