import type { Evidence, SignalFound, Verdict } from '@marsad/records';
import { checkText } from '../classify/check-text.js';
import type { Engine } from '../classify/engine.js';
import { type Analysis, analyseText } from '../compose/analyse-text.js';
import { evidenceOf } from '../compose/evidence.js';
import { hatePointsOf } from '../compose/probabilities.js';
import { detectLanguage } from '../language/detect-language.js';
import { openLexicons } from '../lexicon/choose-lexicons.js';
import { hearRules } from '../linear/hear-rules.js';
import type { Profile, ReadModel } from '../linear/linear-model.js';
import { readModel } from '../linear/model-folder.js';
import { openScoring, type Scored } from '../linear/score-text.js';
import { measuredLanguages, settingsFor } from '../linear/settings-for.js';
import { probabilitiesOfScores, signalsOfScores, stanceOfScores } from '../linear/signals-of-scores.js';
import { weightEvidence } from '../linear/weight-evidence.js';
import { rowsOf } from '../linear/weight-rows.js';
import { markUnmeasured } from './mark-unmeasured.js';
import { modelWithLexicons } from './model-with-lexicons.js';

/** The spans of the rules, and for every signal that no rule speaks for the words that moved the model. */
const evidenceFor = (analysis: Analysis, scored: Scored, signals: readonly SignalFound[]): Evidence[] => {
  const spans = evidenceOf(analysis.reading, analysis.judged);
  const backed = new Set(spans.map(({ signal }) => signal));
  const others = signals.filter(({ code }) => !backed.has(code));
  if (others.length === 0) return spans;
  return [...spans, ...others.flatMap(({ code }) => weightEvidence(analysis, scored, code))].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
};

const readyModel = (folder: string): ReadModel => {
  const { header, weights } = readModel(folder);
  return { header, rows: rowsOf(weights) };
};

/**
 * The trained model over the rules: their findings together with characters, words and what stands around people.
 * @param folder of the model
 * @param lexicons files of the user, read beside those that ship
 * @param read the model, if another thread has read it before
 * @throws InputError `bad-model`, `bad-lexicon`
 */
export const openLinearEngine = (
  folder: string,
  profile: Profile = 'balanced',
  lexicons: readonly string[] = [],
  read: ReadModel = readyModel(folder),
): Engine => {
  const { header, rows } = read;
  const lexiconsFor = openLexicons(lexicons);
  const name = modelWithLexicons(header.model, lexicons);
  const score = openScoring(header, rows);
  const measured = measuredLanguages(Object.keys(header.languages));
  return {
    model: name,
    measuredLanguages: measured,
    shared: read,
    judge: ({ id, text }) => {
      const problem = checkText(text);
      if (problem) return { id, error: problem };
      const language = detectLanguage(text);
      const analysis = analyseText(text, lexiconsFor(language));
      const scored = score(analysis, language.code);
      const { scores } = scored;
      hearRules(scores, hatePointsOf(analysis.reading, analysis.judged), header.rules, language.code);
      const settings = settingsFor(header, language.code);
      const probabilities = probabilitiesOfScores(analysis, scores, settings);
      const signals = signalsOfScores(analysis, scores, probabilities, settings, profile);
      const verdict: Verdict = {
        id,
        language,
        probabilities,
        signals,
        stance: stanceOfScores(analysis, scores, signals),
        evidence: evidenceFor(analysis, scored, signals),
        model: name,
      };
      return markUnmeasured(verdict, measured);
    },
  };
};
