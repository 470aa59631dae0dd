import { type Evidence, FORMS, SIGNALS, type SignalFound, severityOf, TARGETS } from '@marsad/records';
import type { Probabilities } from '../compose/probabilities.js';
import type { LabelMap, Meaning } from './label-map.js';

/** One label of the model on one text. */
export interface LabelFound {
  label: string;
  meaning: Meaning;
  probability: number;
}

/** Four decimals hide what the make-up of a batch changes in the last bits. */
const rounded = (probability: number): number => Math.round(Math.min(1, probability) * 10_000) / 10_000;

/**
 * Probabilities, signals and evidence of the labels of one text. Where several labels mean one signal, their
 * probabilities add up when only one label can hold, and the highest counts when several can.
 * @param length of the text that the model was given, in UTF-16 code units: the whole of it is the evidence
 */
export const signalsOfLabels = (
  found: readonly LabelFound[],
  { threshold }: Pick<LabelMap, 'threshold'>,
  { oneHolds, length }: { oneHolds: boolean; length: number },
): { probabilities: Probabilities; signals: SignalFound[]; evidence: Evidence[] } => {
  const probabilities: Probabilities = { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 };
  const signals: SignalFound[] = [];
  const evidence: Evidence[] = [];
  for (const code of SIGNALS) {
    const own = found
      .flatMap(({ label, meaning, probability }) => (meaning?.signal === code ? [{ label, meaning, probability }] : []))
      .sort((a, b) => b.probability - a.probability);
    const [first] = own;
    if (!first) continue;
    const probability = rounded(oneHolds ? own.reduce((sum, label) => sum + label.probability, 0) : first.probability);
    probabilities[code] = probability;
    if (probability < threshold) continue;
    // The likeliest label always speaks; others only where they would be enough alone.
    const speaking = own.filter((label) => label === first || label.probability >= threshold);
    const targets = TARGETS.filter((target) => speaking.some(({ meaning }) => meaning.targets.includes(target)));
    const form = FORMS.findLast((known) => speaking.some(({ meaning }) => meaning.form === known));
    signals.push({ code, probability, targets, ...(form ? { severity: severityOf(form), form } : {}) });
    const note = `label ${speaking.map(({ label }) => label).join(', ')} of the model, which names no words`;
    evidence.push({ start: 0, end: length, kind: 'weight', note, signal: code });
  }
  return { probabilities, signals, evidence };
};
