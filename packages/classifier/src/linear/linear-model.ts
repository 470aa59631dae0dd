import { modelName, type SIGNALS, signalCode } from '@marsad/records';
import { z } from 'zod';
import { HEADS } from './heads.js';
import type { WeightRows } from './weight-rows.js';

/** From a head's score to a probability: `1 / (1 + exp(-(slope · score + offset)))` (Platt 1999). */
const curve = z.strictObject({ slope: z.number().nonnegative(), offset: z.number() });
export type Curve = z.infer<typeof curve>;

const bySignal = <T extends z.ZodType>(inner: T) =>
  z.strictObject({
    hate: inner,
    extremism: inner,
    polarisation: inner,
    offensive: inner,
    bridging: inner,
  } satisfies Record<(typeof SIGNALS)[number], T>);

export type Profile = 'balanced' | 'precise';

const byLanguage = z.strictObject({
  /** texts on held-out folds by which the curves were set */
  measuredOn: z.number().int().nonnegative(),
  curves: bySignal(curve),
  /** the curve of hate for texts that name no people */
  hateOfNobody: curve,
  thresholds: z.strictObject({ balanced: bySignal(z.number()), precise: bySignal(z.number()) }),
});
export type LanguageSettings = z.infer<typeof byLanguage>;

/** By ISO 639-3 (`und`: all others), what a point of the rules for hate adds to the score of hate. */
export const heardRules = z.record(z.string(), z.number().nonnegative());

/** What `model.json` of a model folder says. */
export const linearModelHeader = z.strictObject({
  format: z.literal('marsad-linear/1'),
  model: modelName,
  buckets: z.number().int().positive(),
  heads: z.array(z.string()).refine((heads) => heads.join() === HEADS.join(), 'the heads of this version of Marsad'),
  /** per head: what one unit of a stored weight counts */
  scales: z.array(z.number().nonnegative()).length(HEADS.length),
  biases: z.array(z.number()).length(HEADS.length),
  /** SHA-256 of the weights, uncompressed */
  weights: z.string().regex(/^[0-9a-f]{64}$/),
  /** empty in a model that was trained without hearing them */
  rules: heardRules.default({}),
  /** how held-out folds of every source are ranked (AUC), by signal; what the model card quotes */
  heldOut: z.record(
    z.string(),
    z.partialRecord(signalCode, z.strictObject({ texts: z.number().int(), auc: z.number() })),
  ),
  /** by ISO 639-3; `und` serves every language that is not named, and such verdicts are unmeasured */
  languages: z.record(z.string(), byLanguage).refine((languages) => 'und' in languages, 'an entry «und»'),
});
export type LinearModelHeader = z.infer<typeof linearModelHeader>;

export interface LinearModel {
  header: LinearModelHeader;
  /** one signed byte a bucket and head, the heads of a bucket together */
  weights: Int8Array;
}

/** A model that was read and checked, ready to judge with. Threads are handed it; they share the rows. */
export interface ReadModel {
  header: LinearModelHeader;
  rows: WeightRows;
}
