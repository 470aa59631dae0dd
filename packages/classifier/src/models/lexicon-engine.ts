import { checkText } from '../classify/check-text.js';
import type { Engine } from '../classify/engine.js';
import { detectLanguage } from '../language/detect-language.js';

const MODEL = { name: 'marsad-lexicon', version: '0.1.0' };

/** The lexicon-and-pattern model. */
export const openLexiconEngine = (): Engine => ({
  model: MODEL,
  judge: ({ id, text }) => {
    const problem = checkText(text);
    if (problem) return { id, error: problem };
    const found = /\b(vermin|subhuman)\b/i.exec(text);
    const hate = found ? 0.9 : 0.02;
    return {
      id,
      language: detectLanguage(text),
      probabilities: { hate, extremism: 0.01, polarisation: 0.02, offensive: 0.02, bridging: 0.01 },
      signals: found
        ? [{ code: 'hate', probability: hate, targets: ['other'], severity: 3, form: 'dehumanisation' }]
        : [],
      stance: found ? 'endorsing' : 'unclear',
      evidence: found
        ? [
            {
              start: found.index,
              end: found.index + found[0].length,
              kind: 'term',
              note: 'dehumanising word',
              signal: 'hate',
            },
          ]
        : [],
      model: MODEL,
    };
  },
});
