import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { type FunctionalFile, functionalFile, moreTemplates } from './functional-file.js';

const parse = <T>(schema: z.ZodType<T>, path: string): T => {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new InputError('bad-functional-set', `functional set ${path}: ${why}`, {
      cause,
      remedy: 'Correct the named field; packages/classifier/training/functional/README.md says what a file holds.',
    });
  }
};

/**
 * Reads the functional set of a language: `<language>.json` and every `<language>-*.json` beside it, in the order of
 * their names.
 * @throws InputError `bad-functional-set` naming file and field
 */
export const readFunctional = (folder: string, language: string): FunctionalFile => {
  const main = parse(functionalFile, join(folder, `${language}.json`));
  const more = readdirSync(folder)
    .filter((name) => name.startsWith(`${language}-`) && name.endsWith('.json'))
    .sort()
    .map((name) => parse(moreTemplates, join(folder, name)));
  return {
    ...main,
    lists: Object.assign({}, ...more.map(({ lists }) => lists), main.lists),
    templates: [...main.templates, ...more.flatMap(({ templates }) => templates)],
  };
};
