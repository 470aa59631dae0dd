import { z } from 'zod';
import type { EvaluationReport } from './evaluate-classifier.js';
import type { FigureName } from './figures.js';

/** Figures that a release may not lose: macro-F1, AUC and recall of harmless texts, by signal and part. */
export const baseline = z.record(z.string(), z.number());
export type Baseline = z.infer<typeof baseline>;

const KEPT: readonly FigureName[] = ['macroF1', 'auc', 'recall'];
/** By how much a figure may fall (docs of the gate: two points). */
const ALLOWED = 0.02;

/** The figures of a report that the gate holds: all texts and every language of each signal. */
export const baselineOf = ({ parts }: EvaluationReport): Baseline =>
  Object.fromEntries(
    parts
      .filter(({ by }) => by === 'all' || by === 'language')
      .flatMap(({ signal, by, part, figures }) => {
        const name = by === 'all' ? signal : `${signal} ${part}`;
        const kept = KEPT.map((figure): [string, number | null] => [`${name} ${figure}`, figures[figure].value]);
        const alarms = figures.falseAlarms.value;
        return [
          ...kept,
          [`${name} specificity`, alarms === null ? null : Math.round(10_000 * (1 - alarms)) / 10_000] as const,
        ];
      })
      .flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

/** The figures that fell by more than two points, in words; empty when the gate is passed. */
export const fallenBelow = (now: Baseline, before: Baseline): string[] =>
  Object.entries(before).flatMap(([name, value]) => {
    const current = now[name];
    if (current === undefined) return [`${name}: expected ${value} or about it, got no figure`];
    return current < value - ALLOWED
      ? [`${name}: expected at least ${(value - ALLOWED).toFixed(3)}, got ${current}`]
      : [];
  });
