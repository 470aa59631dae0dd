import { SIGNALS, type Signal } from '@marsad/records';
import type { Judged, Weight } from './finding.js';
import type { Reading } from './reading.js';

/**
 * From findings to probabilities: a sum of fixed points through the logistic function. The points were set by hand on
 * development data; the result ranks texts, and a value over 0.5 means that the rules found the signal, but it is not
 * a calibrated probability (models/marsad-lexicon/card.md).
 */
const BASE = -3.4;
const FIRST: Record<Weight, number> = { sure: 5, likely: 3.9, hint: 0.9 };
const FURTHER: Record<Weight, number> = { sure: 0.9, likely: 0.6, hint: 0.5 };
const MOST_FURTHER = 2.5;
const MOST_HINTS = 2.6;
/** What a finding is worth when the text keeps its distance from it: some ground for a second look, never a signal. */
const DISTANT = 0.7;
const MOST_DISTANT = 1.4;
/** A mere mention of people by a protected characteristic, for ranking only. */
const MENTION = 0.4;
/** Abuse of somebody, for ranking only: where people are abused, hate that no rule knows is likelier than elsewhere. */
const ABUSE = 0.3;
const REPORTED = -0.4;
/** Abuse inside hate is not counted a second time as offence. */
const OFFENCE_BESIDE_HATE = 0.45;

export type Probabilities = Record<Signal, number>;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** Four decimals are more than the model knows, and keep outputs short. */
const rounded = (probability: number): number => Math.round(probability * 10_000) / 10_000;

const pointsOf = (signal: Signal, judged: readonly Judged[]): number => {
  if (judged.length === 0) return 0;
  const own = judged.filter((finding) => finding.signal === signal && finding.distance === 'none');
  const best = own.some(({ weight }) => weight === 'sure')
    ? 'sure'
    : own.some(({ weight }) => weight === 'likely')
      ? 'likely'
      : undefined;
  let further = 0;
  let hints = 0;
  let first = best;
  for (const { weight } of own) {
    if (weight === first) first = undefined;
    else if (weight === 'hint') hints += hints === 0 ? FIRST.hint : FURTHER.hint;
    else further += FURTHER[weight];
  }
  const distant = judged.filter(
    (finding) => finding.signal === signal && finding.distance !== 'none' && finding.weight !== 'hint',
  ).length;
  return (
    (best ? FIRST[best] : 0) +
    Math.min(further, MOST_FURTHER) +
    Math.min(hints, best ? 1 : MOST_HINTS) +
    Math.min(distant * DISTANT, MOST_DISTANT)
  );
};

/** What the rules say of one signal, in points: nought is where they are as good as sure. */
const saidOf = (signal: Signal, reading: Reading, judged: readonly Judged[]): number => {
  const mentioned = reading.hits.some(({ entry }) => entry.kind === 'group') ? MENTION : 0;
  const abused = judged.some(
    ({ signal, weight, distance }) => signal === 'offensive' && weight !== 'hint' && distance === 'none',
  );
  const ground = mentioned + (abused ? ABUSE : 0);
  const reporting = reading.countCue('reporting') > 0 ? REPORTED : 0;
  return BASE + pointsOf(signal, judged) + (signal === 'hate' ? ground + reporting : reporting);
};

/** Probabilities of all five signals. */
export const probabilitiesOf = (reading: Reading, judged: readonly Judged[]): Probabilities => {
  const result = { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 };
  for (const signal of SIGNALS) result[signal] = rounded(logistic(saidOf(signal, reading, judged)));
  if (result.hate > 0.5) result.offensive = Math.min(result.offensive, OFFENCE_BESIDE_HATE);
  return result;
};

/** What the rules say of hate, in points, as a trained model hears it beside its own score. */
export const hatePointsOf = (reading: Reading, judged: readonly Judged[]): number => saidOf('hate', reading, judged);
