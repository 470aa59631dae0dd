import { RE2JS, RE2Set } from 're2js';
import type { PatternEntry } from './entry-schema.js';
import { foldCase, requiredLiteral } from './required-literal.js';

/** An entry of kind `pattern` with the language of its lexicon. */
export interface WrittenPattern {
  entry: PatternEntry;
  language: string;
}

/** Where a pattern stands in a text, in UTF-16 code units of the text as given. */
export interface PatternMatch extends WrittenPattern {
  start: number;
  end: number;
}

interface Compiled extends WrittenPattern {
  re: RE2JS;
}

/** Of one pattern in one text; more would say nothing new. */
const MOST_MATCHES = 4;
/** A match lies within one line, and in a longer line within so many code units. */
const LONGEST_WINDOW = 2000;
/** Patterns tried at once: more make an automaton of too many states. */
const SET = 25;

/**
 * Compiles an expression: RE2, which is matched in time linear in the text; both cases alike.
 * @throws RE2JSException for syntax that RE2 lacks (look-around, back-references) @throws RangeError for one that needs no character
 */
export const compilePattern = (expression: string): RE2JS => {
  const re = RE2JS.compile(expression, RE2JS.CASE_INSENSITIVE);
  if (re.matcher('').find()) {
    throw new RangeError(`expected an expression that needs at least one character, got ${JSON.stringify(expression)}`);
  }
  return re;
};

interface Window {
  at: number;
  text: string;
  folded: string;
}

/** Cuts a text into lines, and long lines at a blank where there is one. */
const windowsOf = (text: string): Window[] => {
  const windows: Window[] = [];
  let at = 0;
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    let end = lineEnd === -1 ? text.length : lineEnd;
    if (end - at > LONGEST_WINDOW) {
      const blank = text.lastIndexOf(' ', at + LONGEST_WINDOW);
      end = blank > at ? blank : at + LONGEST_WINDOW;
    }
    const line = text.slice(at, end);
    if (line !== '') windows.push({ at, text: line, folded: foldCase(line) });
    at = end === lineEnd || text[end] === ' ' ? end + 1 : end;
  }
  return windows;
};

const GRAMS = 1 << 16;
const gramAt = (text: string, at: number): number =>
  (Math.imul(Math.imul(text.charCodeAt(at), 31) + text.charCodeAt(at + 1), 0x9e3779b1) + text.charCodeAt(at + 2)) &
  (GRAMS - 1);

/** Which runs of three characters a text holds, so that most literals are known to be missing without being sought. */
const gramsOf = (windows: readonly Window[]): Uint8Array => {
  const grams = new Uint8Array(GRAMS);
  for (const { folded } of windows) for (let i = 0; i + 2 < folded.length; i++) grams[gramAt(folded, i)] = 1;
  return grams;
};
const mayHold = (grams: Uint8Array, literal: string): boolean => {
  for (let i = 0; i + 2 < literal.length; i++) if (grams[gramAt(literal, i)] !== 1) return false;
  return true;
};

const matchesIn = (pattern: Compiled, { at, text }: Window, most: number): PatternMatch[] => {
  const found: PatternMatch[] = [];
  if (most <= 0 || !pattern.re.test(text)) return found;
  const matcher = pattern.re.matcher(text);
  while (found.length < most && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start) found.push({ entry: pattern.entry, language: pattern.language, start: at + start, end: at + end });
  }
  return found;
};

/**
 * Makes a search for many patterns at once. Those with characters that every match must hold are tried only on lines
 * that hold them; the others are tried together, so that the time a text takes hardly grows with their number.
 */
export const openPatterns = (written: readonly WrittenPattern[]): ((text: string) => PatternMatch[]) => {
  const byLiteral: { literal: string; pattern: Compiled }[] = [];
  const others: Compiled[] = [];
  for (const { entry, language } of written) {
    const pattern = { entry, language, re: compilePattern(entry.expression) };
    const literal = requiredLiteral(entry.expression);
    if (literal === undefined) others.push(pattern);
    else byLiteral.push({ literal, pattern });
  }
  const sets: { set: RE2Set; patterns: Compiled[] }[] = [];
  for (let at = 0; at < others.length; at += SET) {
    const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE);
    const patterns = others.slice(at, at + SET);
    for (const { entry } of patterns) set.add(entry.expression);
    sets.push({ set, patterns });
  }
  return (text) => {
    const windows = windowsOf(text);
    const grams = gramsOf(windows);
    const found: PatternMatch[] = [];
    for (const { literal, pattern } of byLiteral) {
      if (!mayHold(grams, literal)) continue;
      let left = MOST_MATCHES;
      for (const window of windows) {
        if (left <= 0) break;
        if (!window.folded.includes(literal)) continue;
        const matches = matchesIn(pattern, window, left);
        left -= matches.length;
        found.push(...matches);
      }
    }
    for (const { set, patterns } of sets) {
      const left = patterns.map(() => MOST_MATCHES);
      for (const window of windows) {
        for (const which of set.match(window.text)) {
          const pattern = patterns[which];
          if (!pattern) continue;
          const matches = matchesIn(pattern, window, left[which] ?? 0);
          left[which] = (left[which] ?? 0) - matches.length;
          found.push(...matches);
        }
        if (left.every((most) => most <= 0)) break;
      }
    }
    return found.sort((a, b) => a.start - b.start || a.end - b.end);
  };
};
