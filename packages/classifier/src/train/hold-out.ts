import { createHash } from 'node:crypto';
import type { LinearModelHeader } from '../linear/linear-model.js';
import type { HeldOut } from './calibrate.js';
import { type FitOptions, fitHeads } from './fit-heads.js';
import { heardScores } from './heard-scores.js';
import type { Prepared } from './prepared.js';

const FOLDS = 3;

/** The fold of a key: texts that share it are held out together, whatever stands around them. */
const foldOf = (key: string): number => createHash('sha256').update(key).digest().readUInt32LE(0) % FOLDS;

/** Scores of every example by weights fitted on the other folds (cross-validation, three folds). */
export const holdOut = (
  examples: readonly Prepared[],
  options: FitOptions,
  rules: LinearModelHeader['rules'],
): HeldOut[] => {
  const folds = examples.map(({ foldKey }) => foldOf(foldKey));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const weights = fitHeads(
      examples.filter((_, at) => folds[at] !== fold),
      options,
    );
    return examples
      .filter((_, at) => folds[at] === fold)
      .map((example) => ({
        source: example.source,
        language: example.language,
        scores: heardScores(weights, example, rules),
        labels: example.labels,
        weight: example.weight,
        namesPeople: example.namesPeople,
      }));
  });
};
