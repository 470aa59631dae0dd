import { SIGNALS } from '@marsad/records';
import type { Analysis } from '../compose/analyse-text.js';
import { probabilitiesOf } from '../compose/probabilities.js';
import { stanceOf } from '../compose/stance.js';
import type { FeatureSink } from './feature-list.js';
import { bucketOf, hashText } from './hash.js';

const SEED = 0x38495ab5;
const STEPS = 10;
const MOST_COUNTED = 3;
const CUES = ['negation', 'reporting', 'topic', 'counter', 'norm', 'they', 'you', 'we', 'all', 'like'] as const;

/** What the rules found, as features: signal, weight, distance, form; their sums; cues; and each with the language. */
export const findingMarks = ({ reading, judged }: Analysis, language: string, sink: FeatureSink): void => {
  const marks = new Set<string>();
  for (const { signal, weight, distance, form, kind } of judged) {
    marks.add(`${signal} ${weight} ${distance}`);
    marks.add(`${signal} ${distance}`);
    marks.add(`${signal} ${weight} ${distance} ${kind} ${form ?? ''}`);
    marks.add(`${language} ${signal} ${weight} ${distance}`);
  }
  const probabilities = probabilitiesOf(reading, judged);
  for (const signal of SIGNALS) marks.add(`${signal} about ${Math.floor(probabilities[signal] * STEPS)}`);
  marks.add(`${language} hate about ${Math.floor(probabilities.hate * STEPS)}`);
  marks.add(`stance ${stanceOf(reading, judged)}`);
  for (const cue of CUES) marks.add(`${cue} ${Math.min(reading.countCue(cue), MOST_COUNTED)}`);
  const groups = reading.hits.filter(({ entry }) => entry.kind === 'group').length;
  const slurs = reading.hits.filter(({ entry }) => entry.kind === 'slur').length;
  marks.add(`groups ${Math.min(groups, MOST_COUNTED)}`);
  marks.add(`groups ${Math.min(groups, 1)} slurs ${Math.min(slurs, 2)}`);
  marks.add(`language ${language}`);
  marks.add(`quoted ${reading.unquoted < reading.words.length}`);
  const found = (kind: string): number => (reading.hits.some(({ entry }) => entry.kind === kind) ? 1 : 0);
  const people = Math.min(groups + slurs, 1);
  for (const kind of ['attribute', 'act', 'claim', 'profanity', 'camp', 'movement']) {
    marks.add(`people ${people} with ${kind} ${found(kind)} negation ${Math.min(reading.countCue('negation'), 1)}`);
  }
  for (const mark of marks) sink.add(bucketOf(hashText(SEED, mark)));
};
