import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { redactText } from '@marsad/collector';
import { InputError } from '@marsad/records';
import type { LoadedCity } from '../config/load-city.js';
import { entryProblems } from './check-entries.js';
import type { ContextEntry, ContextKind } from './kind.js';
import { readCityEntries } from './load-context.js';
import type { ReadEntries } from './read-entries.js';
import { writtenEntries } from './write-entries.js';

export interface ImportedEntries {
  /** the city's file, as city.yaml names it */
  file: string;
  added: number;
  changed: number;
  known: number;
  /** entries in which something was hidden that could lead to a person */
  redacted: number;
  refused: { line: number; message: string }[];
}

/**
 * Puts entries into the city's file, redacted; one with the id of another takes its place. What cannot be taken is told line by
 * line. The file is written whole or not at all.
 * @throws InputError when city.yaml names no file for this kind, or what is in it cannot be read
 */
export const importEntries = async <Entry extends ContextEntry>(
  city: LoadedCity,
  kind: ContextKind<Entry>,
  given: ReadEntries<Entry>,
  areas: ReadonlySet<string>,
): Promise<ImportedEntries> => {
  const present = await readCityEntries(city, kind);
  if (!present)
    throw new InputError('no-context-file', `${city.file}: context.${kind.field}: expected the name of a file`, {
      remedy: `Write \`context: { ${kind.field}: ${kind.field}.${kind.table === null ? 'jsonl' : 'csv'} }\` into city.yaml.`,
    });
  const { file } = present;
  const [broken] = present.problems;
  if (broken)
    throw new InputError('bad-context', `${file}:${broken.line}: ${broken.message}`, {
      remedy: 'Mend the file first: it would be written anew, and this entry be lost.',
    });
  const clean = given.entries.map(({ line, entry }) => ({ line, entry: kind.withTexts(entry, redactText) }));
  const unfit = entryProblems(clean, kind, areas);
  const refused = [
    ...given.problems,
    ...unfit.map(({ line, id, message }) => ({ line, message: `${id}: ${message}` })),
  ];
  const refusedIds = new Set(unfit.map(({ id }) => id));
  const before = new Map(present.entries.map(({ entry }) => [entry.id, entry]));
  const after = new Map(before);
  const counts = { added: 0, changed: 0, known: 0, redacted: 0 };
  clean.forEach(({ entry }, index) => {
    if (refusedIds.has(entry.id)) return;
    const text = JSON.stringify(entry);
    if (text !== JSON.stringify(given.entries[index]?.entry)) counts.redacted += 1;
    const old = before.get(entry.id);
    if (old === undefined) counts.added += 1;
    else if (JSON.stringify(old) === text) counts.known += 1;
    else counts.changed += 1;
    after.set(entry.id, entry);
  });
  if (counts.added + counts.changed > 0) {
    const path = resolve(city.folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, writtenEntries([...after.values()], file, kind), { flush: true });
    await rename(`${path}.part`, path);
  }
  return { file, ...counts, refused: refused.sort((a, b) => a.line - b.line) };
};
