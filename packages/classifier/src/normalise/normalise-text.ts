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

const folded = (given: string): Draft => {
  const { single, several } = foldTable();
  let room = given.length + 32;
  let units = new Uint16Array(room);
  let starts = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let length = 0;
  const push = (unit: number, start: number, end: number): void => {
    if (length === room) {
      room *= 2;
      const grown = { units: new Uint16Array(room), starts: new Uint32Array(room), ends: new Uint32Array(room) };
      grown.units.set(units);
      grown.starts.set(starts);
      grown.ends.set(ends);
      ({ units, starts, ends } = grown);
    }
    units[length] = unit;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  };
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
    text += String.fromCharCode(...units.subarray(from, Math.min(length, from + SLICE)));
  }
  return text;
};

/**
 * Normalises a text: fold every character, undo look-alike letters, shorten elongated words. Doing it twice changes
 * nothing more.
 */
export const normaliseText = (given: string): NormalisedText => {
  const draft = folded(given);
  latiniseLookalikes(draft);
  shortenElongation(draft);
  return {
    text: textOf(draft),
    starts: draft.starts.subarray(0, draft.length),
    ends: draft.ends.subarray(0, draft.length),
    elongated: draft.elongated,
  };
};

/** The span of the given text that a span of the normalised text came from. */
export const givenSpan = (normalised: NormalisedText, start: number, end: number): { start: number; end: number } => ({
  start: normalised.starts[start] ?? 0,
  end: normalised.ends[end - 1] ?? 0,
});
