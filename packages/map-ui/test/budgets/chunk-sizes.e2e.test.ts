import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { siteOf } from '../browser/viewer-files.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';

const viewer = siteOf(makeSnapshot());

const textOf = (path: string): string => Buffer.from(viewer.get(path) ?? '').toString('utf8');

/** Bytes of a file as a host sends them: gzip at its usual level. */
const gzipped = (path: string): number => gzipSync(viewer.get(path) ?? '', { level: 6 }).length;

/** Files that come with these ones whatever the reader does: static imports, and theirs. */
const withImports = (paths: readonly string[]): string[] => {
  const found = new Set(paths);
  for (const path of found) {
    if (!path.endsWith('.js')) continue;
    for (const [, name] of textOf(path).matchAll(/(?:from|import)\s*"\.\/([\w.-]+)"/g)) found.add(`assets/${name}`);
  }
  return [...found];
};

const named = (pattern: RegExp): string[] => [...viewer.keys()].filter((path) => pattern.test(path));

/** What the page of the viewer names by itself: enough to show a first view. */
const bootFiles = withImports(
  [...textOf('index.html').matchAll(/(?:src|href)="\.\/(assets\/[\w.-]+\.(?:js|css))"/g)].map(([, path]) => path ?? ''),
);
/** All that comes before language and snapshot are asked for, or beside them: page, styles, React, table. */
const firstFiles = withImports(['index.html', ...bootFiles, ...named(/\/main-[\w-]+\.(?:js|css)$/)]);
const sum = (paths: readonly string[]): number => paths.reduce((bytes, path) => bytes + gzipped(path), 0);

/** Kilobytes of 1,000 bytes, as in the budget. */
const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

describe('the built viewer', () => {
  it('is with the words of any language at most 150 kB before map and figures', () => {
    expect(firstFiles.length).toBeGreaterThan(4);
    for (const path of firstFiles) expect(viewer.has(path), path).toBe(true);
    for (const words of named(/\/(?:ar|en|fr)-[\w-]+\.js$/))
      expect(kilobytes(sum([...firstFiles, words])), words).toBeLessThanOrEqual(150);
  });

  it('needs at most 15 kB to show a first view', () => {
    expect(bootFiles.length).toBeGreaterThan(1);
    expect(kilobytes(sum(['index.html', ...bootFiles]))).toBeLessThanOrEqual(15);
  });

  it('checks snapshots with code that comes beside them, not before', () => {
    // The words are zod's own: whoever holds them holds zod.
    const holdsZod = (path: string) => textOf(path).includes('invalid_union');
    expect(named(/\.js$/).filter(holdsZod)).toHaveLength(1);
    expect(firstFiles.filter(holdsZod)).toEqual([]);
  });

  it('brings the map later, in at most 460 kB with its worker and styles', () => {
    const map = named(/\/(?:map-shell|maplibre-gl-worker)-[\w-]+\.(?:js|css)$/);
    expect(map).toHaveLength(3);
    expect(map.filter((path) => firstFiles.includes(path))).toEqual([]);
    expect(kilobytes(sum(map))).toBeLessThanOrEqual(460);
  });

  it('brings the words of one language only, in at most 15 kB', () => {
    const words = named(/\/(?:ar|en|fr)-[\w-]+\.js$/);
    expect(words).toHaveLength(3);
    expect(words.filter((path) => firstFiles.includes(path))).toEqual([]);
    for (const path of words) expect(kilobytes(gzipped(path))).toBeLessThanOrEqual(15);
  });
});
