import { checkText } from '../classify/check-text.js';
import type { Engine } from '../classify/engine.js';
import { judgeText } from '../compose/judge-text.js';
import { detectLanguage } from '../language/detect-language.js';
import { openLexicons } from '../lexicon/choose-lexicons.js';
import { measuredLanguages } from '../linear/settings-for.js';
import { markUnmeasured } from './mark-unmeasured.js';
import { modelWithLexicons } from './model-with-lexicons.js';

const MODEL = { name: 'marsad-lexicon', version: '0.5.0' };
/** Those that its card has figures of. */
const MEASURED = measuredLanguages(['ara', 'deu', 'eng', 'fra', 'hin', 'ita', 'por', 'spa', 'sqi', 'tur', 'urd']);

/**
 * The lexicon-and-pattern model (models/marsad-lexicon/card.md).
 * @param lexicons files of the user, read beside those that ship @throws InputError `bad-lexicon`
 */
export const openLexiconEngine = (lexicons: readonly string[] = []): Engine => {
  const lexiconsFor = openLexicons(lexicons);
  const model = modelWithLexicons(MODEL, lexicons);
  return {
    model,
    measuredLanguages: MEASURED,
    judge: ({ id, text }) => {
      const problem = checkText(text);
      if (problem) return { id, error: problem };
      const language = detectLanguage(text);
      return markUnmeasured({ id, language, ...judgeText(text, lexiconsFor(language)), model }, MEASURED);
    },
  };
};
