import type { Word } from '../words/word.js';
import type { Slot, Term } from './compile-lexicon.js';
import type { Entry, EntryOf } from './entry-schema.js';
import { type LexiconIndex, type LookUp, NOTHING } from './lexicon-index.js';
import { candidates, NO_TERMS } from './term-group.js';

/** A term of the lexicon in a text: the words from `from` up to, not including, `to`. */
export interface Hit<E extends Entry = Entry> {
  entry: E;
  language: string;
  from: number;
  to: number;
  /** a gap lies inside: the words between are not part of the term */
  hasGap: boolean;
  /** a negation is among its own words */
  negates: boolean;
  /** the group, camp or movement that filled a slot of the pattern */
  filledBy?: Hit | undefined;
}

/** Words that may stand between a gap's neighbours, and between a slot and what is before it («all of these»). */
const WIDEST_GAP = 3;
const WIDEST_SKIP = 2;
const MOST_HITS_A_SLOT = 4;

interface Matched {
  to: number;
  filledBy: Hit | undefined;
}

/**
 * Finds every term in a list of words: single words and phrases first, the longest hiding what it holds, then patterns
 * with slots over what was found.
 */
export const findHits = (words: readonly Word[], index: LexiconIndex): Hit[] => {
  const lookUps = words.map((word) => index.lookUp(word.form, word.elongated));
  const plain: Hit[] = [];
  for (let at = 0; at < words.length; at++) {
    const { singles, phrases } = lookUps[at] ?? NOTHING;
    for (const term of singles) plain.push(hitOf(term, at, at + 1));
    for (const term of candidates(phrases, lookUps[at + 1]?.keys ?? NOTHING.keys)) {
      const matched = match(term, 1, at + 1, at + 1, words, lookUps, undefined);
      if (!matched) continue;
      plain.push(hitOf(term, at, matched.to));
    }
  }
  const hits = withoutHidden(plain, words.length).filter((hit) => hit.entry.kind !== 'neutral');
  const bySlot = slotsOf(hits);
  const patterned: Hit[] = [];
  for (let at = 0; at < words.length; at++) {
    const { patterns } = lookUps[at] ?? NOTHING;
    for (const term of candidates(patterns, lookUps[at + 1]?.keys ?? NOTHING.keys)) {
      if (!term.slots.every((slot) => bySlot.has(slot))) continue;
      const matched = match(term, 1, at + 1, at + 1, words, lookUps, bySlot);
      if (matched) patterned.push(hitOf(term, at, matched.to, matched.filledBy));
    }
  }
  for (const [slot, places] of bySlot) {
    const begun = index.bySlot.get(slot) ?? NO_TERMS;
    for (const hit of [...places.values()].flat()) {
      for (const term of candidates(begun, lookUps[hit.to]?.keys ?? NOTHING.keys)) {
        if (!term.slots.every((each) => bySlot.has(each))) continue;
        const matched = match(term, 1, hit.to, hit.to, words, lookUps, bySlot);
        if (!matched) continue;
        const filledBy = matched.filledBy ?? (isPeople(hit) ? hit : undefined);
        patterned.push(hitOf(term, hit.from, matched.to, filledBy));
      }
    }
  }
  return unique([...hits, ...patterned]).sort((a, b) => a.from - b.from || a.to - b.to);
};

const hitOf = ({ entry, language, hasGap, negates }: Term, from: number, to: number, filledBy?: Hit): Hit => ({
  entry,
  language,
  from,
  to,
  hasGap,
  negates,
  filledBy,
});

type Slots = ReadonlyMap<Slot, ReadonlyMap<number, readonly Hit[]>>;

const isPeople = (hit: Hit): boolean =>
  hit.entry.kind === 'group' || hit.entry.kind === 'camp' || hit.entry.kind === 'movement' || hit.entry.kind === 'slur';

/** A slur fills the slot of its group: «kick out the …». */
const slotsFilled = (entry: Entry): Slot | undefined => {
  if (entry.kind === 'group' || entry.kind === 'slur') return 'group';
  if (entry.kind === 'camp' || entry.kind === 'movement') return entry.kind;
  return entry.kind === 'cue' ? entry.cue : undefined;
};

const slotsOf = (hits: readonly Hit[]): Slots => {
  const slots = new Map<Slot, Map<number, Hit[]>>();
  for (const hit of hits) {
    const slot = slotsFilled(hit.entry);
    if (!slot) continue;
    const places = slots.get(slot) ?? new Map<number, Hit[]>();
    slots.set(slot, places);
    const here = places.get(hit.from) ?? [];
    places.set(hit.from, here);
    if (here.length < MOST_HITS_A_SLOT) here.push(hit);
  }
  return slots;
};

/** Tries the pieces of a term from number `piece` on, from word `at` on; the words stay within one sentence. */
const match = (
  term: Term,
  piece: number,
  at: number,
  end: number,
  words: readonly Word[],
  lookUps: readonly LookUp[],
  slots: Slots | undefined,
): Matched | undefined => {
  const wanted = term.pieces[piece];
  if (!wanted) return { to: end, filledBy: undefined };
  const sentence = words[at - 1]?.sentence;
  const inSentence = (k: number): boolean => words[k] !== undefined && words[k]?.sentence === sentence;
  if (wanted.type === 'gap') {
    for (let skip = 0; skip <= WIDEST_GAP && (skip === 0 || inSentence(at + skip - 1)); skip++) {
      const matched = match(term, piece + 1, at + skip, end, words, lookUps, slots);
      if (matched) return matched;
    }
    return undefined;
  }
  if (wanted.type === 'word') {
    const keys = inSentence(at) ? (lookUps[at]?.keys ?? []) : [];
    if (keys.some((key) => wanted.keys.has(key))) {
      const matched = match(term, piece + 1, at + 1, at + 1, words, lookUps, slots);
      if (matched) return matched;
    }
    return wanted.optional ? match(term, piece + 1, at, end, words, lookUps, slots) : undefined;
  }
  const places = slots?.get(wanted.slot);
  if (!places) return undefined;
  for (let skip = 0; skip <= WIDEST_SKIP && inSentence(at + skip); skip++) {
    for (const hit of places.get(at + skip) ?? []) {
      const matched = match(term, piece + 1, hit.to, hit.to, words, lookUps, slots);
      if (matched) return { to: matched.to, filledBy: matched.filledBy ?? (isPeople(hit) ? hit : undefined) };
    }
  }
  return undefined;
};

/** Kinds that hold others as parts («are traitors» holds a copula and an attribute) and hide none of them. */
const holdsParts = ({ entry, hasGap }: Hit): boolean => entry.kind === 'phrase' || entry.kind === 'claim' || hasGap;

/** Leaves out hits that lie wholly inside a longer one («black» in «black market»). */
const withoutHidden = (hits: readonly Hit[], count: number): Hit[] => {
  const longest = new Uint16Array(count);
  for (const hit of hits) {
    if (holdsParts(hit)) continue;
    const length = Math.min(hit.to - hit.from, 0xffff);
    for (let k = hit.from; k < hit.to; k++) if (length > (longest[k] ?? 0)) longest[k] = length;
  }
  return hits.filter(({ from, to }) => {
    for (let k = from; k < to; k++) if ((longest[k] ?? 0) <= to - from) return true;
    return false;
  });
};

const unique = (hits: readonly Hit[]): Hit[] => {
  const seen = new Map<Entry, Set<string>>();
  return hits.filter(({ entry, from, to }) => {
    const places = seen.get(entry) ?? new Set<string>();
    seen.set(entry, places);
    const place = `${from}-${to}`;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
};

/** The hits of one kind. */
export const hitsOf = <K extends Entry['kind']>(hits: readonly Hit[], kind: K): Hit<EntryOf<K>>[] =>
  hits.filter((hit): hit is Hit<EntryOf<K>> => hit.entry.kind === kind);
