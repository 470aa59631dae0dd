import type { ModelName, Verdict, VerdictError } from '@marsad/records';
import { inChunks } from '../in-chunks.js';
import { storedInstant } from '../instant.js';
import { markTallyStale } from '../marks.js';
import { storedAmong } from '../posts.js';
import type { JudgementRow, Writing } from '../tables.js';

const NO_VERDICT = {
  language: null,
  script: null,
  language_confidence: null,
  stance: null,
  probabilities: null,
  signals: null,
  evidence: null,
};

const rowOfVerdict = (verdict: Verdict, now: string): JudgementRow => ({
  post_id: verdict.id,
  model_name: verdict.model.name,
  model_version: verdict.model.version,
  judged_at: now,
  undetermined: null,
  message: null,
  language: verdict.language.code,
  script: verdict.language.script,
  language_confidence: verdict.language.confidence,
  stance: verdict.stance,
  probabilities: JSON.stringify(verdict.probabilities),
  signals: JSON.stringify(verdict.signals),
  evidence: JSON.stringify(verdict.evidence),
});

const rowOfError = ({ id, error }: VerdictError, model: ModelName, now: string): JudgementRow => ({
  ...NO_VERDICT,
  post_id: id,
  model_name: model.name,
  model_version: model.version,
  judged_at: now,
  undetermined: error.code,
  message: error.message,
});

/**
 * Keeps what the classifier said of posts, in place of what an earlier model said. Posts that an edit has removed since
 * they were read are passed over.
 * @param model that could not judge the posts in `errors`, which do not name it
 * @returns how many were kept
 */
export const saveJudgements = async (
  trx: Writing,
  verdicts: readonly Verdict[],
  errors: readonly VerdictError[],
  now: string,
  model: ModelName,
): Promise<number> => {
  const instant = storedInstant(now);
  const rows = new Map<string, JudgementRow>();
  for (const verdict of verdicts) rows.set(verdict.id, rowOfVerdict(verdict, instant));
  for (const error of errors) rows.set(error.id, rowOfError(error, model, instant));
  const stored = await storedAmong(trx, [...rows.keys()]);
  const kept = [...rows.values()].filter(({ post_id }) => stored.has(post_id));
  for (const chunk of inChunks(kept)) {
    await trx
      .insertInto('judgements')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('post_id').doUpdateSet((eb) => ({
          model_name: eb.ref('excluded.model_name'),
          model_version: eb.ref('excluded.model_version'),
          judged_at: eb.ref('excluded.judged_at'),
          undetermined: eb.ref('excluded.undetermined'),
          message: eb.ref('excluded.message'),
          language: eb.ref('excluded.language'),
          script: eb.ref('excluded.script'),
          language_confidence: eb.ref('excluded.language_confidence'),
          stance: eb.ref('excluded.stance'),
          probabilities: eb.ref('excluded.probabilities'),
          signals: eb.ref('excluded.signals'),
          evidence: eb.ref('excluded.evidence'),
        })),
      )
      .execute();
  }
  if (kept.length > 0) await markTallyStale(trx);
  return kept.length;
};
