import { z } from 'zod';
import {
  evidenceKind,
  formCode,
  functionCode,
  hallmarkCode,
  ideologyCode,
  signalCode,
  stanceCode,
  targetCode,
} from './taxonomy-codes.js';

const probability = z.number().min(0).max(1);

/** Language of a text: ISO 639-3 (Arabic dialects kept where known, `und` when undecided), ISO 15924 script. */
export const languageGuess = z.strictObject({
  code: z.string().regex(/^[a-z]{3}$/),
  script: z.string().regex(/^[A-Z][a-z]{3}$/),
  confidence: probability,
});
export type LanguageGuess = z.infer<typeof languageGuess>;

/** A signal over its threshold. `severity`, `form` belong to hate; `ideology`, `function` to extremism. */
export const signal = z.strictObject({
  code: signalCode,
  probability,
  targets: z.array(targetCode),
  severity: z.number().int().min(1).max(5).optional(),
  form: formCode.optional(),
  ideology: ideologyCode.optional(),
  function: functionCode.optional(),
});
export type SignalFound = z.infer<typeof signal>;

/** Why: a span of the text in UTF-16 code units, end exclusive. */
export const evidence = z.strictObject({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  kind: evidenceKind,
  note: z.string(),
  signal: signalCode.optional(),
  hallmarks: z.array(hallmarkCode).optional(),
});
export type Evidence = z.infer<typeof evidence>;

export const modelName = z.strictObject({ name: z.string().min(1), version: z.string().min(1) });
export type ModelName = z.infer<typeof modelName>;

/** What the classifier says of one text: one JSON line of `marsad classify`. */
export const verdict = z.strictObject({
  id: z.string().min(1),
  language: languageGuess,
  probabilities: z.strictObject({
    hate: probability,
    extremism: probability,
    polarisation: probability,
    offensive: probability,
    bridging: probability,
  }),
  /** those over the threshold of that language; order as in the taxonomy */
  signals: z.array(signal),
  stance: stanceCode,
  evidence: z.array(evidence),
  model: modelName,
  /** the model's error was never measured in this language */
  unmeasured: z.literal(true).optional(),
});
export type Verdict = z.infer<typeof verdict>;

/** A row that cannot be judged, in place of its verdict. */
export const verdictError = z.strictObject({
  id: z.string(),
  error: z.strictObject({ code: z.string(), message: z.string() }),
});
export type VerdictError = z.infer<typeof verdictError>;
