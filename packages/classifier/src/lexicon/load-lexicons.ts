import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { compileLexicon } from './compile-lexicon.js';
import { type LexiconFile, lexiconFile } from './entry-schema.js';
import { compilePattern } from './find-patterns.js';

/** The lexicons that ship with the package; the path is the same from `src` and from `dist`. */
export const SHIPPED_LEXICONS = fileURLToPath(new URL('../../lexicons/', import.meta.url));

const bad = (name: string, why: string, cause: unknown): InputError =>
  new InputError('bad-lexicon', `lexicon ${name}: ${why}`, {
    cause,
    remedy: 'Correct what is named; docs/lexicons.md says what an entry may hold.',
  });

const readLexicon = (path: string, name: string): LexiconFile => {
  try {
    return lexiconFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw bad(name, cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause), cause);
  }
};

/**
 * Reads and checks the lexicon files of a folder, by default the ones that ship, in the order of their names.
 * @throws InputError `bad-lexicon` naming file and field
 */
export const loadLexicons = (folder: string = SHIPPED_LEXICONS): LexiconFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readLexicon(`${folder}/${name}`, name));

/** The languages for which a lexicon ships, in the order of their names. */
export const shippedLanguages = (): string[] =>
  readdirSync(SHIPPED_LEXICONS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

/**
 * Reads and checks the lexicon that ships for a language.
 * @throws InputError `bad-lexicon` naming file and field
 */
export const loadShippedLexicon = (language: string): LexiconFile => {
  const name = `${language}.json`;
  const file = readLexicon(`${SHIPPED_LEXICONS}/${name}`, name);
  if (file.language !== language) {
    throw bad(name, `language: expected that of the file's name, got ${file.language}`, undefined);
  }
  return file;
};

/**
 * Reads a lexicon file that a user has written, and tries every entry.
 * @throws InputError `bad-lexicon` naming file, entry and what is wrong with it
 */
export const loadUserLexicon = (path: string): LexiconFile => {
  const file = readLexicon(path, path);
  file.entries.forEach((entry, number) => {
    try {
      if (entry.kind === 'pattern') compilePattern(entry.expression);
      else compileLexicon({ ...file, entries: [entry] });
    } catch (cause) {
      const what = entry.kind === 'pattern' ? `expression ${JSON.stringify(entry.expression)}` : entry.kind;
      throw bad(path, `entries[${number}], ${what}: ${cause instanceof Error ? cause.message : cause}`, cause);
    }
  });
  return file;
};
