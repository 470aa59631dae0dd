import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DOCS = join(ROOT, 'docs');
const page = readFileSync(join(DOCS, 'threat-model.md'), 'utf8');

const LINK = /\[[^\]]+\]\(([^)]+)\)([^[]*)/g;

interface ThreatRow {
  tried: string;
  /** files that stop it */
  stops: string[];
  /** test files with the titles that are named of each */
  shown: { file: string; titles: string[] }[];
}

const fileAt = (link: string): string => resolve(DOCS, link.split('#', 1)[0] ?? '');
const rowsOf = (text: string): ThreatRow[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| what '))
    .map((line) => {
      const [tried = '', stops = '', shown = ''] = line.slice(2, -2).split(' | ');
      return {
        tried,
        stops: [...stops.matchAll(LINK)].map(([, link = '']) => fileAt(link)),
        shown: [...shown.matchAll(LINK)].map(([, link = '', after = '']) => ({
          file: fileAt(link),
          titles: [...after.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title),
        })),
      };
    });

/** Titles of the tests and groups of a file; what is filled in at run time is `…`, as the page writes it. */
const titlesOf = (source: string): Set<string> =>
  new Set(
    [...source.matchAll(/(?:\b(?:describe|it|test)|\))\(\s*(['"`])((?:\\.|(?!\1).)*)\1\s*,/g)].map(([, , title = '']) =>
      title
        .replaceAll(/\\(.)/g, '$1')
        .replaceAll(/%[sdijo]|\$[\w.]+/g, '…')
        .replaceAll(/…(?: …)+/g, '…'),
    ),
  );
const titlesIn = (file: string): Set<string> => titlesOf(readFileSync(file, 'utf8'));

const rows = rowsOf(page);

describe('docs/threat-model.md', () => {
  it('has rows for each attacker', () => {
    const attackers = page.split(/^## /m).slice(1);
    expect(attackers.length).toBeGreaterThanOrEqual(7);
    for (const attacker of attackers) expect([attacker.split('\n', 1)[0], rowsOf(attacker).length > 3]).toContain(true);
  });

  it.each(rows)('names what stops the attempt to $tried', ({ stops }) => {
    expect(stops.length).toBeGreaterThan(0);
    expect(stops.filter((file) => !existsSync(file) || !/\/packages\/\w[\w-]*\/src\//.test(file))).toEqual([]);
  });

  it.each(rows)('names a test that shows what comes of the attempt to $tried', ({ shown }) => {
    expect(shown.length).toBeGreaterThan(0);
    for (const { file, titles } of shown) {
      expect(titles.length).toBeGreaterThan(0);
      expect([file, existsSync(file)]).toEqual([file, true]);
      const known = titlesIn(file);
      expect({ file, missing: titles.filter((title) => !known.has(title)) }).toEqual({ file, missing: [] });
    }
  });

  it('names every test against hostile hosts', () => {
    const named = new Set(rows.flatMap(({ shown }) => shown.map(({ file }) => basename(file))));
    const there = readdirSync(join(ROOT, 'packages/collector/test/hostile')).filter((file) => /\.test\.ts$/.test(file));
    expect(there.filter((file) => !named.has(file))).toEqual([]);
  });

  it('would be found out if it named a title that is not there', () => {
    const source =
      "describe('a', () => {\n  it('is b', () => {});\n  it.each(['x'])(\n    'is %s, isn\\'t $y', () => {});\n});";
    expect([...titlesOf(source)]).toEqual(['a', 'is b', "is …, isn't …"]);
  });
});
