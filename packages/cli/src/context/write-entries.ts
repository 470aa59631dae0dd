import { csvText } from './csv-text.js';
import type { ContextEntry, ContextKind } from './kind.js';
import { isTable } from './read-entries.js';

/** Entries as the text of a file of this name, in order of time. */
export const writtenEntries = <Entry extends ContextEntry>(
  entries: readonly Entry[],
  file: string,
  { table, weeksOf }: ContextKind<Entry>,
): string => {
  const key = (entry: Entry): string => `${weeksOf(entry)[0]} ${entry.id}`;
  const sorted = [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  if (table !== null && isTable(file)) return csvText(table.columns, sorted.map(table.cellsOf));
  return sorted.map((entry) => `${JSON.stringify(entry)}\n`).join('');
};
