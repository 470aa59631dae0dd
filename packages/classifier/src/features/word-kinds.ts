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

/** What a word in a term is. */
interface Kind {
  rank: number;
  /** the kind with its detail, as relation-grams.ts reads it */
  detailed: string;
  /** the same with a closing `>`, as kind-grams.ts writes it */
  name: string;
  /** whether it is people by a protected characteristic */
  isGroup: boolean;
}

const known = new WeakMap<Entry, Kind>();

const kindOf = (entry: Entry): Kind => {
  const before = known.get(entry);
  if (before) return before;
  const detailed = `${entry.kind} ${detailOf(entry)}`;
  const kind = {
    rank: rankOf(entry),
    detailed,
    name: `${detailed}>`,
    isGroup: entry.kind === 'group' || entry.kind === 'slur',
  };
  known.set(entry, kind);
  return kind;
};

export interface WordKinds {
  /** per word; undefined for a word in no term, empty for a text without any */
  kinds: readonly (Kind | undefined)[];
  /** whether any word is people by a protected characteristic */
  anyGroup: boolean;
}

const NOTHING: WordKinds = { kinds: [], anyGroup: false };

/** What every word of a text is to the lexicons. */
export const wordKinds = ({ hits, words }: Reading): WordKinds => {
  if (hits.length === 0) return NOTHING;
  const kinds: (Kind | undefined)[] = new Array(words.length).fill(undefined);
  let anyGroup = false;
  for (const { entry, from, to } of hits) {
    const kind = kindOf(entry);
    if (kind.isGroup) anyGroup = true;
    for (let at = from; at < to; at++) {
      const before = kinds[at];
      if (!before || kind.rank < before.rank) kinds[at] = kind;
    }
  }
  return { kinds, anyGroup };
};
