import { hearRules } from '../linear/hear-rules.js';
import type { LinearModelHeader } from '../linear/linear-model.js';
import { scoresBy, type Weights } from './fit-heads.js';
import type { Prepared } from './prepared.js';

/** The scores of an example as a verdict has them: those of the weights, and beside them what the rules say. */
export const heardScores = (fitted: Weights, example: Prepared, rules: LinearModelHeader['rules']): Float64Array => {
  const scores = scoresBy(fitted, example);
  hearRules(scores, example.hatePoints, rules, example.language);
  return scores;
};
