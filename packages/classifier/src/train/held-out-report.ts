import { SIGNALS } from '@marsad/records';
import { figuresOf, sortedByProbability } from '../evaluate/figures.js';
import { headAt } from '../linear/heads.js';
import type { LinearModelHeader } from '../linear/linear-model.js';
import type { HeldOut } from './calibrate.js';

/** Fewer texts of a class than this measure nothing. */
const FEWEST_OF_A_CLASS = 20;
const DECIMALS = 1000;

/** Per source and signal, how well texts are ranked by weights that had not learnt from them. */
export const heldOutReport = (heldOut: readonly HeldOut[]): LinearModelHeader['heldOut'] => {
  const sources = [...new Set(heldOut.map(({ source }) => source))].sort();
  return Object.fromEntries(
    sources.map((source) => {
      const own = heldOut.filter((each) => each.source === source);
      const report: LinearModelHeader['heldOut'][string] = {};
      for (const signal of SIGNALS) {
        const head = headAt(signal);
        const judged = own.flatMap(({ scores, labels }) => {
          const truth = labels[head];
          const probability = 1 / (1 + Math.exp(-(scores[head] ?? 0)));
          return truth === 0 || truth === 1 ? [{ probability, found: false, truth, weight: 1 } as const] : [];
        });
        const positives = judged.filter(({ truth }) => truth === 1).length;
        if (Math.min(positives, judged.length - positives) < FEWEST_OF_A_CLASS) continue;
        const { auc } = figuresOf(sortedByProbability(judged));
        report[signal] = { texts: judged.length, auc: Math.round(DECIMALS * auc) / DECIMALS };
      }
      return [source, report];
    }),
  );
};
