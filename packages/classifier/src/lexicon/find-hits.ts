import type { Word } from '../words/word.js';
import { slotBit, slotNumber, type Term } from './compile-lexicon.js';
import type { Entry, EntryOf } from './entry-schema.js';
import type { LexiconIndex } from './lexicon-index.js';
import { type LookUp, NOTHING } from './look-up.js';
import { isPeople, matchTerm, type Slots } from './match-term.js';
import { MarkSet } from './piece-marks.js';
import { NO_NEED, NO_TERMS, type TermGroup } from './term-group.js';

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

/** A text in which terms are sought. */
interface Sought {
  words: readonly Word[];
  lookUps: readonly LookUp[];
  slots: Slots | undefined;
  /** the bits of the slots that something fills */
  filled: number;
  found: Hit[];
}

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
  const text: Sought = { words, lookUps, slots: undefined, filled: 0, found: plain };
  for (let at = 0; at < words.length; at++) {
    const { singles, phrases } = lookUps[at] ?? NOTHING;
    for (let k = 0; k < singles.length; k++) {
      const term = singles[k];
      if (term) plain.push(hitOf(term, at, at + 1, undefined));
    }
    if (phrases !== NO_TERMS) tryGroup(phrases, text, at, at + 1, undefined);
  }
  if (plain.length === 0) return NO_HITS;
  const hits = withoutHidden(plain, words.length);
  text.found = [...hits];
  const slots = slotsOf(hits, text);
  // A pattern has a slot, and no slot is filled.
  if (text.filled === 0) return inOrder(hits);
  for (let at = 0; at < words.length; at++) {
    const { patterns } = lookUps[at] ?? NOTHING;
    if (patterns !== NO_TERMS) tryGroup(patterns, text, at, at + 1, undefined);
  }
  for (const slot of slots) {
    const begun = index.bySlot[slot];
    if (!begun) continue;
    for (const hit of text.slots?.[slot] ?? NO_HITS) {
      tryGroup(begun, text, hit.from, hit.to, isPeople(hit) ? hit : undefined);
    }
  }
  return inOrder(text.found);
};

const hitOf = (
  { entry, language, hasGap, negates }: Term,
  from: number,
  to: number,
  filledBy: Hit | undefined,
): Hit => ({ entry, language, from, to, hasGap, negates, filledBy });

/**
 * Tries the terms of a group whose first piece stands from word `from` up to word `at`: those that go on with anything,
 * then those that go on with one of the keys there. A term may be found twice.
 * @param filler the people that the first piece is, if it is a slot
 */
const tryGroup = (
  { open, openSlots, openNeeds, byNext }: TermGroup,
  text: Sought,
  from: number,
  at: number,
  filler: Hit | undefined,
): void => {
  const empty = ~text.filled;
  for (let k = 0; k < open.length; k++) {
    const need = openNeeds[k] ?? NO_NEED;
    if (((openSlots[k] ?? 0) & empty) !== 0 || (need !== NO_NEED && !marks.has(need))) continue;
    const term = open[k];
    if (term) tryTerm(term, text, from, at, filler);
  }
  if (byNext.size === 0) return;
  const { keys } = text.lookUps[at] ?? NOTHING;
  for (let i = 0; i < keys.length; i++) {
    const terms = byNext.get(keys[i] ?? -1);
    if (!terms) continue;
    for (let k = 0; k < terms.length; k++) {
      const term = terms[k];
      if (term && (term.slots & empty) === 0) tryTerm(term, text, from, at, filler);
    }
  }
};

const tryTerm = (term: Term, text: Sought, from: number, at: number, filler: Hit | undefined): void => {
  if (!marks.hasAll(term.needs)) return;
  const matched = matchTerm(term, at, text.words, text.lookUps, text.slots);
  if (matched) text.found.push(hitOf(term, from, matched.to, matched.filledBy ?? filler));
};

/** The number of the slot that an entry fills. A slur fills the slot of its group: «kick out the …». */
const slotFilled = (entry: Entry): number => {
  if (entry.kind === 'group' || entry.kind === 'slur') return slotNumber('group');
  if (entry.kind === 'camp' || entry.kind === 'movement') return slotNumber(entry.kind);
  return entry.kind === 'cue' ? slotNumber(entry.cue) : -1;
};

/** Writes down what fills the slots of patterns, and gives their numbers in the order in which they are first filled. */
const slotsOf = (hits: readonly Hit[], text: Sought): number[] => {
  const slots: Hit[][] = [];
  const order: number[] = [];
  for (const hit of hits) {
    const slot = slotFilled(hit.entry);
    if (slot < 0) continue;
    const fillers = slots[slot];
    if (!fillers) {
      slots[slot] = [hit];
      order.push(slot);
      text.filled |= slotBit(slot);
    } else if (fillers[fillers.length - MOST_HITS_A_SLOT]?.from !== hit.from) fillers.push(hit);
  }
  text.slots = slots;
  return order;
};

/** Kinds that hold others as parts («are traitors» holds a copula and an attribute) and hide none of them. */
const holdsParts = ({ entry, hasGap }: Hit): boolean => entry.kind === 'phrase' || entry.kind === 'claim' || hasGap;

/** Per word the length of the longest term on it; kept for the next text. */
let longest = new Uint16Array(512);
const KEPT_ROOM = 1 << 14;

/** Leaves out harmless expressions and hits that lie wholly inside a longer one («black» in «black market»). */
const withoutHidden = (hits: readonly Hit[], count: number): readonly Hit[] => {
  let hides = false;
  for (const hit of hits) if (hit.to - hit.from !== 1 && !holdsParts(hit)) hides = true;
  // Single words hide nothing.
  if (!hides) return hits.filter(({ entry }) => entry.kind !== 'neutral');
  if (longest.length < count || longest.length > KEPT_ROOM) longest = new Uint16Array(Math.max(count, 512));
  else longest.fill(0, 0, count);
  for (const hit of hits) {
    if (holdsParts(hit)) continue;
    const length = Math.min(hit.to - hit.from, 0xffff);
    for (let k = hit.from; k < hit.to; k++) if (length > (longest[k] ?? 0)) longest[k] = length;
  }
  return hits.filter(({ entry, from, to }) => {
    if (entry.kind === 'neutral') return false;
    for (let k = from; k < to; k++) if ((longest[k] ?? 0) <= to - from) return true;
    return false;
  });
};

const before = (a: Hit, b: Hit): number => a.from - b.from || a.to - b.to;

const isInOrder = (hits: readonly Hit[]): boolean => {
  for (let at = 1; at < hits.length; at++) {
    const [left, right] = [hits[at - 1], hits[at]];
    if (left && right && before(left, right) > 0) return false;
  }
  return true;
};

/** Hits in the order of the text; of several of one entry at one place, the first. */
export const inOrder = (hits: readonly Hit[]): Hit[] => {
  const sorted = isInOrder(hits) ? hits : [...hits].sort(before);
  return sorted.filter((hit, at) => {
    for (let k = at - 1; k >= 0; k--) {
      const earlier = sorted[k];
      if (!earlier || earlier.from !== hit.from || earlier.to !== hit.to) return true;
      if (earlier.entry === hit.entry) return false;
    }
    return true;
  });
};

/** The hits of one kind. */
export const hitsOf = <K extends Entry['kind']>(hits: readonly Hit[], kind: K): Hit<EntryOf<K>>[] =>
  hits.filter((hit): hit is Hit<EntryOf<K>> => hit.entry.kind === kind);
