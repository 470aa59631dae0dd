import type { Word } from '../words/word.js';
import { type Slot, slotBit, type Term } from './compile-lexicon.js';
import type { Entry, EntryOf } from './entry-schema.js';
import { type LexiconIndex, type LookUp, NOTHING } from './lexicon-index.js';
import { isPeople, type Matched, matchTerm, type Slots } from './match-term.js';
import { MarkSet } from './piece-marks.js';
import { NO_TERMS, type TermGroup } from './term-group.js';

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

const MOST_HITS_A_SLOT = 4;
const NO_HITS: readonly Hit[] = [];

const marks = new MarkSet();

/**
 * Finds every term in a list of words: single words and phrases first, the longest hiding what it holds, then patterns
 * with slots over what was found.
 */
export const findHits = (words: readonly Word[], index: LexiconIndex): readonly Hit[] => {
  const lookUps: LookUp[] = [];
  marks.clear();
  let any = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const found = word ? index.lookUp(word.form, word.elongated) : NOTHING;
    lookUps.push(found);
    if (found === NOTHING) continue;
    any = true;
    marks.add(found.marks);
  }
  if (!any) return NO_HITS;
  const plain: Hit[] = [];
  for (let at = 0; at < words.length; at++) {
    const { singles, phrases } = lookUps[at] ?? NOTHING;
    for (const term of singles) plain.push(hitOf(term, at, at + 1, undefined));
    if (phrases === NO_TERMS) continue;
    tryGroup(phrases, 0, at + 1, words, lookUps, undefined, (term, { to }) => {
      plain.push(hitOf(term, at, to, undefined));
    });
  }
  const hits = withoutHidden(plain, words.length).filter((hit) => hit.entry.kind !== 'neutral');
  const bySlot = slotsOf(hits);
  let filled = 0;
  for (const slot of bySlot.keys()) filled |= slotBit(slot);
  // A pattern has a slot, and no slot is filled.
  if (filled === 0) return inOrder(hits);
  const all = [...hits];
  for (let at = 0; at < words.length; at++) {
    const { patterns } = lookUps[at] ?? NOTHING;
    if (patterns === NO_TERMS) continue;
    tryGroup(patterns, filled, at + 1, words, lookUps, bySlot, (term, { to, filledBy }) => {
      all.push(hitOf(term, at, to, filledBy));
    });
  }
  for (const [slot, places] of bySlot) {
    const begun = index.bySlot.get(slot);
    if (!begun) continue;
    for (const here of places.values()) {
      for (const hit of here) {
        tryGroup(begun, filled, hit.to, words, lookUps, bySlot, (term, { to, filledBy }) => {
          all.push(hitOf(term, hit.from, to, filledBy ?? (isPeople(hit) ? hit : undefined)));
        });
      }
    }
  }
  return inOrder(all);
};

const hitOf = (
  { entry, language, hasGap, negates }: Term,
  from: number,
  to: number,
  filledBy: Hit | undefined,
): Hit => ({ entry, language, from, to, hasGap, negates, filledBy });

/**
 * Tries the terms of a group whose first piece ends before word `at`: those that go on with anything, then those that
 * go on with one of the keys there. A term may be found twice.
 */
const tryGroup = (
  { open, byNext }: TermGroup,
  filled: number,
  at: number,
  words: readonly Word[],
  lookUps: readonly LookUp[],
  slots: Slots | undefined,
  found: (term: Term, matched: Matched) => void,
): void => {
  const tryAll = (terms: readonly Term[]): void => {
    for (const term of terms) {
      if ((term.slots & ~filled) !== 0 || !marks.hasAll(term.needs)) continue;
      const matched = matchTerm(term, at, words, lookUps, slots);
      if (matched) found(term, matched);
    }
  };
  if (open.length > 0) tryAll(open);
  if (byNext.size === 0) return;
  for (const key of lookUps[at]?.keys ?? NOTHING.keys) {
    const terms = byNext.get(key);
    if (terms) tryAll(terms);
  }
};

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
    let places = slots.get(slot);
    if (!places) {
      places = new Map<number, Hit[]>();
      slots.set(slot, places);
    }
    const here = places.get(hit.from);
    if (!here) places.set(hit.from, [hit]);
    else if (here.length < MOST_HITS_A_SLOT) here.push(hit);
  }
  return slots;
};

/** Kinds that hold others as parts («are traitors» holds a copula and an attribute) and hide none of them. */
const holdsParts = ({ entry, hasGap }: Hit): boolean => entry.kind === 'phrase' || entry.kind === 'claim' || hasGap;

/** Leaves out hits that lie wholly inside a longer one («black» in «black market»). */
const withoutHidden = (hits: readonly Hit[], count: number): readonly Hit[] => {
  // Single words hide nothing.
  if (hits.every(({ from, to }) => to - from === 1)) return hits;
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

/** Hits in the order of the text; of several of one entry at one place, the first. */
export const inOrder = (hits: readonly Hit[]): Hit[] => {
  const sorted = [...hits].sort((a, b) => a.from - b.from || a.to - b.to);
  return sorted.filter((hit, at) => {
    for (let k = at - 1; k >= 0; k--) {
      const before = sorted[k];
      if (!before || before.from !== hit.from || before.to !== hit.to) return true;
      if (before.entry === hit.entry) return false;
    }
    return true;
  });
};

/** The hits of one kind. */
export const hitsOf = <K extends Entry['kind']>(hits: readonly Hit[], kind: K): Hit<EntryOf<K>>[] =>
  hits.filter((hit): hit is Hit<EntryOf<K>> => hit.entry.kind === kind);
