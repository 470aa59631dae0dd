import { z } from 'zod';
import { heardRules } from '../linear/linear-model.js';

/** What a model is made of: packages/classifier/training/recipes/<name>.json. */
export const recipe = z.strictObject({
  model: z.strictObject({ name: z.string().min(1), version: z.string().min(1) }),
  seed: z.number().int(),
  epochs: z.number().int().positive(),
  learningRate: z.number().positive(),
  /** how much the rules are heard beside the trained score; chosen on development data */
  rules: heardRules,
  /** functional sets of our own writing */
  functional: z.array(
    z.strictObject({ language: z.string(), texts: z.number().int().positive(), weight: z.number().positive() }),
  ),
  /** paragraphs of our own writing that carry no signal (training/prose/<language>.jsonl) */
  prose: z.array(z.strictObject({ language: z.string(), weight: z.number().positive() })),
  /** labelled sets of a data folder, each with the licence under which it may be learnt from */
  sets: z.array(
    z.strictObject({
      file: z.string(),
      licence: z.string().min(3),
      most: z.number().int().positive(),
      weight: z.number().positive(),
    }),
  ),
});
export type Recipe = z.infer<typeof recipe>;
