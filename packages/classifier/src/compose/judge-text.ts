import type { Evidence, SignalFound, Stance } from '@marsad/records';
import { findHits } from '../lexicon/find-hits.js';
import type { LexiconIndex } from '../lexicon/lexicon-index.js';
import { normaliseText } from '../normalise/normalise-text.js';
import { splitWords } from '../words/split-words.js';
import { abuse } from './abuse.js';
import { actsOnPeople } from './acts-on-people.js';
import { claimsAboutPeople } from './claims-about-people.js';
import { counterSpeech } from './counter-speech.js';
import { isReportAsAWhole, keepDistance } from './distance.js';
import { evidenceOf } from './evidence.js';
import { leaveOutDoubles } from './leave-out-doubles.js';
import { findPeople } from './people.js';
import { phrases } from './phrases.js';
import { type Probabilities, probabilitiesOf } from './probabilities.js';
import { readingOf } from './reading.js';
import { sectionsOf } from './sections.js';
import { signalsOf } from './signals.js';
import { slurs } from './slurs.js';
import { stanceOf } from './stance.js';
import { tiedAttributes } from './tied-attributes.js';

export interface Judgement {
  probabilities: Probabilities;
  signals: SignalFound[];
  stance: Stance;
  evidence: Evidence[];
}

/** The rules that find things, in the order in which evidence is gathered. */
const RULES = [tiedAttributes, actsOnPeople, claimsAboutPeople, phrases, slurs, abuse] as const;

/** Judges one text: words → terms → findings → distance → stance, probabilities, signals and evidence. */
export const judgeText = (text: string, index: LexiconIndex): Judgement => {
  const normalised = normaliseText(text);
  const words = splitWords(normalised, text);
  const hits = findHits(words, index);
  const whole = readingOf(normalised, words, hits);
  const judged = sectionsOf(hits, words).flatMap((section) => {
    const reading = { ...whole, hits: section };
    const people = findPeople(section);
    const voiced = keepDistance(reading, leaveOutDoubles(RULES.flatMap((rule) => rule(reading, people))));
    return isReportAsAWhole(whole) ? voiced : [...voiced, ...counterSpeech(reading, people, voiced)];
  });
  const probabilities = probabilitiesOf(whole, judged);
  return {
    probabilities,
    signals: signalsOf(probabilities, judged),
    stance: stanceOf(whole, judged),
    evidence: evidenceOf(whole, judged),
  };
};
