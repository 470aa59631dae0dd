import type { Reading } from '../compose/reading.js';
import type { Entry } from '../lexicon/entry-schema.js';

/** What a word is to the lexicons, as a small number; 0 for a word in no term. */
const KINDS = [
  'group',
  'slur',
  'camp',
  'movement',
  'attribute',
  'act',
  'claim',
  'phrase',
  'profanity',
  'cue',
  'neutral',
] as const satisfies readonly Entry['kind'][];

/** Of several terms on one word the first in this order gives it its kind. */
const rankOf = (entry: Entry): number => KINDS.indexOf(entry.kind);

/** The kind and what is said within it: the form of an attribute, the voice of an act, which cue. */
const detailOf = (entry: Entry): string => {
  switch (entry.kind) {
    case 'attribute':
    case 'claim':
      return entry.form;
    case 'act':
      return `${entry.voice} ${entry.form}`;
    case 'phrase':
      return `${entry.signal} ${entry.weight}`;
    case 'profanity':
      return entry.use;
    case 'cue':
      return entry.cue;
    case 'slur':
      return entry.ambiguity;
    default:
      return '';
  }
};

export interface WordKinds {
  /** per word: the kind with its detail, or undefined for a word in no term */
  names: readonly (string | undefined)[];
  /** per word: whether it is people by a protected characteristic */
  isGroup: readonly boolean[];
}

/** What every word of a text is to the lexicons. */
export const wordKinds = ({ hits, words }: Reading): WordKinds => {
  const best: (Entry | undefined)[] = new Array(words.length).fill(undefined);
  for (const { entry, from, to } of hits) {
    for (let at = from; at < to; at++) {
      const known = best[at];
      if (!known || rankOf(entry) < rankOf(known)) best[at] = entry;
    }
  }
  return {
    names: best.map((entry) => entry && `${entry.kind} ${detailOf(entry)}`),
    isGroup: best.map((entry) => entry?.kind === 'group' || entry?.kind === 'slur'),
  };
};
