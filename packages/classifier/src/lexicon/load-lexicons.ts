import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { type LexiconFile, lexiconFile } from './entry-schema.js';

/** The lexicons that ship with the package; the path is the same from `src` and from `dist`. */
const SHIPPED = fileURLToPath(new URL('../../lexicons/', import.meta.url));

/**
 * Reads and checks the lexicon files of a folder, by default the ones that ship, in the order of their names.
 * @throws InputError `bad-lexicon` naming file and field
 */
export const loadLexicons = (folder: string = SHIPPED): LexiconFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const path = `${folder}/${name}`;
      try {
        return lexiconFile.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch (cause) {
        const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
        throw new InputError('bad-lexicon', `lexicon ${name}: ${why}`, {
          cause,
          remedy: 'Correct the named field; packages/classifier/src/lexicon/entry-schema.ts says what an entry holds.',
        });
      }
    });
