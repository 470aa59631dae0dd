import { checkText } from '../classify/check-text.js';
import type { Engine } from '../classify/engine.js';
import { judgeText } from '../compose/judge-text.js';
import { detectLanguage } from '../language/detect-language.js';
import type { LexiconFile } from '../lexicon/entry-schema.js';
import { buildLexiconIndex, type LexiconIndex } from '../lexicon/lexicon-index.js';
import { loadLexicons } from '../lexicon/load-lexicons.js';

const MODEL = { name: 'marsad-lexicon', version: '0.1.0' };

/** Read on every text: people mix these in one post. */
const ALWAYS = ['ara', 'ary-Latn', 'eng'];
/** Read beside them unless the text is in a language of this list, whose small words would be taken for others. */
const USUALLY = ['fra'];
const ALONE = ['spa', 'deu', 'ita', 'por'];

const lexiconsFor = (language: string, all: readonly LexiconFile[]): LexiconFile[] => {
  const wanted = new Set([...ALWAYS, ...(ALONE.includes(language) ? [language] : USUALLY)]);
  return all.filter((lexicon) => wanted.has(lexicon.language));
};

/** The lexicon-and-pattern model (models/marsad-lexicon/card.md). */
export const openLexiconEngine = (): Engine => {
  const lexicons = loadLexicons();
  const indexes = new Map<string, LexiconIndex>();
  const indexFor = (language: string): LexiconIndex => {
    const key = ALONE.includes(language) ? language : '';
    let index = indexes.get(key);
    if (!index) {
      index = buildLexiconIndex(lexiconsFor(key, lexicons));
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
      return { id, language, ...judgeText(text, indexFor(language.code)), model: MODEL };
    },
  };
};
