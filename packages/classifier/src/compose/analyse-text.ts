import { cutJoined } from '../lexicon/cut-joined.js';
import { findHits, type Hit, inOrder } from '../lexicon/find-hits.js';
import type { LexiconIndex } from '../lexicon/lexicon-index.js';
import { normaliseText } from '../normalise/normalise-text.js';
import { splitWords } from '../words/split-words.js';
import { abuse } from './abuse.js';
import { actsOnPeople } from './acts-on-people.js';
import { claimsAboutPeople } from './claims-about-people.js';
import { counterSpeech } from './counter-speech.js';
import { isReportAsAWhole, keepDistance } from './distance.js';
import type { Judged } from './finding.js';
import { leaveOutDoubles } from './leave-out-doubles.js';
import { findPeople } from './people.js';
import { phrases } from './phrases.js';
import { type Reading, readingOf } from './reading.js';
import { sectionsOf } from './sections.js';
import { slurs } from './slurs.js';
import { tiedAttributes } from './tied-attributes.js';

/** What the lexicons and the rules make of one text, before anybody adds it up. */
export interface Analysis {
  reading: Reading;
  judged: readonly Judged[];
}

/** The rules that find things, in the order in which evidence is gathered. */
const RULES = [tiedAttributes, actsOnPeople, claimsAboutPeople, phrases, slurs, abuse] as const;

/**
 * Analyses one text: words → terms → findings → distance. `keep` leaves hits out, for training, so that the model
 * learns to do without the terms that a lexicon will lack.
 */
export const analyseText = (text: string, index: LexiconIndex, keep?: (hit: Hit) => boolean): Analysis => {
  const normalised = normaliseText(text);
  const words = cutJoined(splitWords(normalised, text), index, normalised.text);
  const found = findHits(words, index);
  const all = index.findPatterns ? inOrder([...found, ...index.findPatterns(text, normalised, words)]) : found;
  const hits = keep ? all.filter(keep) : all;
  const reading = readingOf(normalised, words, hits);
  // Cues say how something is said; without anything else nothing was said that a rule is about. Most posts end here.
  if (hits.every(({ entry }) => entry.kind === 'cue')) return { reading, judged: [] };
  const judged = sectionsOf(hits, words).flatMap((section) => {
    const part = { ...reading, hits: section };
    const people = findPeople(section);
    const voiced = keepDistance(part, leaveOutDoubles(RULES.flatMap((rule) => rule(part, people))));
    return isReportAsAWhole(reading) ? voiced : [...voiced, ...counterSpeech(part, people, voiced)];
  });
  return { reading, judged };
};
