import { STANCES, type Stance, signal, stanceCode, verdict } from '@marsad/records';
import { z } from 'zod';
import type { JudgementRow } from '../tables.js';
import type { PlacedPost } from './placed-posts.js';

const signals = z.array(signal);
const { probabilities } = verdict.shape;
const languageCode = z.string();

type Verdict = NonNullable<PlacedPost['verdict']>;

const isProbability = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

/** Looked at by hand, since a million rows are; whatever is odd goes to the schema, which says what is wrong with it. */
export const readProbabilities = (value: unknown): Verdict['probabilities'] => {
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 5) {
    const { hate, extremism, polarisation, offensive, bridging } = value as Record<string, unknown>;
    if (
      isProbability(hate) &&
      isProbability(extremism) &&
      isProbability(polarisation) &&
      isProbability(offensive) &&
      isProbability(bridging)
    )
      return { hate, extremism, polarisation, offensive, bridging };
  }
  return probabilities.parse(value);
};

// The same way as with probabilities; the code itself, not the copy of it that was read.
const readStance = (value: string | null): Stance =>
  STANCES.find((stance) => stance === value) ?? stanceCode.parse(value);

/**
 * The verdict in a row of `judgements`; null in one that says why there is none.
 * @throws {ZodError} when the row holds no verdict that a classifier of ours wrote
 */
export const readJudgement = (
  row: Pick<JudgementRow, 'language' | 'signals' | 'stance' | 'probabilities'>,
): Verdict | null =>
  row.probabilities === null
    ? null
    : {
        language: row.language ?? languageCode.parse(row.language),
        signals: row.signals === null || row.signals === '[]' ? [] : signals.parse(JSON.parse(row.signals)),
        stance: readStance(row.stance),
        probabilities: readProbabilities(JSON.parse(row.probabilities)),
      };
