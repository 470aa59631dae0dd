import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNALS, signalCode } from '@marsad/records';
import { z } from 'zod';
import { BUCKETS } from '../features/hash.js';
import { HEADS } from '../linear/heads.js';
import type { LinearModelHeader } from '../linear/linear-model.js';
import { writeModel } from '../linear/model-folder.js';
import { calibrate } from './calibrate.js';
import type { Example, Labels } from './example.js';
import { fitHeads } from './fit-heads.js';
import { gatherExamples } from './gather-examples.js';
import { heardScores } from './heard-scores.js';
import { heldOutReport } from './held-out-report.js';
import { holdOut } from './hold-out.js';
import { prepareExamples } from './prepared.js';
import { quantise } from './quantise.js';
import type { Recipe } from './recipe.js';
import { SUITES, TRAINING } from './shipped.js';

export interface TrainOptions {
  recipe: Recipe;
  /** folder of the labelled sets that the recipe names */
  data: string;
  /** folder that the model is written into */
  out: string;
  onStep?: (step: string) => void;
}

const suiteCase = z.object({ id: z.string(), text: z.string(), signals: z.array(signalCode) });

/** The cases of the development suites, which nothing is fitted on; only thresholds are chosen by them. */
const developmentExamples = (folder: string): Example[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const { id, text, signals } = suiteCase.parse(JSON.parse(line));
      const labels: Labels = {};
      for (const signal of SIGNALS) labels[signal] = signals.includes(signal) ? 1 : 0;
      return { source: 'suite', text, labels, weight: 1, foldKey: id, hideTerms: false };
    });

/** One seed for every draw of a training run. */
const DIFFERENT = { prepare: 1, fit: 2 };

/**
 * Trains a model by a recipe and writes it: gather, analyse, hold out and calibrate, fit on everything, pack. The same
 * recipe and texts give the same bytes.
 * @throws InputError `bad-functional-set`; ZodError for a labelled set of another shape
 */
export const trainModel = (options: TrainOptions): LinearModelHeader => {
  const { recipe, data, out, onStep } = options;
  onStep?.('gathering texts');
  const examples = gatherExamples(recipe, { training: TRAINING, data });
  onStep?.(`analysing ${examples.length} texts`);
  const prepared = prepareExamples(examples, recipe.seed + DIFFERENT.prepare);
  const suites = prepareExamples(developmentExamples(SUITES), recipe.seed);
  const { epochs, learningRate, seed } = recipe;
  const fit = { epochs, learningRate, seed: seed + DIFFERENT.fit };
  onStep?.('fitting on folds');
  const heldOut = holdOut(prepared, fit, recipe.rules);
  onStep?.('fitting on everything');
  const weights = fitHeads(prepared, fit);
  const development = suites.map((suite) => ({ ...suite, scores: heardScores(weights, suite, recipe.rules) }));
  const { packed, scales, biases } = quantise(weights);
  return writeModel(
    out,
    {
      format: 'marsad-linear/1',
      model: recipe.model,
      buckets: BUCKETS,
      heads: [...HEADS],
      scales,
      biases,
      rules: recipe.rules,
      heldOut: heldOutReport(heldOut),
      languages: calibrate(
        heldOut,
        development,
        recipe.functional.map(({ language }) => language),
      ),
    },
    packed,
  );
};
