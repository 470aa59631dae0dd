import { headAt } from './heads.js';
import type { LinearModelHeader } from './linear-model.js';
import { calibrationLanguage } from './settings-for.js';

const HATE = headAt('hate');

/**
 * Adds to the score of hate the points of the rules, by the weight of the model for that language: a second witness. The model
 * has the rules' findings among its features, but among hundreds of others; on texts of another kind than those it learnt
 * from the findings hold and the words around them do not (docs/decisions/0010-what-bounds-the-trained-layer.md).
 */
export const hearRules = (
  scores: Float64Array,
  points: number,
  heard: LinearModelHeader['rules'],
  language: string,
): void => {
  const weight = heard[calibrationLanguage(language)] ?? heard.und ?? 0;
  scores[HATE] = (scores[HATE] ?? 0) + weight * points;
};
