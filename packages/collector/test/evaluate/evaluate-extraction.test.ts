import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { evaluateExtraction } from '../../src/evaluate/evaluate-extraction.js';
import { readTar } from '../../src/evaluate/read-tar.js';

/** Development data beside the repository; not part of it. */
const SHARED = new URL('../../../../../shared/data/extraction/', import.meta.url);

/** What is reached on the development pages; a change may not fall below. */
const FLOORS = [
  ['article-extraction-benchmark.tar.gz', 45, 0.975],
  ['trafilatura-segments.tar.gz', 111, 0.925],
  ['daniel-multilingual.tar.gz', 24, 0.915],
  ['readability-test-pages.tar.gz', 33, 0.94],
] as const;

describe('extraction on the development pages', () => {
  it.for(FLOORS)('%s: %i pages at F1 of at least %f', ([name, pages, floor], { skip }) => {
    const file = new URL(name, SHARED);
    if (!existsSync(file)) skip(`${name} is not beside the repository`);
    const report = evaluateExtraction(readTar(readFileSync(file), name), name);
    expect(report.pages).toBe(pages);
    expect(report.f1).toBeGreaterThanOrEqual(floor);
  });
});

describe('a set of pages', () => {
  const page = Buffer.from('<html><body><article><p>one two three four five six seven</p></article></body></html>');

  it('is scored by shingles where it holds article bodies', () => {
    const files = new Map([
      ['set/ground-truth.json', Buffer.from('{"a":{"articleBody":"one two three four five six seven"}}')],
      ['set/html/a.html.gz', gzipSync(page)],
    ]);
    expect(evaluateExtraction(files, 'set')).toMatchObject({ measure: 'shingle-f1', pages: 1, f1: 1 });
  });

  it('is scored by segments where it names what belongs and what does not', () => {
    const files = new Map([
      ['segments.json', Buffer.from('[{"file":"a.html","with":["two three","absent"],"without":["five six"]}]')],
      ['html/a.html', page],
    ]);
    // One of two found, and one found that does not belong.
    expect(evaluateExtraction(files, 'set')).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  it('is scored by shingles where each page has its expected one beside it', () => {
    const expected = Buffer.from('<div><p>one two three four five six</p></div>');
    const files = new Map([
      ['set/a/expected.html', expected],
      ['set/a/source.html', page],
    ]);
    // Three runs of four words are expected and found, and a fourth is found.
    expect(evaluateExtraction(files, 'set')).toMatchObject({ measure: 'shingle-f1', precision: 0.75, recall: 1 });
  });

  it('of no known kind is refused by name', () => {
    expect(() => evaluateExtraction(new Map(), 'strange.tar.gz')).toThrow(
      /strange\.tar\.gz: expected ground-truth\.json/,
    );
  });
});
