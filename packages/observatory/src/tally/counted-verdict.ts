import { entersFigures, SEVERITIES, SIGNALS, STANCES, TARGETS } from '@marsad/records';
import { type Scored, scoredBy } from '../estimate/packed-scores.js';
import type { PlacedPost } from './placed-post.js';
import { flagsOf, type PostKinds } from './post-kinds.js';

type FoundVerdict = NonNullable<PlacedPost['verdict']>;

/** What of a verdict is counted, but for its probabilities; all by its place in the taxonomy, or its number in the tally. */
export interface CountedVerdict {
  language: number;
  stance: number;
  /** those that enter the figures with this stance (taxonomy), each target once; only hate has a severity */
  flagged: readonly { signal: number; targets: readonly number[]; severity: number | undefined }[];
  /** the signals of `flagged` as bits */
  flags: number;
  scored: Scored;
}

const counted = (verdict: FoundVerdict, kinds: PostKinds): CountedVerdict => {
  const { language, stance, signals } = verdict;
  const entering = signals.filter(({ code }) => entersFigures(code, stance));
  return {
    language: kinds.languages.numberOf(language),
    stance: STANCES.indexOf(stance),
    flagged: entering.map(({ code, targets, severity }) => ({
      signal: SIGNALS.indexOf(code),
      targets: [...new Set(targets)].map((target) => TARGETS.indexOf(target)),
      severity:
        code === 'hate' && severity !== undefined && SEVERITIES[severity - 1] !== undefined ? severity - 1 : undefined,
    })),
    flags: flagsOf(entering.map(({ code }) => code)),
    scored: scoredBy(verdict),
  };
};

/**
 * Takes from verdicts what is counted. Of a million posts most share the list of their signals with many others: what is told
 * by language, stance and that list is worked out once.
 * @param kinds of the tally
 */
export const countedVerdicts = (kinds: PostKinds): ((verdict: FoundVerdict) => CountedVerdict) => {
  const known = new Map<FoundVerdict['signals'], Map<string, CountedVerdict>>();
  return (verdict) => {
    const { language, stance, signals } = verdict;
    let ofList = known.get(signals);
    if (!ofList) {
      ofList = new Map();
      known.set(signals, ofList);
    }
    const key = `${stance} ${language}`;
    const before = ofList.get(key);
    if (before) return before;
    const found = counted(verdict, kinds);
    ofList.set(key, found);
    return found;
  };
};
