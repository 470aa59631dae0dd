import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@marsad/records';
import { afterEach, describe, expect, it } from 'vitest';
import { compileLexicon } from '../../src/lexicon/compile-lexicon.js';
import { loadLexicons } from '../../src/lexicon/load-lexicons.js';

let folder = '';
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = '';
});

const folderWith = (content: unknown): string => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-lexicon-'));
  writeFileSync(join(folder, 'eng.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
};

const refusal = (load: () => unknown): InputError => {
  try {
    load();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('the shipped lexicons', () => {
  const shipped = loadLexicons();

  it('cover thirteen languages, Arabic, Macedonian and Urdu in both their scripts', () => {
    expect(shipped.map(({ language }) => language)).toEqual([
      'ara',
      'ary-Latn',
      'deu',
      'eng',
      'fra',
      'hin',
      'ita',
      'mkd-Latn',
      'mkd',
      'por',
      'spa',
      'sqi',
      'swh',
      'tur',
      'urd-Latn',
      'urd',
    ]);
  });

  it.each(shipped.map((file) => [file.language, file] as const))('compile without a refused term: %s', (_, file) => {
    const terms = compileLexicon(file);
    expect(terms.length).toBeGreaterThanOrEqual(file.entries.length);
    expect(terms.every(({ pieces }) => pieces.length > 0)).toBe(true);
  });

  it('have groups, hostile predicates and cues of negation, reporting and counter-speech in every language', () => {
    for (const { language, entries } of shipped) {
      const kinds = new Set<string>(entries.map((entry) => (entry.kind === 'cue' ? entry.cue : entry.kind)));
      for (const kind of ['group', 'attribute', 'act', 'claim', 'phrase', 'negation', 'reporting', 'counter', 'norm']) {
        expect(kinds, language).toContain(kind);
      }
    }
  });
});

describe('loadLexicons', () => {
  const good = { language: 'eng', source: 'own', licence: 'Apache-2.0' };

  it('names the file and the field that is wrong', () => {
    const entries = [{ kind: 'group', target: 'martians', terms: ['martian(s)'], note: 'Martians' }];
    const error = refusal(() => loadLexicons(folderWith({ ...good, entries })));
    expect(error.code).toBe('bad-lexicon');
    expect(error.message).toContain('eng.json');
    expect(error.message).toContain('entries[0].target');
  });

  it('refuses an entry without a note', () => {
    const entries = [{ kind: 'group', target: 'other', terms: ['martian(s)'] }];
    expect(refusal(() => loadLexicons(folderWith({ ...good, entries }))).message).toContain('note');
  });

  it('refuses a file that is no JSON', () => {
    expect(refusal(() => loadLexicons(folderWith('{'))).message).toContain('eng.json');
  });
});
