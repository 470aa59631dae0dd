import type { RulePoints } from '../compose/probabilities.js';
import { headAt } from './heads.js';
import type { LinearModelHeader } from './linear-model.js';
import { calibrationLanguage } from './settings-for.js';

const HATE = headAt('hate');

/**
 * Adds to the score of hate what the rules say, by the weights of the model for that language: a second witness. The model
 * has the rules' findings among its features, but among hundreds of others; on texts of another kind than those it learnt
 * from the findings hold and the words around them do not (docs/decisions/0010-what-bounds-the-trained-layer.md).
 */
export const hearRules = (
  scores: Float64Array,
  { hate, offensive }: RulePoints,
  heard: LinearModelHeader['rules'],
  language: string,
): void => {
  const weights = heard[calibrationLanguage(language)] ?? heard.und;
  if (weights) scores[HATE] = (scores[HATE] ?? 0) + weights.hate * hate + weights.offensive * offensive;
};
