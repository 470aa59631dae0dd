import type { GazetteerEntry } from './entry.js';
import { classOf, type NameClass, priorOf } from './name-class.js';
import { type NameSequence, type NameWord, nameSequences } from './name-sequences.js';
import type { OtherPlaces } from './other-places.js';
import { shortForms } from './short-forms.js';
import { soundOf } from './sound.js';

/** What is known of a name that means an area. */
export interface Claim {
  kind: NameClass;
  /** log-odds that the name alone means the place */
  prior: number;
  /** 2: listed as ambiguous, 1: listed with another kind, 0: neither */
  rank: number;
  core: boolean;
  /** the area has a name in Arabic script, in another */
  scripts: { arabic: boolean; other: boolean };
  /** an article belongs to the name's beginning */
  article: boolean;
  /** ISO 639-3; empty when not stated */
  languages: Set<string>;
}

/** Log-odds of a name that its gazetteer calls ambiguous. */
const AMBIGUOUS = -2.2;

/** Names as a tree of words: a path from the root spells a name. */
export interface NameTree {
  next: Map<number, NameTree>;
  /** areas that bear the name spelled up to here */
  areas: Map<string, Claim>;
}

/** The words that names are made of, each with a number. */
export interface Vocabulary {
  numbers: Map<string, number>;
  words: NameWord[];
  /** whether a name is that word alone */
  alone: boolean[];
}

export interface Names {
  root: NameTree;
  vocabulary: Vocabulary;
}

const node = (): NameTree => ({ next: new Map(), areas: new Map() });

/** No name is longer; what is written as one is a text. */
const MOST_WORDS = 24;

/** Whether an Arabic name has the consonants of a Latin one, word for word; foreign vowels are written in many ways. */
const soundsLike = (latin: NameSequence, arabic: NameSequence): boolean =>
  arabic.words.length === latin.words.length &&
  arabic.words.every((word, at) => {
    const other = latin.words[at];
    if (!other || !/\p{Script=Arabic}/u.test(word.folded)) return false;
    const [one, two] = [soundOf(word.written, word.folded), soundOf(other.written, other.folded)];
    return one.consonants.some((key) => key.length > 1 && two.consonants.includes(key));
  });

/**
 * Builds the tree. What somebody said of a name outranks what its words suggest, and `ambiguous` outranks every other kind,
 * so that one careful line in the gazetteer is enough.
 */
export const nameTree = (
  entries: readonly GazetteerEntry[],
  others: Pick<OtherPlaces, 'isElsewhere' | 'isNamed'>,
): Names => {
  const root = node();
  const vocabulary: Vocabulary = { numbers: new Map(), words: [], alone: [] };
  const numberOf = (word: NameWord): number => {
    const known = vocabulary.numbers.get(word.folded);
    if (known !== undefined) {
      if (!word.runTogether && !word.clipped) vocabulary.words[known] = word;
      return known;
    }
    vocabulary.words.push(word);
    vocabulary.alone.push(false);
    vocabulary.numbers.set(word.folded, vocabulary.words.length - 1);
    return vocabulary.words.length - 1;
  };
  const scripts = new Map<string, Claim['scripts']>();
  const scriptsOf = (areaId: string): Claim['scripts'] => {
    const known = scripts.get(areaId) ?? { arabic: false, other: false };
    scripts.set(areaId, known);
    return known;
  };
  const known = new Map<string, NameSequence[]>();
  const spelled = (name: string): NameSequence[] => {
    const sequences = known.get(name) ?? nameSequences(name).filter(({ words }) => words.length <= MOST_WORDS);
    known.set(name, sequences);
    return sequences;
  };
  const persons = new Map<string, NameSequence[]>();
  for (const { areaId, names } of entries)
    for (const name of names) {
      const [first] = /\p{Script=Arabic}/u.test(name) ? [] : spelled(name);
      if (first && classOf(first, () => false) === 'person')
        persons.set(areaId, [...(persons.get(areaId) ?? []), first]);
    }
  const add = (sequence: NameSequence, areaId: string, entry: GazetteerEntry, asWritten: boolean): void => {
    const { kind: given, language } = entry;
    const ambiguous = given === 'ambiguous';
    const listed = given !== undefined && asWritten;
    let at = root;
    for (const word of sequence.words) {
      const number = numberOf(word);
      if (sequence.words.length === 1) vocabulary.alone[number] = true;
      const next = at.next.get(number) ?? node();
      at.next.set(number, next);
      at = next;
    }
    const own = ambiguous
      ? 'words'
      : classOf(sequence, (words) => others.isElsewhere(words.map(({ folded }) => folded)));
    // فيكتور هيغو is whoever Victor Hugo is.
    const kind =
      own === 'distinct' && (persons.get(areaId) ?? []).some((person) => soundsLike(person, sequence)) ? 'person' : own;
    const prior = ambiguous ? AMBIGUOUS : priorOf(kind, sequence, listed);
    const rank = ambiguous ? 2 : listed ? 1 : 0;
    const known = at.areas.get(areaId);
    const claim: Claim = {
      kind: listed && !ambiguous ? 'distinct' : kind,
      prior,
      rank,
      core: sequence.core,
      scripts: scriptsOf(areaId),
      article: sequence.article,
      languages: new Set(language === undefined ? [] : [language]),
    };
    if (!known || (known.core && !sequence.core)) at.areas.set(areaId, claim);
    else if (known.core === sequence.core) {
      if (claim.rank > known.rank || (claim.rank === known.rank && claim.prior < known.prior)) {
        known.prior = claim.prior;
        known.kind = claim.kind;
        known.rank = claim.rank;
      }
      known.article ||= claim.article;
      for (const code of claim.languages) known.languages.add(code);
    }
  };
  const isWhole = ({ words }: NameSequence): boolean => {
    let at: NameTree | undefined = root;
    for (const { folded } of words) at = at?.next.get(vocabulary.numbers.get(folded) ?? -1);
    return [...(at?.areas.values() ?? [])].some(({ core }) => !core);
  };
  const bearers = new Map<string, Set<string>>();
  const shorter: [NameSequence, GazetteerEntry][] = [];
  for (const entry of entries)
    for (const name of entry.names) {
      scriptsOf(entry.areaId)[/\p{Script=Arabic}/u.test(name) ? 'arabic' : 'other'] = true;
      spelled(name).forEach((sequence, at) => {
        add(sequence, entry.areaId, entry, at === 0);
        if (at !== 0) return;
        for (const form of shortForms(sequence, name, others.isNamed)) shorter.push([form, entry]);
        for (const { folded } of sequence.words)
          bearers.set(folded, (bearers.get(folded) ?? new Set()).add(entry.areaId));
      });
    }
  // Not for a word in several names, nor for another's full one: Deurne says nothing of which of the Deurnes.
  const isShared = ({ words }: NameSequence): boolean =>
    words.length === 1 && words.some(({ folded }) => (bearers.get(folded)?.size ?? 0) > 1);
  for (const [form, entry] of shorter) if (!isWhole(form) && !isShared(form)) add(form, entry.areaId, entry, false);
  return { root, vocabulary };
};
