import type { Draft } from './draft.js';
import { shortenElongation } from './elongation.js';
import { DROPPED, foldAstral, foldTable, SEVERAL } from './fold-table.js';
import { latiniseLookalikes } from './lookalikes.js';

/** A text as the lexicon sees it, with the way back to the text that was given. */
export interface NormalisedText {
  text: string;
  /** per UTF-16 code unit of `text`: where what it came from starts and ends (exclusive) in the given text */
  starts: Uint32Array;
  ends: Uint32Array;
  /** code units of `text` that stand for a letter repeated three times or more */
  elongated: readonly number[];
}

/**
 * Where a text is worked on; kept for the next. Typed arrays of any size lie outside the heap, and making three a text
 * costs more than filling them.
 */
let room = 4096;
let units = new Uint16Array(room);
let starts = new Uint32Array(room);
let ends = new Uint32Array(room);
/** 0, 1, 2 …: the way back for a text of which every character became one. */
let same = Uint32Array.from({ length: room + 1 }, (_, at) => at);

const grow = (wanted: number): void => {
  room = 2 * wanted;
  const grown = { units: new Uint16Array(room), starts: new Uint32Array(room), ends: new Uint32Array(room) };
  grown.units.set(units);
  grown.starts.set(starts);
  grown.ends.set(ends);
  ({ units, starts, ends } = grown);
  same = Uint32Array.from({ length: room + 1 }, (_, at) => at);
};
/** Texts longer than this are rare, and room for them is not kept. */
const KEPT_ROOM = 65_536;
const shrink = (): void => {
  room = 0;
  units = new Uint16Array(0);
  starts = new Uint32Array(0);
  ends = new Uint32Array(0);
  grow(2048);
};

const folded = (given: string): Draft => {
  const { single, several } = foldTable();
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
    const next = single[unit] ?? unit;
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < given.length) {
      const replacement = foldAstral(given.codePointAt(i) ?? unit);
      for (let k = 0; k < replacement.length; k++) push(replacement.charCodeAt(k), i, i + 2);
      i += 1;
    } else if (next === SEVERAL) {
      const replacement = several.get(unit) ?? '';
      for (let k = 0; k < replacement.length; k++) push(replacement.charCodeAt(k), i, i + 1);
    } else if (next !== DROPPED) push(next, i, i + 1);
  }
  return { units, starts, ends, length, elongated: [] };
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

const isSame = ({ starts, ends, length }: Draft): boolean => {
  for (let at = 0; at < length; at++) if (starts[at] !== at || ends[at] !== at + 1) return false;
  return true;
};

/** The last text and what became of it: language and words are read from the same normalised text, one after the other. */
let last: { given: string; normalised: NormalisedText } | undefined;

/**
 * Normalises a text: fold every character, undo look-alike letters, shorten elongated words. Doing it twice changes
 * nothing more.
 */
export const normaliseText = (given: string): NormalisedText => {
  if (last?.given === given) return last.normalised;
  const draft = folded(given);
  latiniseLookalikes(draft);
  shortenElongation(draft);
  const { length } = draft;
  const unmoved = isSame(draft);
  const normalised = {
    text: textOf(draft),
    starts: unmoved ? same.subarray(0, length) : draft.starts.slice(0, length),
    ends: unmoved ? same.subarray(1, length + 1) : draft.ends.slice(0, length),
    elongated: draft.elongated,
  };
  if (room > KEPT_ROOM) shrink();
  last = { given, normalised };
  return normalised;
};

/** The span of the given text that a span of the normalised text came from. */
export const givenSpan = (normalised: NormalisedText, start: number, end: number): { start: number; end: number } => ({
  start: normalised.starts[start] ?? 0,
  end: normalised.ends[end - 1] ?? 0,
});
