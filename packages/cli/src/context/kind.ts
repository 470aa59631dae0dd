import type { IsoWeek, Names } from '@marsad/records';
import type { z } from 'zod';

/** Which entry of `context` in city.yaml names the file. */
type ContextField = 'incidents' | 'interventions' | 'notes' | 'narratives';

/** One line of a CSV file by its column. */
export type Cells = Readonly<Record<string, string>>;

/** What every kind of entry has. */
export interface ContextEntry {
  id: string;
  share: string;
}

/** How entries of one kind are read, written and spoken of. */
export interface ContextKind<Entry extends ContextEntry> {
  /** in commands and messages, such as `incident` */
  name: string;
  field: ContextField;
  schema: z.ZodType<Entry>;
  /** as a table; null where an entry does not fit into a row, and the file is JSON Lines */
  table: {
    columns: readonly string[];
    /** what a row says, still to be checked */
    specOf: (cells: Cells) => unknown;
    cellsOf: (entry: Entry) => Cells;
  } | null;
  /** the areas that an entry names */
  areasOf: (entry: Entry) => readonly string[];
  /** first and last week; null: goes on */
  weeksOf: (entry: Entry) => readonly [IsoWeek, IsoWeek | null];
  /** the entry with every text that people wrote put through `change` */
  withTexts: (entry: Entry, change: (text: string) => string) => Entry;
  /** where it can be read, if it says so */
  linkOf: (entry: Entry) => string | undefined;
  /** what it is, in a few words for a list */
  titleOf: (entry: Entry) => string;
}

/** Texts in several languages, each put through `change`. */
export const withNames = (names: Names, change: (text: string) => string): Names =>
  Object.fromEntries(
    Object.entries(names).flatMap(([language, text]) => (text === undefined ? [] : [[language, change(text)]])),
  );

const LANGUAGES = ['ar', 'en', 'fr'] as const;

/** Columns `title_ar`, `title_en`, `title_fr` → names; undefined where all are empty. */
export const namesFrom = (cells: Cells, column: string): Record<string, string> | undefined => {
  const found = LANGUAGES.flatMap((language) => {
    const text = cells[`${column}_${language}`] ?? '';
    return text === '' ? [] : [[language, text] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
};

/** The reverse of `namesFrom`. */
export const namesTo = (names: Names | undefined, column: string): Record<string, string> =>
  Object.fromEntries(LANGUAGES.map((language) => [`${column}_${language}`, names?.[language] ?? '']));

/** The first name there is, English first. */
export const anyName = ({ en, fr, ar }: Names): string => en ?? fr ?? ar ?? '';
