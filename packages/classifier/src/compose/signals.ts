import { type Form, SIGNALS, type SignalFound, severityOf, TARGETS, type Target } from '@marsad/records';
import type { Judged } from './finding.js';
import type { Probabilities } from './probabilities.js';

/** The uncalibrated model has one threshold for every signal and language. */
const THRESHOLD = 0.5;

const targetsOf = (findings: readonly Judged[]): Target[] => {
  const named = new Set(findings.flatMap(({ targets }) => targets));
  return TARGETS.filter((target) => named.has(target));
};

const gravest = (findings: readonly Judged[]): Form =>
  findings
    .flatMap(({ form }) => (form ? [form] : []))
    .reduce<Form>((worst, form) => (severityOf(form) > severityOf(worst) ? form : worst), 'stereotype');

/** The signals over the threshold, in the order of the taxonomy; form and severity are the gravest that was found. */
export const signalsOf = (probabilities: Probabilities, judged: readonly Judged[]): SignalFound[] =>
  SIGNALS.filter((code) => probabilities[code] > THRESHOLD).map((code): SignalFound => {
    const own = judged.filter(
      (finding) => finding.signal === code && finding.distance === 'none' && finding.weight !== 'hint',
    );
    const found = { code, probability: probabilities[code], targets: targetsOf(own) };
    if (code === 'hate') {
      const form = gravest(own);
      const targets: Target[] = found.targets.length > 0 ? found.targets : ['other'];
      return { ...found, targets, severity: severityOf(form), form };
    }
    if (code !== 'extremism') return found;
    const [first] = own;
    return { ...found, ideology: first?.ideology ?? 'other', function: first?.function ?? 'propaganda' };
  });
