import type { Draft } from './draft.js';
import { shortenElongation } from './elongation.js';
import { DROPPED, foldAstral, folds, SEVERAL, severalOf } from './fold-table.js';
import { latiniseLookalikes } from './lookalikes.js';

/** A text as the lexicon sees it, with the way back to the text that was given. */
export interface NormalisedText {
  readonly text: string;
  /** every code unit of `text` came from the one at its place in the given text */
  readonly aligned: boolean;
  /** per UTF-16 code unit of `text`: where what it came from starts and ends (exclusive) in the given text */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** code units of `text` that stand for a letter repeated three times or more */
  readonly elongated: readonly number[];
}

/**
 * Where a text is worked on; kept for the next. Typed arrays of any size lie outside the heap, and making three a text
 * costs more than filling them.
 */
let room = 4096;
let units = new Uint16Array(room);
let starts = new Uint32Array(room);
let ends = new Uint32Array(room);

const grow = (wanted: number): void => {
  room = 2 * wanted;
  const grown = { units: new Uint16Array(room), starts: new Uint32Array(room), ends: new Uint32Array(room) };
  grown.units.set(units);
  grown.starts.set(starts);
  grown.ends.set(ends);
  ({ units, starts, ends } = grown);
};
/** Texts longer than this are rare, and room for them is not kept. */
const KEPT_ROOM = 65_536;
const shrink = (): void => {
  room = 4096;
  units = new Uint16Array(room);
  starts = new Uint32Array(room);
  ends = new Uint32Array(room);
};

const folded = (given: string): Draft => {
  let length = 0;
  const push = (unit: number, start: number, end: number): void => {
    if (length === room) grow(length);
    units[length] = unit;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  };
  if (given.length > room) grow(given.length);
  for (let i = 0; i < given.length; i++) {
    const unit = given.charCodeAt(i);
    const next = folds.of(unit);
    const pair = isHighHalf(unit) ? (given.codePointAt(i) ?? 0) : 0;
    if (pair > 0xffff) {
      const replacement = foldAstral(pair);
      for (let k = 0; k < replacement.length; k++) push(replacement.charCodeAt(k), i, i + 2);
      i += 1;
    } else if (next === SEVERAL) {
      const replacement = severalOf(unit);
      for (let k = 0; k < replacement.length; k++) push(replacement.charCodeAt(k), i, i + 1);
    } else if (next !== DROPPED) push(next, i, i + 1);
  }
  return { units, starts, ends, length, elongated: [] };
};

const isHighHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** Folds every character, undoes look-alike letters, shortens elongated words. The draft holds until the next text. */
const drafted = (given: string): Draft => {
  const draft = folded(given);
  latiniseLookalikes(draft);
  shortenElongation(draft);
  return draft;
};

const SLICE = 8192;

const textOf = ({ units, length }: Draft): string => {
  let text = '';
  for (let from = 0; from < length; from += SLICE) {
    text += String.fromCharCode.apply(
      null,
      units.subarray(from, Math.min(length, from + SLICE)) as unknown as number[],
    );
  }
  return text;
};

const isAligned = ({ starts, ends, length }: Draft): boolean => {
  for (let at = 0; at < length; at++) if (starts[at] !== at || ends[at] !== at + 1) return false;
  return true;
};

type Form = Pick<NormalisedText, 'text' | 'aligned' | 'elongated'>;

const NONE: readonly number[] = [];
const LONGEST_PLAIN = 2048;
const wide = Buffer.alloc(2 * LONGEST_PLAIN);
const wideUnits = new Uint16Array(wide.buffer, wide.byteOffset, LONGEST_PLAIN);
const narrow = Buffer.alloc(LONGEST_PLAIN);
const narrowUnits = new Uint8Array(narrow.buffer, narrow.byteOffset, LONGEST_PLAIN);

/** Most texts: each character becomes one, none stands three times in a row, and Latin does not meet Greek or Cyrillic. */
const plainForm = (given: string): Form | undefined => {
  const { length } = given;
  if (length > LONGEST_PLAIN) return undefined;
  let before = 0;
  let two = 0;
  let changed = false;
  let latin = false;
  let lookalike = false;
  let isNarrow = true;
  let pairs = false;
  for (let i = 0; i < length; i++) {
    const unit = given.charCodeAt(i);
    const next = folds.of(unit);
    if (next === DROPPED || next === SEVERAL) return undefined;
    if (isHighHalf(unit)) {
      const pair = given.codePointAt(i) ?? 0;
      if (pair > 0xffff && foldAstral(pair) !== String.fromCodePoint(pair)) return undefined;
      pairs = true;
    }
    if (next === before && next === two && next > 0x40) return undefined;
    two = before;
    before = next;
    if (next > 0xff) isNarrow = false;
    if (next > 0x60 && next < 0x250) latin = true;
    else if (next >= 0x370 && next < 0x530) lookalike = true;
    if (next !== unit) changed = true;
    wideUnits[i] = next;
    narrowUnits[i] = next;
  }
  if (latin && lookalike) return undefined;
  if (!changed) return { text: given, aligned: !pairs, elongated: NONE };
  // Of the ways to make a string of code units these take a fifth of the time that the others do.
  const text = isNarrow ? narrow.toString('latin1', 0, length) : wide.toString('utf16le', 0, 2 * length);
  return { text, aligned: !pairs, elongated: NONE };
};

const draftedForm = (given: string): Form => {
  const draft = drafted(given);
  const form = { text: textOf(draft), aligned: isAligned(draft), elongated: draft.elongated };
  if (room > KEPT_ROOM) shrink();
  return form;
};

/** The way back is made when it is asked for: only evidence needs it. */
class Normalised implements NormalisedText {
  readonly text: string;
  readonly aligned: boolean;
  readonly elongated: readonly number[];
  private offsets: Pick<NormalisedText, 'starts' | 'ends'> | undefined;

  constructor(private readonly given: string) {
    const { text, aligned, elongated } = plainForm(given) ?? draftedForm(given);
    this.text = text;
    this.aligned = aligned;
    this.elongated = elongated;
  }

  get starts(): Uint32Array {
    return this.madeOffsets().starts;
  }

  get ends(): Uint32Array {
    return this.madeOffsets().ends;
  }

  private madeOffsets(): Pick<NormalisedText, 'starts' | 'ends'> {
    if (!this.offsets) {
      const { starts, ends, length } = drafted(this.given);
      this.offsets = { starts: starts.slice(0, length), ends: ends.slice(0, length) };
      if (room > KEPT_ROOM) shrink();
    }
    return this.offsets;
  }
}

/** The last text and what became of it: language and words are read from the same normalised text, one after the other. */
let last: { given: string; normalised: NormalisedText } | undefined;

/**
 * Normalises a text: fold every character, undo look-alike letters, shorten elongated words. Doing it twice changes
 * nothing more.
 */
export const normaliseText = (given: string): NormalisedText => {
  if (last?.given === given) return last.normalised;
  const normalised = new Normalised(given);
  last = { given, normalised };
  return normalised;
};

/** The span of the given text that a span of the normalised text came from. */
export const givenSpan = (normalised: NormalisedText, start: number, end: number): { start: number; end: number } =>
  normalised.aligned ? { start, end } : { start: normalised.starts[start] ?? 0, end: normalised.ends[end - 1] ?? 0 };
