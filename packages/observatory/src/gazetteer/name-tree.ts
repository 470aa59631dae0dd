import type { GazetteerEntry } from './entry.js';
import { nameForms } from './name-forms.js';

/** What is known of a name that means an area. */
export interface Claim {
  ambiguous: boolean;
  asWritten: boolean;
  /** ISO 639-3; empty when not stated */
  languages: Set<string>;
}

/** Names as a tree of words: a path from the root spells a name. */
export interface NameTree {
  next: Map<string, NameTree>;
  /** areas that bear the name spelled up to here */
  areas: Map<string, Claim>;
}

const node = (): NameTree => ({ next: new Map(), areas: new Map() });

/**
 * Builds the tree. A name as someone wrote it outranks the same words made up by rule from another name; between
 * equals, `ambiguous` wins, so that one careful line in the gazetteer is enough.
 */
export const nameTree = (entries: readonly GazetteerEntry[]): NameTree => {
  const root = node();
  for (const { areaId, names, kind, language } of entries) {
    for (const form of names.flatMap((name) => nameForms(name))) {
      let at = root;
      for (const word of form.words) {
        const next = at.next.get(word) ?? node();
        at.next.set(word, next);
        at = next;
      }
      const known = at.areas.get(areaId);
      const claim: Claim = {
        ambiguous: kind === 'ambiguous',
        asWritten: form.asWritten,
        languages: new Set(language === undefined ? [] : [language]),
      };
      if (!known || (claim.asWritten && !known.asWritten)) at.areas.set(areaId, claim);
      else if (known.asWritten === claim.asWritten) {
        known.ambiguous ||= claim.ambiguous;
        for (const code of claim.languages) known.languages.add(code);
      }
    }
  }
  return root;
};
