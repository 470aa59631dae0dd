import { InputError } from '@marsad/records';
import { describeIssue, fieldPath } from '../config/describe-issue.js';
import { csvLines } from './csv-text.js';
import type { ContextEntry, ContextKind } from './kind.js';

/** An entry and the line it stands in, counted from 1. */
export interface ReadEntry<Entry> {
  line: number;
  entry: Entry;
}

export interface ReadEntries<Entry> {
  entries: ReadEntry<Entry>[];
  /** what could not be read: one sentence each, with line and field */
  problems: { line: number; message: string }[];
}

interface Spec {
  line: number;
  spec: unknown;
}

/** Rows of JSON Lines; a line that is no JSON comes out as a problem. */
const jsonSpecs = (text: string): { specs: Spec[]; problems: { line: number; message: string }[] } => {
  const specs: Spec[] = [];
  const problems: { line: number; message: string }[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((written, index) => {
      if (written.trim() === '') return;
      try {
        specs.push({ line: index + 1, spec: JSON.parse(written) });
      } catch (error) {
        problems.push({ line: index + 1, message: `expected one JSON object, got ${(error as Error).message}` });
      }
    });
  return { specs, problems };
};

/** True for a name of a CSV file. */
export const isTable = (file: string): boolean => /\.csv$/i.test(file);

/**
 * Reads the entries of a CSV or JSON Lines file (told by its name). Entries that are not as they should be come out as problems;
 * so does an id that comes twice.
 * @throws InputError for a file that cannot be read at all: no CSV, a column that is missing, a kind that does not come as CSV
 */
export const readEntries = <Entry extends ContextEntry>(
  text: string,
  file: string,
  { schema, table, name }: ContextKind<Entry>,
): ReadEntries<Entry> => {
  const { specs, problems } = ((): ReturnType<typeof jsonSpecs> => {
    if (!isTable(file)) return jsonSpecs(text);
    if (table === null)
      throw new InputError('bad-format', `${file}: expected JSON Lines for a ${name}, got CSV`, {
        remedy: 'Write one JSON object a line into a file whose name ends in .jsonl.',
      });
    const lines = csvLines(text, file);
    const [first] = lines;
    const unknown = Object.keys(first?.cells ?? {}).filter((column) => !table.columns.includes(column));
    if (unknown.length > 0)
      throw new InputError(
        'bad-header',
        `${file}:1: expected only the columns ${table.columns.join(',')}, got ${unknown.join(', ')}`,
      );
    return { specs: lines.map(({ line, cells }) => ({ line, spec: table.specOf(cells) })), problems: [] };
  })();
  const entries: ReadEntry<Entry>[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, spec } of specs) {
    const parsed = schema.safeParse(spec);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const path = issue.path.filter((key) => typeof key !== 'symbol');
        problems.push({ line, message: `${fieldPath(path) || 'entry'}: ${describeIssue(issue, spec)}` });
      }
      continue;
    }
    const { id } = parsed.data;
    const before = lineOf.get(id);
    if (before !== undefined) {
      problems.push({ line, message: `id: expected an id used once, got "${id}" again, as in line ${before}` });
      continue;
    }
    lineOf.set(id, line);
    entries.push({ line, entry: parsed.data });
  }
  problems.sort((a, b) => a.line - b.line);
  return { entries, problems };
};
