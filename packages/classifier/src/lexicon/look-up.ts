import type { Term } from './compile-lexicon.js';
import { NO_TERMS, type TermGroup } from './term-group.js';

/** What one word form finds: terms that it is, phrases that it begins, patterns that it begins. */
export interface LookUp {
  /** numbers of the keys under which it is in a term (vocabulary.ts) */
  keys: readonly number[];
  /** marks of the pieces that it can stand for */
  marks: readonly number[];
  singles: readonly Term[];
  phrases: TermGroup;
  patterns: TermGroup;
}

/** What most words of most texts find. */
export const NOTHING: LookUp = { keys: [], marks: [], singles: [], phrases: NO_TERMS, patterns: NO_TERMS };
