import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formCode, InputError, modelName, signalCode, targetCode } from '@marsad/records';
import { z } from 'zod';

/** The file in a model's folder that says what its labels mean. */
const FILE = 'marsad-labels.json';

/** What a label of the model says in our terms; null when it says nothing («not hateful»). */
const meaning = z
  .strictObject({ signal: signalCode, targets: z.array(targetCode).default([]), form: formCode.optional() })
  .nullable();

const labelMap = modelName.extend({
  /** the model's labels, every one of them, as its config.json writes them */
  labels: z.record(z.string(), meaning),
  /** probability from which a signal is told */
  threshold: z.number().gt(0).lt(1).default(0.5),
  /** ISO 639-3 codes of the languages in which its error is known; verdicts in others are marked unmeasured */
  measuredLanguages: z.array(z.string()).default([]),
});
export type LabelMap = z.infer<typeof labelMap>;
export type Meaning = z.infer<typeof meaning>;

/** A model folder that cannot be used, and what would mend it. */
export const badTransformer = (folder: string, why: string, cause?: unknown): InputError =>
  new InputError('bad-model', `model ${folder}: ${why}`, {
    cause,
    remedy: 'docs/transformer.md says what the folder of a text-classification model must hold.',
  });

/**
 * Reads what the labels of a model mean.
 * @param labels that the model has, in its own order @returns a meaning for each
 * @throws InputError `bad-model` when the file is missing or wrong, leaves a label out or names one that is not there
 */
export const readLabelMap = (folder: string, labels: readonly string[]): LabelMap & { meanings: Meaning[] } => {
  let map: LabelMap;
  try {
    map = labelMap.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch (cause) {
    throw badTransformer(folder, `${FILE}: ${cause instanceof z.ZodError ? z.prettifyError(cause) : cause}`, cause);
  }
  const missing = labels.filter((label) => !Object.hasOwn(map.labels, label));
  const unknown = Object.keys(map.labels).filter((label) => !labels.includes(label));
  if (missing.length > 0 || unknown.length > 0) {
    throw badTransformer(
      folder,
      `${FILE}: expected a meaning (or null) for each of ${labels.join(', ')}; got ${Object.keys(map.labels).join(', ')}`,
    );
  }
  return { ...map, meanings: labels.map((label) => map.labels[label] ?? null) };
};
