import type { Region } from '@marsad/records/region';
import { arabicSingulars } from '@marsad/records/without-checks';
import { foldName } from '../view/search-names.js';

type Entry = Region['resources'][number];

/** The kinds an entry may have, in the order in which they are offered. */
export const ENTRY_KINDS = ['programme', 'training', 'guidance', 'research', 'contact'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** An entry with its words as they are compared; made once, as folding takes longer than looking. */
export interface FoldedEntry {
  entry: Entry;
  words: string;
  /** its words, and those that they may be the plural of */
  shapes: ReadonlySet<string>;
}

/** The Arabic article and what is written together with it: `والتدريب` is found by `تدريب`, and the other way round. */
const withoutArticle = (word: string): string => word.replace(/^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u, '');

/** A word and those that it may be the plural of. */
const shapesOf = (word: string): string[] => [word, ...arabicSingulars(word)];

/** Titles, texts, tags and languages of every entry, letters that people write one for the other made one. */
export const foldLibrary = (entries: readonly Entry[], languageName: (code: string) => string): FoldedEntry[] =>
  entries.map((entry) => {
    const words = foldName(
      [
        ...Object.values(entry.titles),
        ...Object.values(entry.text ?? {}),
        ...entry.tags,
        ...entry.languages.map(languageName),
      ].join(' '),
    );
    return {
      entry,
      words,
      shapes: new Set(
        words
          .split(/[^\p{L}\p{N}]+/u)
          .map(withoutArticle)
          .flatMap(shapesOf),
      ),
    };
  });

/** Entries that hold every word that was typed and are of the kind; all of them where nothing was asked. */
export const searchLibrary = (library: readonly FoldedEntry[], typed: string, kind: EntryKind | null): Entry[] => {
  const asked = foldName(typed).split(' ').map(withoutArticle);
  return library
    .filter(
      ({ entry, words, shapes }) =>
        (kind === null || entry.kind === kind) &&
        asked.every((word) => words.includes(word) || shapesOf(word).some((shape) => shapes.has(shape))),
    )
    .map(({ entry }) => entry);
};
