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
const BESIDE_PEOPLE = ['attribute', 'act', 'claim', 'profanity', 'camp', 'movement'] as const;

const bucketOfMark = (mark: string): number => bucketOf(hashText(SEED, mark));

/** The bucket of «what number», for numbers from 0 to `most`, made once: most marks of a text are the same few. */
const counted = (what: string, most: number): ((number: number) => number) => {
  const buckets = Int32Array.from({ length: most + 1 }, (_, number) => bucketOfMark(`${what} ${number}`));
  return (number) => buckets[Math.min(number, most)] ?? 0;
};
const remembered = <T>(make: (name: string) => T): ((name: string) => T) => {
  const made = new Map<string, T>();
  return (name) => {
    const before = made.get(name);
    if (before !== undefined) return before;
    const value = make(name);
    made.set(name, value);
    return value;
  };
};

const ABOUT = SIGNALS.map((signal) => counted(`${signal} about`, STEPS));
const HATE_ABOUT = remembered((language) => counted(`${language} hate about`, STEPS));
const STANCE = remembered((stance) => bucketOfMark(`stance ${stance}`));
const CUE = CUES.map((cue) => counted(cue, MOST_COUNTED));
const GROUPS = counted('groups', MOST_COUNTED);
const SLURS = [counted('groups 0 slurs', 2), counted('groups 1 slurs', 2)] as const;
const LANGUAGE = remembered((language) => bucketOfMark(`language ${language}`));
/** How long a text is, in steps that double: news and prose are long, insults short. */
const LENGTH = counted('words, doubled', 8);
const QUOTED = { true: bucketOfMark('quoted true'), false: bucketOfMark('quoted false') };
/** By people (0 or 1), kind, whether the kind is there, and negation. */
const BESIDE = [0, 1].map((people) =>
  BESIDE_PEOPLE.map((kind) => [0, 1].map((found) => counted(`people ${people} with ${kind} ${found} negation`, 1))),
);

/** What the rules found, as features: signal, weight, distance, form; their sums; cues; and each with the language. */
export const findingMarks = ({ reading, judged }: Analysis, language: string, sink: FeatureSink): void => {
  if (judged.length > 0) {
    const marks = new Set<string>();
    for (const { signal, weight, distance, form, kind } of judged) {
      marks.add(`${signal} ${weight} ${distance}`);
      marks.add(`${signal} ${distance}`);
      marks.add(`${signal} ${weight} ${distance} ${kind} ${form ?? ''}`);
      marks.add(`${language} ${signal} ${weight} ${distance}`);
    }
    for (const mark of marks) sink.add(bucketOfMark(mark));
  }
  sink.add(LENGTH(Math.floor(Math.log2(reading.words.length + 1))));
  const probabilities = probabilitiesOf(reading, judged);
  const stepOf = (probability: number): number => Math.floor(probability * STEPS);
  for (let at = 0; at < SIGNALS.length; at++) {
    sink.add(ABOUT[at]?.(stepOf(probabilities[SIGNALS[at] ?? 'hate'])) ?? 0);
  }
  sink.add(HATE_ABOUT(language)(stepOf(probabilities.hate)));
  sink.add(STANCE(stanceOf(reading, judged)));
  for (let at = 0; at < CUES.length; at++) sink.add(CUE[at]?.(reading.countCue(CUES[at] ?? 'negation')) ?? 0);
  let groups = 0;
  let slurs = 0;
  const found = new Set<string>();
  for (const { entry } of reading.hits) {
    if (entry.kind === 'cue') continue;
    if (entry.kind === 'group') groups += 1;
    else if (entry.kind === 'slur') slurs += 1;
    else found.add(entry.kind);
  }
  sink.add(GROUPS(groups));
  sink.add(SLURS[groups > 0 ? 1 : 0](slurs));
  sink.add(LANGUAGE(language));
  sink.add(QUOTED[reading.unquoted < reading.words.length ? 'true' : 'false']);
  const beside = BESIDE[groups + slurs > 0 ? 1 : 0];
  const negations = reading.countCue('negation');
  for (let at = 0; at < BESIDE_PEOPLE.length; at++) {
    sink.add(beside?.[at]?.[found.has(BESIDE_PEOPLE[at] ?? '') ? 1 : 0]?.(negations) ?? 0);
  }
};
