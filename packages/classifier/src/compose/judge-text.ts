import type { Evidence, SignalFound, Stance } from '@marsad/records';
import type { LexiconIndex } from '../lexicon/lexicon-index.js';
import { analyseText } from './analyse-text.js';
import { evidenceOf } from './evidence.js';
import { type Probabilities, probabilitiesOf } from './probabilities.js';
import { signalsOf } from './signals.js';
import { stanceOf } from './stance.js';

export interface Judgement {
  probabilities: Probabilities;
  signals: SignalFound[];
  stance: Stance;
  evidence: Evidence[];
}

/** Judges one text by rules alone: analysis → stance, probabilities, signals and evidence. */
export const judgeText = (text: string, index: LexiconIndex): Judgement => {
  const { reading, judged } = analyseText(text, index);
  const probabilities = probabilitiesOf(reading, judged);
  return {
    probabilities,
    signals: signalsOf(probabilities, judged),
    stance: stanceOf(reading, judged),
    evidence: evidenceOf(reading, judged),
  };
};
